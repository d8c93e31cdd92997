import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../../../stand-ins/discord/faults.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds, refusal } from './fault-kinds.ts'
import { type Request, showsHelp, untilAnswered, untilHelped } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'
import type { Surface } from './ways-of-asking.ts'

type Rows = readonly (readonly [name: string, fault: FaultKind, isAnswered: boolean])[]

/** Whether a message stands where it was asked for in the end; a nonce makes one message of all tries. */
const rows: Rows = [
  ...(
    [
      ['silence after it was carried out', true],
      ['HTTP 500 before it was carried out', true],
      ['HTTP 500 after it was carried out', true],
      ['HTTP 502 with a page in HTML', true],
      ['a connection reset before it was carried out', true],
      ['a connection reset after it was carried out', true],
      ['an answer that breaks off', true],
      ['HTTP 403', false],
      ['HTTP 404', false],
      ['an answer after 3.1 seconds', true],
      ['an answer 3.1 seconds after it was carried out', true],
    ] as const
  ).map(([name, isAnswered]) => [name, faultKinds[name], isAnswered] as const),
  ['50001, no access', refusal(403, 50_001), false],
  ['50013, no permission', refusal(403, 50_013), false],
  ['50007, no messages to this person', refusal(403, 50_007), false],
  ['10003, a channel that is gone', refusal(404, 10_003), false],
  ['50083, an archived thread', refusal(400, 50_083), false],
  ['160005, a locked thread', refusal(400, 160_005), false],
  ['50035, a body that Discord does not take', refusal(400, 50_035), false],
]

/** A request of ten seconds is tried again after that. */
const longMs = 15_000

describe.concurrent('a message in answer', { timeout: 60_000 }, () => {
  it.for(rows)(
    'survives %s, and help arrives or the log says that it did not',
    async ([, fault, isAnswered], context) => {
      const trial = await startTrial(context)

      const [calm, inNeed] = await askBoth(trial, 'mention')
      const [calmDirectly, inNeedDirectly] = await askBoth(trial, 'direct')
      for (const { befall } of trial.requests) befall(fault)

      await untilHelped(isAnswered ? [inNeed, inNeedDirectly] : [inNeed], longMs)
      if (isAnswered) await untilAnswered([calm, calmDirectly], longMs)
      else await trial.says('urgent-not-delivered')
      expect(await brokenPromises(trial)).toEqual([])
      expect([calm.isAnswered(), calmDirectly.isAnswered()]).toEqual([isAnswered, isAnswered])
    },
  )

  it('that is refused by a single 401 costs no later answer', async (context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('mention')
    request.befall(faultKinds['HTTP 401'])

    expect(await brokenPromises(trial)).toEqual([])
  })

  it('in a channel where the bot may not write goes to the person in need', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial

    const request = await trial.ask('mention', { isUrgent: true, denied: 'send' })

    await untilHelped([request])
    expect(await brokenPromises(trial)).toEqual([])
    expect(request.shown().map(({ channel_id }) => channel_id)).toEqual([discord.directMessages(request.person).id])
  })

  it('for somebody whom no way leads to is a line in the log', async (context) => {
    const trial = await startTrial(context)

    const request = await trial.ask('mention', { isUrgent: true, denied: 'send', blocksBot: true })
    await trial.says('urgent-not-delivered')

    expect(await brokenPromises(trial)).toEqual([])
    expect(request.shown()).toEqual([])
  })

  it('in a thread that is locked goes to the person in need', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const thread = discord.addChannel({ parent: discord.channel, locked: true })
    const person = discord.addPerson()

    discord.say({ author: person, channel: thread, content: `<@${discord.bot.id}> I want to kill myself` })

    await until(() => discord.privateTo(person.id).some(showsHelp), 'help by direct message')
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('in a channel that is deleted meanwhile goes to the person in need', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const person = discord.addPerson()
    const channel = discord.addChannel({ guild: discord.guild })
    discord.gateway.hold()
    discord.say({ author: person, channel, content: `<@${discord.bot.id}> I want to kill myself` })
    discord.removeChannel(channel)

    discord.gateway.release('as they came')

    await until(() => discord.privateTo(person.id).some(showsHelp), 'help by direct message')
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('in a channel that forbids it is not tried again for each question', async (context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const channel = discord.addChannel({ guild: discord.guild, denied: 'send' })
    const tries = () => discord.requests.filter(({ path }) => path === `/channels/${channel.id}/messages`).length
    const mention = () =>
      discord.say({ author: discord.addPerson(), channel, content: `<@${discord.bot.id}> is it genetic?` })
    mention()
    await trial.says('cannot-post')

    for (let number = 0; number < 5; number += 1) mention()
    await discord.quiet(200)

    expect(await brokenPromises(trial)).toEqual([])
    expect(tries()).toBe(1)
    expect(trial.logged.filter(({ event }) => event === 'cannot-post')).toHaveLength(1)
  })
})

/** What happens besides the message itself. */
describe.concurrent('what goes with an answer', { timeout: 60_000 }, () => {
  it.for(Object.entries(faultKinds))('typing that meets %s holds no answer up for long', async ([, fault], context) => {
    const trial = await startTrial(context)
    const typing = trial.discord.faults.add({ match: { method: 'POST', path: /typing$/ }, ...fault })

    const { isAnswered } = await trial.ask('mention')

    await until(isAnswered, 'an answer in spite of it', 4_000)
    expect(await brokenPromises(trial)).toEqual([])
    expect(typing.hits()).toBe(1)
  })

  it.for([
    ...Object.entries(faultKinds).filter(([, { kind }]) => kind !== 'silence'),
    ['50007, no messages to this person', refusal(403, 50_007)],
    ['40003, opening too fast', refusal(429, 40_003)],
  ] as readonly (readonly [string, FaultKind])[])(
    'direct messages whose opening meets %s bring help, or the log says that they did not',
    async ([, fault], context) => {
      const trial = await startTrial(context)
      const opening = trial.discord.faults.add({ match: { method: 'POST', path: /@me\/channels$/ }, ...fault })

      const request = await trial.ask('mention', { isUrgent: true, denied: 'send' })

      await until(() => isSettled(request, trial), 'help, or a line in the log', longMs)
      expect(await brokenPromises(trial)).toEqual([])
      expect(opening.hits()).toBe(1)
    },
  )
})

async function askBoth({ ask }: Trial, surface: Surface): Promise<readonly [Request, Request]> {
  return [await ask(surface), await ask(surface, { isUrgent: true })]
}

/** Help has arrived, or the log says that it did not. */
function isSettled({ shown }: Request, { logged }: Trial): boolean {
  return shown().some(showsHelp) || logged.some(({ event }) => event === 'urgent-not-delivered')
}
