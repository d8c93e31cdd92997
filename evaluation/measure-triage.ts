import type { Triage } from '../src/safety/triage.ts'
import type { LabelledMessage } from './messages.ts'

/** How many of how many. */
export type Share = { readonly hits: number; readonly of: number }

/** What triage makes of a set of labelled messages. */
export type TriageFigures = {
  /** By level, by level and language, and by category: messages that were given that level or one that counts as well. */
  readonly found: Readonly<Record<string, Share>>
  /** By category of messages that are not urgent, and by language: those that were called urgent all the same. */
  readonly falseAlarms: Readonly<Record<string, Share>>
  /** Of the messages called urgent, those that are, in all and by language. */
  readonly precision: Readonly<Record<string, Share>>
  /** Of the crises found, those with the right person, and of those with a theme the right one. */
  readonly about: Share
  readonly theme: Share
  /** Of the messages found to be an emergency that are a crisis as well, those known as both. */
  readonly alsoCrisis: Share
}

type Judged = { readonly message: LabelledMessage; readonly found: Triage }

/** Reads every message. */
export function measureTriage(triage: (text: string) => Triage, messages: readonly LabelledMessage[]): TriageFigures {
  const all = messages.map((message) => ({ message, found: triage(message.text) }))
  const calm = all.filter(({ message }) => !urgentLevels.has(message.expect.triage))
  const crises = all.filter(({ message, found }) => message.expect.triage === 'crisis' && found.level === 'crisis')
  return {
    found: shares(
      all.filter(({ message }) => message.expect.triage !== 'none'),
      ({ expect, lang, category }) => [expect.triage, `${expect.triage} ${lang}`, category],
      isRight,
    ),
    falseAlarms: shares(calm, ({ category, lang }) => ['all', category, `all ${lang}`], isFalseAlarm),
    precision: shares(
      all.filter(({ found }) => urgentLevels.has(found.level)),
      ({ lang }) => ['all', lang],
      (each) => !isFalseAlarm(each),
    ),
    about: share(
      crises.filter(({ message }) => message.about !== undefined),
      ({ message, found }) => message.about === found.about,
    ),
    theme: share(
      crises.filter(({ message }) => message.theme !== undefined),
      ({ message, found }) => message.theme === found.theme,
    ),
    alsoCrisis: share(
      all.filter(({ message, found }) => message.alsoCrisis && found.level === 'emergency'),
      ({ found }) => found.alsoCrisis,
    ),
  }
}

const urgentLevels: ReadonlySet<string> = new Set(['crisis', 'emergency'])

function isRight({ message, found }: Judged): boolean {
  return found.level === message.expect.triage || message.accept.includes(found.level)
}

function isFalseAlarm({ message: { expect, accept }, found }: Judged): boolean {
  return urgentLevels.has(found.level) && ![expect.triage, ...accept].some((level) => urgentLevels.has(level))
}

function shares(
  all: readonly Judged[],
  groupsOf: (message: LabelledMessage) => readonly string[],
  isHit: (each: Judged) => boolean,
): Readonly<Record<string, Share>> {
  const groups = new Map<string, Judged[]>()
  for (const each of all)
    for (const name of groupsOf(each.message)) groups.set(name, [...(groups.get(name) ?? []), each])
  return Object.fromEntries(
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => [name, share(group, isHit)]),
  )
}

function share(group: readonly Judged[], isHit: (each: Judged) => boolean): Share {
  return { hits: group.filter(isHit).length, of: group.length }
}
