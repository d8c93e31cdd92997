import { PlatformRefused } from '../../../../src/adapters/platform-refused.ts'
import { isEphemeral } from '../../../stand-ins/discord/message-flags.ts'
import { until } from '../../until.ts'
import { type Request, showsHelp } from './request.ts'
import type { Trial } from './start-trial.ts'

/**
 * Tells which promises are broken after whatever went wrong, and stops the adapter for it.
 *
 * The adapter goes on answering or has ended for a reason; nobody is answered twice; everybody in need has got help, or
 * the log says that it did not reach them; Discord is not pressed; nothing private is written down.
 */
export async function brokenPromises(trial: Trial): Promise<readonly string[]> {
  const { discord, adapter, requests } = trial
  await until(() => requests.every(({ isBefallen }) => isBefallen()), 'what was to go wrong')
  discord.faults.clear()
  const life = await signsOfDeath(trial)
  // Lets replies in flight finish.
  await adapter.stop()

  return [
    ...life,
    ...requests.flatMap(secondAnswers),
    ...missingHelp(trial),
    ...discord.earlyRetries.map(({ method, path, scope, earlyMs }) => {
      return `${method} ${path} came ${Math.round(earlyMs)} ms too early (${scope})`
    }),
    ...discord.problems.map((problem) => `Discord would not take ${problem}`),
    ...discord.unexpected.map((address) => `there is no address ${address}`),
    ...leaks(trial),
  ]
}

/** New questions are answered, over both ways that answers take, unless Discord has refused the adapter for good. */
async function signsOfDeath({ ask, ending }: Trial): Promise<readonly string[]> {
  const reason = ending()
  if (reason !== undefined) return reason instanceof PlatformRefused ? [] : [`ended without a reason: ${reason}`]

  const further = await Promise.all([ask('slash'), ask('mention')])
  await until(() => further.every(({ isAnswered }) => isAnswered()), 'an answer to further questions').catch(() => {})
  return further.flatMap(({ surface, isAnswered }) =>
    isAnswered() ? [] : [`no further question by ${surface} is answered`],
  )
}

/** Where nobody can know whether help has arrived, it may come by another way as well, but never twice by the same. */
function secondAnswers({ surface, isUrgent, shown }: Request): readonly string[] {
  const messages = shown()
  const places = new Set(messages.map(({ channel_id, flags }) => `${channel_id} ${isEphemeral(flags)}`))
  const most = isUrgent ? places.size : 1
  return messages.length > most ? [`${messages.length} answers to one question by ${surface}`] : []
}

function missingHelp({ requests, logged }: Trial): readonly string[] {
  const without = requests.filter(({ isUrgent, shown }) => isUrgent && !shown().some(showsHelp))
  const told = logged.filter(({ event }) => event === 'urgent-not-delivered')
  if (told.length >= without.length) return []
  const ways = without.map(({ surface }) => surface).join(', ')
  return [`no help for whoever asked by ${ways}, and ${told.length} lines about it`]
}

function leaks({ discord, logged, told, requests }: Trial): readonly string[] {
  const written = [...logged.map(({ text }) => text), ...told].join('\n')
  const people = requests.flatMap(({ person, text }) => [person.id, person.user.username, text.replace('?', '')])
  const secrets = new Set([discord.token, 'fake-interaction-token', ...people])
  return [...secrets].filter((secret) => written.includes(secret)).map((secret) => `"${secret}" was written down`)
}
