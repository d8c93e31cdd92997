import { describe, expect, it } from 'vitest'
import type { RateLimitScope } from '../../../stand-ins/discord/faults.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered, untilHelped } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'

const scopes = ['route', 'shared', 'global', 'cloudflare'] as const satisfies readonly RateLimitScope[]

describe.concurrent('a limit', { timeout: 30_000 }, () => {
  it.for(scopes)('on a message (%s) is waited for, whatever else is asked meanwhile', async (scope, context) => {
    const trial = await startTrial(context)
    const { discord, ask } = trial
    const limited = await ask('mention')
    limited.befall({ kind: 'rate-limit', scope, retryAfterMs: 1_000 })
    await whenTold(trial)

    const others = [await ask('mention'), await ask('direct'), await ask('slash')]
    const neighbour = discord.addPerson()
    discord.say({ author: neighbour, channel: limited.channel, content: `<@${discord.bot.id}> what foods help?` })
    const inChannel = () => discord.visible(limited.channel.id).filter(({ author }) => author.id === discord.bot.id)

    await untilAnswered([limited, ...others], 8_000)
    await until(() => inChannel().length === 2, 'an answer to the neighbour', 8_000)
    expect(discord.earlyRetries).toEqual([])
  })

  // Responses to interactions do not count towards the global limit (rate-limits.mdx, "Global Rate Limit").
  it.for(['route', 'shared', 'cloudflare'] as const)(
    'on a first response (%s) is waited for, whatever else is asked meanwhile',
    async (scope, context) => {
      const trial = await startTrial(context)
      const { discord, ask } = trial
      const limited = await ask('slash')
      limited.befall({ kind: 'rate-limit', scope, retryAfterMs: 1_000 })
      await whenTold(trial)

      const others = [await ask('mention'), await ask('direct'), await ask('slash')]

      await untilAnswered(others, 8_000)
      expect(discord.earlyRetries).toEqual([])
    },
  )

  it.for([
    ['route', 20_000],
    ['shared', 20_000],
    ['route', 45_000],
  ] as const)(
    'in a channel (%s, %i ms) does not keep help back: it comes by direct message',
    async (limit, context) => {
      const trial = await startTrial(context)
      const [scope, retryAfterMs] = limit

      const request = await trial.ask('mention', { isUrgent: true })
      request.befall({ kind: 'rate-limit', scope, retryAfterMs })

      await untilHelped([request])
      expect(await brokenPromises(trial)).toEqual([])
    },
  )

  it('for longer than anybody waits leaves an ordinary question without an answer', async (context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('mention')
    request.befall({ kind: 'rate-limit', scope: 'route', retryAfterMs: 45_000 })

    expect(await brokenPromises(trial)).toEqual([])
    expect(request.shown()).toEqual([])
  })

  it('as a busy server meets it is kept to without a single request too many', async (context) => {
    const trial = await startTrial(context, { rateLimits: true })
    const { discord } = trial
    const people = Array.from({ length: 8 }, () => discord.addPerson())
    const answers = () => discord.visible(discord.channel.id).filter(({ author }) => author.id === discord.bot.id)

    for (const author of people)
      discord.say({ author, channel: discord.channel, content: `<@${discord.bot.id}> is it genetic?` })

    await until(() => answers().length === people.length, 'an answer to everybody', 20_000)
    expect(await brokenPromises(trial)).toEqual([])
  })
})

/** The bot has been told to wait, and has had time to read it. */
async function whenTold({ discord }: Trial): Promise<void> {
  await discord.waitFor(({ status }) => status === 429, 'a limit')
  await discord.quiet(80)
}
