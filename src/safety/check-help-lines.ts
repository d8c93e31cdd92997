import type { HelpLines } from './help-lines.ts'

/** What an operator should know about a help line. */
export type HelpLineFinding = { readonly severity: 'notice' | 'warning' | 'failure'; readonly message: string }

/** Days after which a person should call or look again: chosen as twice a year, since numbers change without notice. */
const warningDays = 180

/** Days after which an entry can no longer be relied on: chosen as a year. */
const failureDays = 365

/** Tells for every help line and emergency number whether a person has checked it, and whether that was too long ago. */
export function checkHelpLines({ all, emergency }: HelpLines, today: string): readonly HelpLineFinding[] {
  const numbers = Object.entries(emergency).map(([country, entry]) => ({
    name: `emergency ${entry.numbers.join(' or ')} (${country})`,
    verified: entry.verified,
  }))
  const lines = all.map(({ id, service, contact, verified }) => ({
    name: `help line ${id} (${service}, ${contact})`,
    verified,
  }))
  return [...numbers, ...lines].flatMap(({ name, verified }) => findingsOn(name, verified, today))
}

function findingsOn(name: string, verified: string, today: string): readonly HelpLineFinding[] {
  if (verified === '') return [{ severity: 'notice', message: `${name} has not been checked by a person` }]

  const days = Math.round((Date.parse(today) - Date.parse(verified)) / dayMs)
  if (days < 0)
    return [
      { severity: 'failure', message: `${name} was checked on ${verified}, which is yet to come (mend the date)` },
    ]
  if (days <= warningDays) return []
  const severity = days > failureDays ? 'failure' : 'warning'
  return [{ severity, message: `${name} was checked ${days} days ago, on ${verified} (check it again)` }]
}

const dayMs = 24 * 60 * 60 * 1000
