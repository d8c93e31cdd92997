import { describe, expect, it } from 'vitest'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { FaultKind } from '../../../stand-ins/discord/faults.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds, refusal } from './fault-kinds.ts'
import { type Request, untilAnswered } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'

type Rows = readonly (readonly [name: string, fault: FaultKind, isDone: boolean])[]

const common: Rows = (
  [
    ['HTTP 500 before it was carried out', true],
    ['HTTP 500 after it was carried out', true],
    ['HTTP 502 with a page in HTML', true],
    ['a connection reset after it was carried out', true],
    ['HTTP 401', false],
    ['an answer after 3.1 seconds', true],
  ] as const
).map(([name, isDone]) => [name, faultKinds[name], isDone] as const)

describe.concurrent('the button', { timeout: 30_000 }, () => {
  it.for<Rows[number]>([...common, ['50013, no permission', refusal(403, 50_013), false]])(
    'that shares an answer shares it once, or says that it could not, at %s',
    async ([, fault, isDone], context) => {
      const trial = await startTrial(context)
      const { discord } = trial
      const asked = await trial.ask('slash')
      await untilAnswered([asked])
      const path = new RegExp(`^/channels/${asked.channel.id}/messages$`)
      const befallen = discord.faults.add({ match: { method: 'POST', path }, ...fault })

      const pressed = press(trial, asked, 'share:')

      await until(() => befallen.hits() === 1, 'what was to go wrong')
      await pressed.responses(1)
      expect(await withoutAnswers(trial)).toEqual([])
      expect(discord.visible(asked.channel.id)).toHaveLength(isDone ? 1 : 0)
    },
  )

  it.for<Rows[number]>([
    ...common.map(([name, fault]) => [name, fault, true] as const),
    ['10008, a message that is gone', refusal(404, 10_008), false],
    // The press itself leads to the message, too.
    ['50013, no permission', refusal(403, 50_013), true],
  ])('that deletes an answer says how it went, at %s', async ([, fault, isDone], context) => {
    const trial = await startTrial(context)
    const { discord } = trial
    const asked = await trial.ask('mention')
    await untilAnswered([asked])
    const path = /^\/channels\/\d+\/messages\/\d+$/
    const befallen = discord.faults.add({ match: { method: 'DELETE', path }, ...fault })

    const { callback } = press(trial, asked, 'delete:')

    await until(() => befallen.hits() === 1, 'what was to go wrong')
    await callback
    expect(await withoutAnswers(trial)).toEqual([])
    const left = discord.visible(asked.channel.id).filter(({ author }) => author.id === discord.bot.id)
    expect(left).toHaveLength(isDone ? 0 : 1)
  })
})

function press({ discord }: Trial, { person, channel, shown }: Request, kind: string) {
  const [message] = shown()
  const parts = flatComponents(message?.components ?? [])
  const customId = parts.find(({ custom_id: id }) => id?.startsWith(kind) === true)?.custom_id
  if (message === undefined || customId === undefined) throw new Error(`There is no button ${kind}`)
  return discord.press({ user: person, channel, message, customId })
}

/** Two things were shown on purpose: the answer, and what the press said. */
async function withoutAnswers(trial: Trial): Promise<readonly string[]> {
  return (await brokenPromises(trial)).filter((promise) => !promise.includes('answers to one question'))
}
