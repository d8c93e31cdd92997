import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../../src/responder/answer.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { type Component, flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds } from './fault-kinds.ts'
import { startTrial, type Trial } from './start-trial.ts'

/** Sentences enough for several messages, each of them unlike the others. */
const sentences = Array.from(
  { length: 36 },
  (_, number) => `Sentence ${number} of ${'many words '.repeat(14)}stands here.`,
)

/** All of them that end soon, in another try or in none. */
const kinds = Object.entries(faultKinds).filter(([, { kind }]) => kind !== 'delay' && kind !== 'silence')

/** A bot whose pages are long. */
const longBot: Bot = { ...bot, page: (...asked) => lengthened(bot.page(...asked)) }

describe.concurrent('an answer in several parts', { timeout: 60_000 }, () => {
  it.for(kinds)('to a command shows none of them twice after %s', async ([, fault], context) => {
    const trial = await startTrial(context, { bot: longBot })
    const { discord } = trial
    const person = discord.addPerson()
    const path = new RegExp(`^/webhooks/${discord.application.id}/`)
    const second = discord.faults.add({ match: { method: 'POST', path }, ...fault })

    const asked = discord.slash({ user: person, channel: discord.channel, command: 'about' })
    await until(() => second.hits() === 1, 'the second part')
    await until(() => tries(trial, path) === 2 || isGivenUp(trial), 'another try, or none')

    expect(await brokenPromises(trial)).toEqual([])
    expectEachOnce(await asked.responses(1))
  })

  it.for([
    'HTTP 500 before it was carried out',
    'HTTP 500 after it was carried out',
    'a connection reset after it was carried out',
    'HTTP 403',
  ] as const)('to a mention shows none of them twice after %s', async (name, context) => {
    const trial = await startTrial(context, { bot: longBot })
    const { discord } = trial
    const { channel } = discord
    const answers = () => discord.visible(channel.id).filter(({ author }) => author.id === discord.bot.id)
    const path = new RegExp(`^/channels/${channel.id}/messages$`)
    const match = { method: 'POST', path }
    discord.faults.add({ match, kind: 'delay', ms: 0 })
    const second = discord.faults.add({ match, ...faultKinds[name] })

    discord.say({ author: discord.addPerson(), channel, content: `<@${discord.bot.id}>` })
    await until(() => second.hits() === 1, 'the second part')
    await until(() => tries(trial, path) === 3 || isGivenUp(trial), 'another try, or none')

    expect(await brokenPromises(trial)).toEqual([])
    expectEachOnce(answers())
  })
})

/** The beginning of the answer stands there, each sentence once. */
function expectEachOnce(messages: readonly APIMessage[]): void {
  const numbers = sentencesIn(messages)
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers).toEqual(sentences.map((_, number) => number).slice(0, numbers.length))
}

function lengthened(answer: Answer): Answer {
  const children = sentences.map((value) => [{ type: 'text', value }] as const)
  return { ...answer, blocks: children.map((each) => ({ type: 'paragraph', children: each })) }
}

/** Numbers of the sentences that stand in messages, in order. */
function sentencesIn(messages: readonly APIMessage[]): readonly number[] {
  const texts = messages.flatMap(({ content, components }) => [
    content,
    ...flatComponents((components ?? []) as readonly Component[]).map((part) => part.content ?? ''),
  ])
  return [...texts.join('\n').matchAll(/Sentence (\d+) of/g)].map(([, number]) => Number(number))
}

function tries({ discord }: Trial, wanted: RegExp): number {
  return discord.requests.filter(({ method, path }) => method === 'POST' && wanted.test(path)).length
}

function isGivenUp({ logged }: Trial): boolean {
  return logged.some(({ event }) => event === 'request-failed')
}
