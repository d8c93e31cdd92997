import { join } from 'node:path'
import type { Answer } from '../../../src/responder/answer.ts'
import type { Bot, RankedPassage } from '../../../src/responder/bot.ts'
import { loadTemplates } from '../../../src/responder/load-templates.ts'
import type { Question } from '../../../src/responder/question.ts'
import type { Templates } from '../../../src/responder/templates.ts'
import { heading, makeAnswer, paragraph } from './make-answer.ts'

const english = loadTemplates(join(import.meta.dirname, '../../../templates')).get('en') as Templates

/** A bot of few words for tests; `asked` lists every question it got. */
export function createScriptedBot(): Bot & { readonly asked: readonly Question[] } {
  const asked: Question[] = []

  return {
    asked,
    respond: (question) => {
      asked.push(question)
      return respond(question)
    },
    respondRanked: (question, limit) => {
      asked.push(question)
      return { answer: respond(question), ranked: rank(question.text).slice(0, limit) }
    },
    rank: ({ text }, limit) => rank(text).slice(0, limit),
    explain: () => ({ outcome: 'answered', triage: 'none', reason: 'sure' }),
    suggest: () => [],
    suggestDocuments: () => [],
    places: () =>
      passages.map(({ document, section, heading: title }) => ({
        document,
        section,
        label: title,
        title: 'Low',
        heading: title,
        names: [],
      })),
    topics: () =>
      makeAnswer({
        outcome: 'help',
        blocks: [paragraph('All topics.')],
        actions: [{ type: 'passage', label: 'Diet', document: 'low', section: 'diet' }],
      }),
    library: () => [],
    document: () => undefined,
    passage: (document, section) =>
      passages.some((each) => each.document === document && each.section === section)
        ? makeAnswer({ blocks: [heading(section), paragraph(`The passage ${document}/${section}.`)] })
        : undefined,
    support: ({ region }) =>
      region === undefined
        ? makeAnswer({
            outcome: 'help',
            blocks: [paragraph('Choose a country.')],
            actions: [{ type: 'country', region: 'IE', label: 'Ireland' }],
          })
        : makeAnswer({ outcome: 'help', blocks: [paragraph(`Lines of ${region}.`)] }),
    page: (name) => makeAnswer({ outcome: 'help', blocks: [paragraph(`The page ${name}.`)] }),
    chatWords: () => english.chat,
    apology: () => makeAnswer({ outcome: 'not-found', blocks: [paragraph('Sorry, please try again.')] }),
  }
}

function respond({ text, notAboutMe }: Question): Answer {
  if (text === 'break') throw new Error(`cannot read ${text}`)
  if (text.startsWith('help me') && notAboutMe !== true)
    return makeAnswer({
      outcome: 'urgent',
      blocks: [paragraph('Help is here.')],
      actions: [
        { type: 'support', label: 'Get support' },
        { type: 'not-about-me', label: 'Not about me' },
      ],
    })
  if (text === 'unknown') return makeAnswer({ outcome: 'not-found', blocks: [paragraph('I do not know.')] })
  if (text === 'which')
    return makeAnswer({
      outcome: 'suggested',
      blocks: [paragraph('Which of these?')],
      actions: [
        { type: 'passage', label: 'Stress', document: 'low', section: 'stress' },
        { type: 'passage', label: 'Diet', document: 'low', section: 'diet' },
        { type: 'question', label: 'unknown' },
        { type: 'topics', label: 'None of these' },
      ],
    })
  return makeAnswer({
    blocks: [paragraph(`You asked ${text.length} characters.`)],
    receipt: {
      document: 'low',
      passages: [
        { section: 'diet', hash: 'aa' },
        { section: 'what-to-do', hash: 'bb' },
        { section: 'gone', hash: 'cc' },
      ],
    },
  })
}

const passages: readonly RankedPassage[] = [
  { document: 'low', section: 'stress', heading: 'Stress', score: 9, excerpt: 'About stress.' },
  { document: 'low', section: 'diet', heading: 'Diet', score: 7.5, excerpt: 'About diet.' },
  { document: 'low', section: 'what-to-do', heading: 'What to do', score: 2, excerpt: 'Talk to somebody.' },
]

/** The last passage is only near its own name. */
function rank(text: string): readonly RankedPassage[] {
  return text === 'what to do' ? passages.toReversed() : passages.slice(0, 2)
}
