import { root } from '../evaluation/judgments.ts'
import { measureTriage } from '../evaluation/measure-triage.ts'
import { type LabelledMessage, readMessages } from '../evaluation/messages.ts'
import { format } from '../evaluation/triage-baseline.ts'
import { openTriage } from '../src/safety/open-triage.ts'
import { calm, type Triage } from '../src/safety/triage.ts'
import { loadEverydayWords } from '../src/text/everyday-words.ts'
import { createRandom } from './random.ts'

/** How long triage takes for messages of some length, and what it finds. */
export type TriageBench = {
  readonly times: readonly { readonly characters: number; readonly p50Ms: number; readonly p99Ms: number }[]
  /** English messages held out: crises and emergencies found, and false alarms, here and by a list of keywords. */
  readonly found: Readonly<Record<'triage' | 'keywords', { readonly urgent: string; readonly falseAlarms: string }>>
}

const messages = 200
/** Each message is read this often, and its quickest time counts: the others are the machine's. */
const times = 10

/** What bots commonly look for: a short list, as found in several of them. */
const keywords = [
  'suicide',
  'suicidal',
  'kill myself',
  'end my life',
  'want to die',
  'self harm',
  'self-harm',
  'cut myself',
  'cutting myself',
  'overdose',
  'hurt myself',
  'end it all',
  'better off dead',
  'no reason to live',
  'kms',
  'unalive',
  'take my own life',
  "don't want to live",
  'hang myself',
  'jump off',
  'goodbye forever',
  "can't go on",
  'hopeless',
  'worthless',
  'kill himself',
  'kill herself',
]

/** Measures triage on the English messages of `evaluation/`. */
export function measureTriageBench(): TriageBench {
  const triage = openTriage(`${root}safety`, loadEverydayWords()).read
  const texts = readMessages(`${root}evaluation/messages/tuning`)
    .filter(({ lang }) => lang === 'en')
    .map(({ text }) => text)
  const heldOut = readMessages(`${root}evaluation/messages/held-out`).filter(({ lang }) => lang === 'en')
  return {
    times: [300, 4000].map((characters) => timesOf(triage, longer(texts, characters), characters)),
    found: { triage: findings(triage, heldOut), keywords: findings(byKeyword, heldOut) },
  }
}

function byKeyword(text: string): Triage {
  const lower = text.toLowerCase()
  return keywords.some((each) => lower.includes(each)) ? { ...calm, level: 'crisis' } : calm
}

function findings(triage: (text: string) => Triage, messagesRead: readonly LabelledMessage[]) {
  const either = messagesRead.map(
    (each): LabelledMessage => Object.assign({}, each, isUrgent(each) ? { accept: ['crisis', 'emergency'] } : {}),
  )
  const { found, falseAlarms } = measureTriage(triage, either)
  const [crisis, emergency] = [found['crisis'], found['emergency']].map((each) => each ?? { hits: 0, of: 0 })
  return {
    urgent: format({
      hits: (crisis?.hits ?? 0) + (emergency?.hits ?? 0),
      of: (crisis?.of ?? 0) + (emergency?.of ?? 0),
    }),
    falseAlarms: format(falseAlarms['all']),
  }
}

function isUrgent({ expect }: LabelledMessage): boolean {
  return expect.triage === 'crisis' || expect.triage === 'emergency'
}

function longer(texts: readonly string[], characters: number): readonly string[] {
  const random = createRandom(7)
  return Array.from({ length: messages }, () => {
    let text = ''
    while (text.length < characters) text += `${texts[random.below(texts.length)] ?? ''} `
    return text.slice(0, characters)
  })
}

function timesOf(triage: (text: string) => Triage, texts: readonly string[], characters: number) {
  const quickest = texts.map((text) => Math.min(...Array.from({ length: times }, () => timeOf(() => triage(text)))))
  const sorted = quickest.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { characters, p50Ms: at(0.5), p99Ms: at(0.99) }
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
