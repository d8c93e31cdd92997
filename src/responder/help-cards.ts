import type { HelpLine, HelpLines } from '../safety/help-lines.ts'
import type { Triage } from '../safety/triage.ts'
import {
  type Action,
  type Answer,
  type Block,
  type Contact,
  createAnswer,
  type InPublic,
  type Phrasing,
} from './answer.ts'
import { callContact, helpLineContacts } from './help-line-contacts.ts'
import type { CardKind, Templates } from './templates.ts'

/** What a card is made for. */
export type Need = {
  readonly triage: Triage
  readonly templates: Templates
  /** ISO 3166-1 country of the person's or the server's own choice. */
  readonly region?: string | undefined
  /** The person has just had a card. */
  readonly repeat?: boolean | undefined
}

/** Help lines on a card at most, the operator's own and the directory aside: a card is read in a hard moment. */
const mostLines = 2

/** Builds everything that the bot says about help. */
export function createHelpCards(lines: HelpLines) {
  return { card, support, lead, tail, kept, quietlyInPublic }

  /** The card that comes instead of an answer. */
  function card({ triage, templates, region, repeat }: Need): Answer {
    const kind = cardKind(triage)
    const { first, again } = templates.help.cards[kind]
    const blocks = (repeat === true ? again : first).flatMap((said) => paragraph(said, kind, templates, region))
    const { buttons } = templates.help
    const toLines: Action =
      region === undefined ? countriesAction(templates) : { type: 'support', label: buttons.support }
    return createAnswer(
      {
        outcome: 'urgent',
        triage,
        language: templates.language,
        blocks,
        actions: [toLines, { type: 'not-about-me', label: buttons.show }],
        inPublic: urgentInPublic(templates),
      },
      triage.level === 'emergency' ? textOf(blocks[0]) : templates.help.support.intro,
      templates,
    )
  }

  /** All help lines of a country, or the choice of one. */
  function support({ triage, templates, region }: Need): Answer {
    const { support: said, unchecked } = templates.help
    const found = region === undefined ? [] : lines.linesFor(region)
    const listed = [...lines.own, ...found]
    const texts = [said.intro, ...(region === undefined ? [said.choose] : [])]
    const blocks: Block[] = [
      withEmergency(said.danger, templates, region),
      ...texts.map(plain),
      list([...listed.map(item), directoryItem(templates)]),
      ...(listed.some(({ verified }) => verified === '') ? [plain(unchecked)] : []),
    ]
    const actions: Action[] = region === undefined ? countriesIn(templates.language) : [countriesAction(templates)]
    return createAnswer(
      { outcome: 'help', triage, language: templates.language, blocks, actions },
      said.intro,
      templates,
    )
  }

  /** The one line on where help is, behind the answer to a softer message. */
  function tail({ soft }: Triage, { help }: Templates): readonly Block[] {
    return soft ? [{ type: 'paragraph', children: withDirectory(help.soft) }] : []
  }

  /** Keeps help in view after somebody said that a card was not about them. */
  function kept({ templates, region }: Need): readonly Block[] {
    return [withEmergency(templates.help.kept, templates, region), ...lineList('crisis', templates, region)]
  }

  function paragraph(said: string, kind: CardKind, templates: Templates, region: string | undefined): readonly Block[] {
    if (said === '{lines}') return lineList(kind, templates, region)
    return [withEmergency(said, templates, region)]
  }

  function lineList(kind: CardKind, templates: Templates, region: string | undefined): readonly Block[] {
    const found = lines
      .linesFor(region, audiences[kind], mostLines)
      .filter((line) => kind !== 'emergency' || line.for === 'poison')
    const own = kind.startsWith('emergency') ? [] : lines.own.slice(0, 1)
    return [list([...own.map(item), ...found.map(item), directoryItem(templates)])]
  }

  /** A sentence with the emergency numbers of the country, as a run of their own, or with the words for them. */
  function withEmergency(sentence: string, { help, language }: Templates, region: string | undefined): Block {
    const numbers = region === undefined ? [] : lines.emergencyNumbers(region)
    if (numbers.length === 0) return plain(sentence.replaceAll('{emergency}', () => help.emergency))

    const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(numbers)
    const run = reachable(
      'text',
      listed,
      numbers.flatMap((number) => callContact(number) ?? []),
    )
    const children = sentence.split(/(\{emergency\})/).map((said) => (said === '{emergency}' ? run : text(said)))
    return { type: 'paragraph', children: children.filter(({ value }) => value !== '') }
  }

  function directoryItem({ help }: Templates): readonly Phrasing[] {
    const { service, url } = lines.directory
    return [text(`${help['any-country']}: `), { type: 'link', value: service, url }]
  }

  function withDirectory(sentence: string): readonly Phrasing[] {
    const { service, url } = lines.directory
    const [before = '', after = ''] = sentence.split('{directory}')
    return [text(before), { type: 'link', value: service, url }, text(after)]
  }

  function countriesIn(language: string): Action[] {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    return lines.countries
      .map((region): Action => ({ type: 'country', region, label: names.of(region) ?? region }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language))
  }
}

/** What stands before the answer that search gives. */
function lead({ level, theme }: Triage, { help }: Templates): readonly Block[] {
  if (level === 'medication' || level === 'diagnosis') return help[level].map(plain)
  return level === 'none' && theme === 'eating-disorder' ? help['eating-disorder'].map(plain) : []
}

export type HelpCards = ReturnType<typeof createHelpCards>

function countriesAction({ help }: Templates): Action {
  return { type: 'support', label: help.buttons.countries, countries: true }
}

/** For whom the lines of a card are. */
const audiences = {
  crisis: 'all',
  helper: 'helper',
  minor: 'youth',
  abuse: 'abuse',
  'abuse-helper': 'abuse',
  'eating-disorder': 'all',
  'eating-disorder-helper': 'all',
  emergency: 'poison',
  'emergency-intended': 'all',
} as const satisfies Record<CardKind, Parameters<HelpLines['linesFor']>[1]>

function cardKind({ level, about, theme, alsoCrisis }: Triage): CardKind {
  if (level === 'emergency') return alsoCrisis ? 'emergency-intended' : 'emergency'
  const isHelper = about === 'other'
  if (theme === 'abuse' || theme === 'eating-disorder') return isHelper ? `${theme}-helper` : theme
  if (isHelper) return 'helper'
  return theme === 'minor' ? 'minor' : 'crisis'
}

/** What stands in a public place instead of an answer that is for one person alone. */
function urgentInPublic({ help }: Templates): InPublic {
  return { line: help.public.urgent, button: help.public.button }
}

/** The same for an answer that is not urgent but says something about the person. */
function quietlyInPublic({ help }: Templates): InPublic {
  return { line: help.public.private, button: help.public.button }
}

function item(line: HelpLine): readonly Phrasing[] {
  const { service, contact, hours } = line
  const run = reachable('strong', contact, helpLineContacts(line))
  return [text(`${service}: `), run, text(hours === '' ? '' : ` (${hours})`)]
}

function list(items: readonly (readonly Phrasing[])[]): Block {
  return { type: 'list', items: items.map((children) => [{ type: 'paragraph', children }]) }
}

function plain(value: string): Block {
  return { type: 'paragraph', children: [text(value)] }
}

function text(value: string): Run {
  return reachable('text', value, [])
}

/** A run of text that may print contacts. */
type Run = Exclude<Phrasing, { readonly type: 'link' | 'break' }>

function reachable(type: Run['type'], value: string, contacts: readonly Contact[]): Run {
  return { type, value, ...(contacts.length === 0 ? {} : { contacts }) }
}

function textOf(block: Block | undefined): string {
  return block?.type === 'paragraph' ? block.children.map((each) => ('value' in each ? each.value : ' ')).join('') : ''
}
