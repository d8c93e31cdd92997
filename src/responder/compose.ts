import type { Document, Passage } from '../knowledge/document.ts'
import type { Triage } from '../safety/triage.ts'
import { type Action, type Answer, type Block, createAnswer, type InPublic, type Phrasing } from './answer.ts'
import type { Topic } from './bot.ts'
import { exampleQuestions } from './example-questions.ts'
import { sourceLine } from './source-line.ts'
import { fill, quote, type SmallTalkKind, type Templates } from './templates.ts'

/** Related topics under an answer. */
const mostRelated = 3

/** Topics up to which a list of all of them can be read. */
const mostTopics = 60

/** Unknown words that a reply names. */
const mostUnknown = 3

/** What goes with every answer, whatever it says. */
export type Frame = {
  readonly templates: Templates
  readonly triage: Triage
  /** What has to be said before the answer, and behind it. */
  readonly lead?: readonly Block[]
  readonly tail?: readonly Block[]
  readonly inPublic?: InPublic | undefined
}

export type ComposeOptions = {
  /** Address of the directory of help lines, which the apology names. */
  readonly helpLineDirectory: string
  /** Where the bot's own page is on the web, without a slash at its end; absent where it has none that others can open. */
  readonly publicUrl?: string | undefined
}

/** Builds the answers; each method is one outcome. */
export function createCompose(documents: readonly Document[], { helpLineDirectory, publicUrl }: ComposeOptions) {
  const byName = new Map(documents.map((document) => [document.name, document]))
  const severalDocuments = documents.length > 1
  const sourceLines = new Map<string, readonly Phrasing[]>()
  const listFormats = new Map<string, Intl.ListFormat>()
  const examples = exampleQuestions(documents)

  function list(items: readonly string[], type: 'conjunction' | 'disjunction', language: string): string {
    return remember(listFormats, `${language} ${type}`, () => new Intl.ListFormat(language, { type })).format(items)
  }

  function topicOf({ document, section, heading }: Passage): Topic {
    const title = byName.get(document)?.title ?? heading
    return { document, section, label: severalDocuments && title !== heading ? `${heading} (${title})` : heading }
  }

  function pageOf({ document, section }: Passage, { source }: Templates): Pick<Answer, 'page'> {
    if (publicUrl === undefined) return {}
    const place = `${encodeURIComponent(document)}#${encodeURIComponent(section)}`
    return { page: { label: source.page, url: `${publicUrl}/topics/${place}` } }
  }

  function passageAction(passage: Passage): Action {
    return { type: 'passage', ...topicOf(passage) }
  }

  return {
    /** A passage as something to pick. */
    topicOf,

    /** The passage, those that must travel with it, and where to go from there. */
    answered(passage: Passage, related: readonly Passage[], frame: Frame): Answer {
      const { templates, triage } = frame
      const document = byName.get(passage.document)
      if (document === undefined) throw new Error(`No document is named ${passage.document}`)
      const inDocument = (section: string) => document.passages.find((each) => each.section === section)
      const kept = passage.keepWith.map(inDocument).filter((each) => each !== undefined)
      const shown = [passage, ...kept]
      const children = passage.children.map(inDocument).filter((each) => each !== undefined)
      const siblings = document.passages.filter(({ parent }) => parent === passage.parent)
      const others = [...related, ...siblings, ...document.passages].filter((each) => !shown.includes(each))
      const next = children.length > 0 ? children : [...new Set(others)].slice(0, mostRelated)
      return createAnswer(
        {
          outcome: 'answered',
          triage,
          language: templates.language,
          ...(passage.heading === document.title ? {} : { topic: document.title }),
          blocks: framed(
            shown.flatMap((each, place) => [headingBlock(each.heading, place === 0 ? 1 : 2), ...each.blocks]),
            frame,
          ),
          source: remember(sourceLines, `${document.name} ${templates.language}`, () =>
            sourceLine(document, templates),
          ),
          ...pageOf(passage, templates),
          actions: next.map(passageAction),
          receipt: { document: document.name, passages: shown.map(({ section, hash }) => ({ section, hash })) },
          ...inPublicOf(frame),
        },
        `${passage.heading === document.title ? '' : `${document.title}: `}${passage.heading}.`,
        templates,
      )
    },

    /** Passages to choose from: close candidates, or the sections below one that has no text of its own. */
    suggested(choices: readonly Passage[], frame: Frame): Answer {
      const { intro, none } = frame.templates.suggested
      const actions: Action[] = [...choices.map(passageAction), { type: 'topics', label: none }]
      return plain('suggested', [intro], actions, frame)
    },

    /** Nothing to show: names the words without any document, and that this says nothing about safety. */
    notFound(unknown: readonly string[], nearest: readonly Passage[], frame: Frame): Answer {
      const { templates } = frame
      const said = templates['not-found']
      const quoted = unknown.slice(0, mostUnknown).map((word) => quote(word, templates))
      const first =
        quoted.length === 0
          ? said.plain
          : fill(said.unknown, { words: list(quoted, 'disjunction', templates.language) })
      const sentences = [`${first} ${said.caution}`, ...(nearest.length === 0 ? [] : [said.nearest])]
      return plain('not-found', sentences, nearest.slice(0, mostRelated).map(passageAction), frame)
    },

    /** The question is in a language that no document has. */
    otherLanguage(frame: Frame): Answer {
      const { templates } = frame
      const names = new Intl.DisplayNames([templates.language], { type: 'language' })
      const languages = [...new Set(documents.map(({ language }) => names.of(language) ?? language))]
      const sentence = fill(templates['other-language'], {
        languages: list(languages, 'conjunction', templates.language),
      })
      return plain('not-found', [sentence], [], frame)
    },

    smallTalk(kind: SmallTalkKind, frame: Frame): Answer {
      return plain('help', [frame.templates['small-talk'][kind].say], examples, frame)
    },

    /** Every section of a document, or of them all; of a large library the documents alone. */
    topics(frame: Frame, name?: string): Answer {
      const only = byName.get(name ?? '')
      const asked = only === undefined ? documents : [only]
      const all = asked.flatMap((document) => document.passages)
      const tooMany = asked.length > 1 && all.length > mostTopics
      const passages = tooMany ? asked.flatMap((document) => document.passages.slice(0, 1)) : all
      const { intro, none } = frame.templates.topics
      return plain(
        'help',
        [passages.length === 0 ? none : intro],
        passages.slice(0, mostTopics).map(passageAction),
        frame,
      )
    },

    /** The fixed words for a fault. */
    apology(frame: Frame): Answer {
      const { templates, triage } = frame
      const [before = '', after = ''] = templates.apology.split('{directory}')
      const children: readonly Phrasing[] = [
        { type: 'text', value: before },
        { type: 'link', value: helpLineDirectory, url: helpLineDirectory },
        { type: 'text', value: after },
      ]
      return createAnswer(
        {
          outcome: 'not-found',
          triage,
          language: templates.language,
          blocks: [{ type: 'paragraph', children }],
          actions: [],
        },
        fill(templates.apology, { directory: helpLineDirectory }),
        templates,
      )
    },
  }
}

export type Compose = ReturnType<typeof createCompose>

function plain(
  outcome: Answer['outcome'],
  sentences: readonly string[],
  actions: readonly Action[],
  frame: Frame,
): Answer {
  const blocks = sentences.map((value): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] }))
  const { templates, triage } = frame
  return createAnswer(
    { outcome, triage, language: templates.language, blocks: framed(blocks, frame), actions, ...inPublicOf(frame) },
    sentences[0] ?? '',
    templates,
  )
}

function framed(blocks: readonly Block[], { lead = [], tail = [] }: Frame): readonly Block[] {
  return [...lead, ...blocks, ...tail]
}

function inPublicOf({ inPublic }: Frame): Pick<Answer, 'inPublic'> {
  return inPublic === undefined ? {} : { inPublic }
}

function headingBlock(value: string, depth: number): Block {
  return { type: 'heading', depth, children: [{ type: 'text', value }] }
}

/** Makes a thing once: dates and lists cost as much to set up as a search. */
function remember<Value>(made: Map<string, Value>, key: string, make: () => Value): Value {
  const value = made.get(key) ?? make()
  made.set(key, value)
  return value
}
