import { describe, expect, it } from 'vitest'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { startTrial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

describe.concurrent('events', { timeout: 30_000 }, () => {
  it('that are delivered twice are answered once', async (context) => {
    const trial = await startTrial(context)
    trial.discord.gateway.duplicate(1_000)

    await untilAnswered(await trial.askAll(surfaces))

    expect(await brokenPromises(trial)).toEqual([])
    expect(trial.logged.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('that come in another order are answered once each', async (context) => {
    const trial = await startTrial(context)
    // A button has to be there before it can be pressed.
    const asked = surfaces.filter((surface) => surface !== 'button')
    trial.discord.gateway.hold()
    const requests = await trial.askAll(asked)

    trial.discord.gateway.release('reversed')

    await untilAnswered(requests)
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('that tell of a deleted question before the question itself leave no public answer', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const author = discord.addPerson()
    discord.gateway.hold()
    const { id } = discord.say({ author, channel: discord.channel, content: `<@${discord.bot.id}> is it genetic?` })
    discord.deleteMessage(id)

    discord.gateway.release('reversed')
    await discord.quiet(300)

    expect(await brokenPromises(trial)).toEqual([])
    const tries = discord.requests.filter(({ path }) => path === `/channels/${discord.channel.id}/messages`)
    expect(tries).toEqual([])
  })
})
