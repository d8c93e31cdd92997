import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import { until } from '../../until.ts'
import { type Request, showsHelp } from './request.ts'
import type { Trial } from './start-trial.ts'

/**
 * Tells which promises are broken after whatever went wrong, and stops the adapter for it.
 *
 * The adapter goes on answering or has ended for a reason; what everybody can read is said once; everybody in need has got
 * help, or the log says that it did not reach them; Slack is not pressed; nothing private is written down. Calls that came
 * `latestMs` or more before they should have were under way already.
 */
export async function brokenPromises(
  trial: Trial,
  { latestMs = Number.POSITIVE_INFINITY } = {},
): Promise<readonly string[]> {
  const { slack, adapter, requests } = trial
  slack.faults.clear()
  const life = await signsOfDeath(trial)
  // Lets replies in flight finish.
  await adapter.stop()

  return [
    ...life,
    ...requests.flatMap(secondAnswers),
    ...missingHelp(trial),
    ...slack.earlyRetries
      .filter(({ earlyMs }) => earlyMs < latestMs)
      .map(({ method, earlyMs }) => `${method} came ${Math.round(earlyMs)} ms too early`),
    ...slack.problems.map((problem) => `Slack would not take ${problem}`),
    ...slack.unexpected.map((address) => `there is no address ${address}`),
    ...leaks(trial),
  ]
}

/** New questions are answered, over both ways that answers take, unless Slack has refused the adapter for good. */
async function signsOfDeath({ slack, ask, ending }: Trial): Promise<readonly string[]> {
  const reason = ending()
  if (reason !== undefined) return reason instanceof PlatformRefused ? [] : [`ended without a reason: ${reason}`]

  const answers = await Promise.all((['command', 'direct'] as const).map((surface) => isAnswered(slack, ask, surface)))
  return answers.flatMap(({ surface, isGood }) => (isGood ? [] : [`no further question by ${surface} is answered`]))
}

/** Slack gives a command up together with the connection that brought it: then the person asks again. */
async function isAnswered(
  slack: Trial['slack'],
  ask: Trial['ask'],
  surface: 'command' | 'direct',
  attempts = 20,
): Promise<{ readonly surface: string; readonly isGood: boolean }> {
  const request = await ask(surface)
  const isLost = () => request.delivery?.failure() !== undefined
  await until(() => request.isAnswered() || isLost(), 'an answer').catch(() => {})
  if (!request.isAnswered() && isLost() && attempts > 1) {
    await slack.until(() => false, 'another connection', 200).catch(() => {})
    return isAnswered(slack, ask, surface, attempts - 1)
  }
  return { surface, isGood: request.isAnswered() }
}

/** A second copy for one person, where nobody can know whether the first arrived, does no harm; one that all can read does. */
function secondAnswers({ surface, isUrgent, shownToAll }: Request): readonly string[] {
  const { length } = shownToAll()
  return length > 1 && !isUrgent ? [`${length} public answers to one question by ${surface}`] : []
}

function missingHelp({ requests, logged }: Trial): readonly string[] {
  const without = requests.filter(
    ({ isUrgent, shown, delivery }) => isUrgent && delivery?.failure() === undefined && !shown().some(showsHelp),
  )
  const told = logged.filter(({ event }) => event === 'urgent-not-delivered')
  if (told.length >= without.length) return []
  return [
    `no help for whoever asked by ${without.map(({ surface }) => surface).join(', ')}; ${told.length} lines say so`,
  ]
}

/** Secrets, people and what they wrote, where it was written down. */
export function leaks({ slack, logged, told, requests }: Trial): readonly string[] {
  const written = [...logged.map(({ text }) => text), ...told].join('\n')
  const people = requests.flatMap(({ person, text }) => [person.id, person.name, text.replace('?', '')])
  const secrets = new Set([slack.botToken, slack.appToken, slack.signingSecret, '/respond/', ...people])
  return [...secrets].filter((secret) => written.includes(secret)).map((secret) => `"${secret}" was written down`)
}
