import { readFileSync } from 'node:fs'
import { openTriage } from '../src/safety/open-triage.ts'
import { loadEverydayWords } from '../src/text/everyday-words.ts'
import { root } from './judgments.ts'
import { measureTriage, type Share, type TriageFigures } from './measure-triage.ts'
import { readMessages } from './messages.ts'

/** Where the figures stand that a change must not fall below. */
export const triageBaselineFile = `${root}evaluation/triage-baseline.json`

/** Points, as a share, by which recall may fall and false alarms may rise (requirement S31). */
export const allowedFall = 0.02
export const allowedRise = 0.03

/** The figures of the messages that were written apart and are never looked at while tuning. */
export function evaluateTriage(path = `${root}evaluation/messages/held-out`): TriageFigures {
  const triage = openTriage(`${root}safety`, loadEverydayWords()).read
  return measureTriage(triage, readMessages(path))
}

/** The stored figures. */
export function loadTriageBaseline(): TriageFigures {
  return JSON.parse(readFileSync(triageBaselineFile, 'utf8'))
}

/** Names each figure that is worse than the baseline by more than is allowed; groups under twenty messages tell nothing. */
export function findTriageLosses(now: TriageFigures, before: TriageFigures): readonly string[] {
  const fallen = Object.entries(before.found)
    .filter(([name, share]) => share.of >= fewest && rate(now.found[name]) < rate(share) - allowedFall)
    .map(([name, share]) => `found, ${name}: was ${format(share)}, is ${format(now.found[name])}`)
  const risen = Object.entries(before.falseAlarms)
    .filter(([name, share]) => share.of >= fewest && rate(now.falseAlarms[name]) > rate(share) + allowedRise)
    .map(([name, share]) => `false alarms, ${name}: was ${format(share)}, is ${format(now.falseAlarms[name])}`)
  return [...fallen, ...risen]
}

const fewest = 20

/** "94.9 % of 394". */
export function format(share: Share | undefined): string {
  return share === undefined || share.of === 0 ? 'none' : `${(100 * rate(share)).toFixed(1)} % of ${share.of}`
}

function rate(share: Share | undefined): number {
  return share === undefined || share.of === 0 ? 0 : share.hits / share.of
}
