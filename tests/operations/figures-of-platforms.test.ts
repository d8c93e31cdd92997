import { describe, expect, it, vi } from 'vitest'
import { readFigures } from './read-figures.ts'
import { startCountedDiscord, startCountedSlack } from './start-counted.ts'

/** A word that stands nowhere else, so that any trace of it comes from a person. */
const canary = 'zorblaxium'
const calm = `What is tryptophan? ${canary}`
const crisis = `I want to kill myself with ${canary}`
const medication = `Should I stop my ${canary} pills?`

/** All names that a label may have, those of Node's own figures among them. */
const allowedLabels = new Set([
  'platform',
  'outcome',
  'le',
  'kind',
  'space',
  'type',
  'version',
  'major',
  'minor',
  'patch',
])

const all = [
  ['Discord', 'discord', startCountedDiscord],
  ['Slack', 'slack', startCountedSlack],
] as const

describe.concurrent('the figures', { timeout: 60_000 }, () => {
  it.for(all)('of %s count each question once, whichever way it is asked', async ([, platform, start], context) => {
    const { ask, sum } = await start(context)

    await Promise.all(Object.values(ask).map((put) => put(calm)))

    await becomes(() => sum('pamphlet_answers_total', { platform }), 4)
    expect(await sum('pamphlet_answer_duration_seconds_count', { platform })).toBe(4)
    expect(await sum('pamphlet_triage_total')).toBe(0)
  })

  it.for(all)('of %s have one total for all that triage had a part in', async ([, , start], context) => {
    const { ask, sum } = await start(context)

    await Promise.all([ask.command(crisis), ask.command(medication), ask.mention(crisis), ask.direct(medication)])

    await becomes(() => sum('pamphlet_triage_total'), 4)
    expect(await sum('pamphlet_answers_total')).toBe(0)
    expect(await sum('pamphlet_answer_duration_seconds_count')).toBeUndefined()
  })

  it.for(all)('of %s hold nothing of who asked what, and where', async ([, , start], context) => {
    const { ask, ids, read, sum } = await start(context)

    await Promise.all([calm, crisis, medication].flatMap((text) => Object.values(ask).map((put) => put(text))))

    await becomes(
      async () => ((await sum('pamphlet_answers_total')) ?? 0) + ((await sum('pamphlet_triage_total')) ?? 0),
      12,
    )
    const text = await read()
    expect(ids().length).toBeGreaterThanOrEqual(12)
    for (const trace of [canary, ...ids()]) expect(text).not.toContain(trace)
    const labels = readFigures(text).flatMap((figure) => Object.keys(figure.labels))
    expect(labels).toContain('platform')
    expect(labels.filter((label) => !allowedLabels.has(label))).toEqual([])
  })

  it.for(all)('of %s count who asks too fast', async ([, platform, start], context) => {
    const { hurry, sum } = await start(context)

    await hurry(calm, 7)

    await becomes(() => sum('pamphlet_questions_held_back_total', { platform }), 2)
    expect(await sum('pamphlet_answers_total', { platform })).toBe(5)
  })

  it.for(all)('of %s tell how many messages wait for their turn', async ([, platform, start], context) => {
    const { ask, sum, enoughToWait } = await start(context)
    const before = await sum('pamphlet_queue_length', { platform })

    for (let time = 0; time < enoughToWait; time += 1) void ask.mention(calm)

    await vi.waitFor(async () => expect(await sum('pamphlet_queue_length', { platform })).toBeGreaterThan(1), patience)
    expect(before).toBe(0)
  })

  it.for(all)(
    'of %s count connections that were opened anew, but not the first',
    async ([, platform, start], context) => {
      const { sum, breakConnection } = await start(context)
      const before = await sum('pamphlet_reconnects_total')

      breakConnection.routinely()
      await becomes(() => sum('pamphlet_reconnects_total', { platform }), 1)
      breakConnection.suddenly()
      await becomes(() => sum('pamphlet_reconnects_total', { platform }), 2)

      expect(before).toBe(0)
      expect(await sum('pamphlet_reconnects_total')).toBe(2)
    },
  )
})

const patience = { timeout: 15_000, interval: 20 } as const

function becomes(figure: () => Promise<number | undefined>, wanted: number): Promise<void> {
  return vi.waitFor(async () => expect(await figure()).toBe(wanted), patience)
}
