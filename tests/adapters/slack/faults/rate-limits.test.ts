import { describe, expect, it } from 'vitest'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { showsHelp, untilAnswered, untilHelped } from './request.ts'
import { startTrial } from './start-trial.ts'
import { methodOf, surfaces } from './ways-of-asking.ts'

describe.concurrent('a limit', { timeout: 30_000 }, () => {
  it.for(['mention', 'command', 'topic', 'home', 'messages'] as const)(
    'of the method by which %s is answered is heeded, and holds up no other one',
    async (surface, context) => {
      const trial = await startTrial(context)
      const begins = await Promise.all(
        surfaces
          .filter((each) => methodOf[each] !== methodOf[surface])
          .concat(surface)
          .map((each) => trial.prepare(each)),
      )
      trial.slack.faults.add({ method: methodOf[surface], retryAfter: 3 })
      const since = performance.now()

      const requests = begins.map((begin) => begin())

      await untilAnswered(requests.slice(0, -1), 2_500)
      await untilAnswered(requests)
      expect(performance.now() - since).toBeGreaterThan(3_000)
      expect(await brokenPromises(trial)).toEqual([])
    },
  )

  it('of messages holds up those in other channels no longer than Slack asks for', async (context) => {
    const trial = await startTrial(context)
    trial.slack.faults.add({ method: 'chat.postMessage', retryAfter: 2 })
    const first = await trial.ask('mention')
    await until(() => trial.slack.calls.some(({ status }) => status === 429), 'the limit')
    await trial.slack.until(() => false, 'nothing', 200).catch(() => {})

    const others = await Promise.all(Array.from({ length: 5 }, () => trial.ask('mention')))

    await untilAnswered([first, ...others])

    expect(await brokenPromises(trial)).toEqual([])
  })

  it('that lasts too long leads somebody in need to help by another way', async (context) => {
    const trial = await startTrial(context)
    trial.slack.faults.add({ method: 'chat.postMessage', times: 1_000, retryAfter: 40 })

    const calm = await trial.ask('mention')
    const urgent = await trial.ask('mention', { isUrgent: true })

    await until(() => isHelpedOrTold(trial, urgent), 'help, or a line in the log', 8_000)
    expect(calm.isAnswered()).toBe(false)
    expect(trial.slack.earlyRetries).toEqual([])
    expect(trial.logged.some(({ text }) => text.includes('"call-failed"') && text.includes('"busy"'))).toBe(true)
  })

  it('on an ordinary answer does not keep help back from the same channel', async (context) => {
    const trial = await startTrial(context)
    const { slack } = trial
    const limited = slack.faults.add({ method: 'chat.postMessage', retryAfter: 20 })
    const calm = await trial.ask('mention')
    await until(() => limited.hits() === 1, 'the limit')
    const person = slack.addPerson()

    const { ts } = person.mention('I want to kill myself', { channel: calm.channel, threadTs: threadOf(calm) })

    await until(() => slack.ephemerals(person.id).some(showsHelp), `help for ${ts}`, 7_000)
    expect(slack.earlyRetries).toEqual([])
  })

  it('is not reached by five people who ask in one channel at once', async (context) => {
    const trial = await startTrial(context, { rateLimits: true })
    const { slack } = trial
    const people = Array.from({ length: 5 }, () => slack.addPerson())

    const asked = people.map((person) => person.mention('is it genetic?', { channel: slack.channel }))

    const isDone = () => asked.every(({ ts }) => slack.thread(slack.channel, ts).length === 2)
    await until(isDone, 'five answers', 10_000)
    expect(slack.calls.map(({ status }) => status)).not.toContain(429)
    expect(await brokenPromises(trial)).toEqual([])
  })
})

describe.concurrent('a channel', { timeout: 30_000 }, () => {
  it('in which Slack does not answer keeps help back for a few seconds only', async (context) => {
    const trial = await startTrial(context)
    const { slack } = trial
    const hanging = slack.faults.add({ method: 'chat.postMessage', hang: true })
    const calm = await trial.ask('mention')
    await until(() => hanging.hits() === 1, 'a call that hangs')
    const person = slack.addPerson()

    person.mention('I want to kill myself', { channel: calm.channel, threadTs: threadOf(calm) })

    await until(() => slack.visible(calm.channel, person.id).some(showsHelp), 'help', 7_000)
    expect(hanging.hits()).toBe(1)
  })

  it('in which the bot may not post is not tried again for each question, and help comes privately', async (context) => {
    const trial = await startTrial(context)
    const { slack } = trial
    const refused = slack.faults.add({ method: 'chat.postMessage', times: 1_000, error: 'restricted_action' })
    const channel = slack.addChannel()
    const root = slack.addPerson().write('hello', { channel })
    slack.addPerson().write('hello, too', { channel, threadTs: root.ts })
    slack.addPerson().mention('is it genetic?', { channel, threadTs: root.ts })
    await trial.says('cannot-post')

    for (let number = 0; number < 5; number += 1) slack.addPerson().mention('is it genetic?', { channel })
    const person = slack.addPerson()
    person.mention('I want to kill myself', { channel, threadTs: root.ts })

    await until(() => slack.ephemerals(person.id).some(showsHelp), 'help')
    // One for the first question, and one for the line that leads to help.
    expect(refused.hits()).toBe(2)
    expect(trial.logged.filter(({ event }) => event === 'cannot-post')).toHaveLength(1)
  })

  it('in whose thread the line about help cannot stand shows the card where it can be seen', async (context) => {
    const trial = await startTrial(context)
    const refused = trial.slack.faults.add({ method: 'chat.postMessage', times: 1_000, error: 'restricted_action' })

    const urgent = await trial.ask('mention', { isUrgent: true })

    await untilHelped([urgent])
    expect(refused.hits()).toBe(1)
  })

  it('from which the bot was thrown out is told in the log when somebody in need cannot be reached', async (context) => {
    const trial = await startTrial(context)
    const { slack } = trial
    slack.faults.add({ method: 'chat.postMessage', times: 1_000, error: 'not_in_channel' })
    slack.faults.add({ method: 'chat.postEphemeral', times: 1_000, error: 'not_in_channel' })

    const urgent = await trial.ask('mention', { isUrgent: true })

    await trial.says('urgent-not-delivered')
    expect(urgent.shown()).toEqual([])
  })
})

type Asked = Awaited<ReturnType<Awaited<ReturnType<typeof startTrial>>['ask']>>

function isHelpedOrTold({ logged }: Awaited<ReturnType<typeof startTrial>>, { shown }: Asked): boolean {
  return shown().some(showsHelp) || logged.some(({ event }) => event === 'urgent-not-delivered')
}

/** The thread of the question; somebody else writes in it, so that whoever is alone in it sees what is for them. */
function threadOf({ said, channel, person }: Asked): string {
  const ts = said()
  person.write('thank you', { channel, threadTs: ts })
  return ts
}
