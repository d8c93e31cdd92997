import { register } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../src/operations/metrics.ts'
import { type Figure, figuresOf, readFigures, sumOf } from './read-figures.ts'

const platforms = ['discord', 'slack', 'web'] as const
const outcomes = ['answered', 'suggested', 'not-found', 'help'] as const

describe('answered()', () => {
  it('counts an answer by its platform and outcome, and how long it took', async () => {
    const metrics = createMetrics()

    metrics.answered('discord', { outcome: 'answered', triage: 'none' }, 0.004)
    metrics.answered('discord', { outcome: 'answered', triage: 'none' }, 0.2)
    metrics.answered('slack', { outcome: 'not-found', triage: 'none' }, 0.004)

    const figures = await figuresOf(metrics)
    const times = 'pamphlet_answer_duration_seconds'
    expect(sumOf(figures, 'pamphlet_answers_total', { platform: 'discord', outcome: 'answered' })).toBe(2)
    expect(sumOf(figures, 'pamphlet_answers_total', { platform: 'slack', outcome: 'not-found' })).toBe(1)
    expect(sumOf(figures, 'pamphlet_answers_total')).toBe(3)
    expect(sumOf(figures, `${times}_count`, { platform: 'discord' })).toBe(2)
    expect(sumOf(figures, `${times}_sum`, { platform: 'discord' })).toBeCloseTo(0.204)
    expect(sumOf(figures, `${times}_bucket`, { platform: 'discord', le: '0.005' })).toBe(1)
    expect(sumOf(figures, triageTotal)).toBe(0)
  })

  it.each([
    ['urgent', 'crisis'],
    ['urgent', 'emergency'],
    ['answered', 'medication'],
    ['not-found', 'diagnosis'],
  ] as const)('counts one that is %s by %s in the triage total, and in no other figure', async (outcome, triage) => {
    const metrics = createMetrics()
    const before = await figuresOf(metrics)

    for (const platform of platforms) metrics.answered(platform, { outcome, triage }, 0.004)

    const after = await figuresOf(metrics)
    expect(sumOf(after, triageTotal)).toBe(3)
    expect(ownBut(triageTotal, after)).toEqual(ownBut(triageTotal, before))
  })
})

describe('the other figures', () => {
  it('count who asked too fast and connections that were opened anew, by platform', async () => {
    const metrics = createMetrics()

    metrics.heldBack('web')
    metrics.reconnected('slack')
    metrics.reconnected('slack')

    const figures = await figuresOf(metrics)
    expect(sumOf(figures, 'pamphlet_questions_held_back_total', { platform: 'web' })).toBe(1)
    expect(sumOf(figures, 'pamphlet_questions_held_back_total')).toBe(1)
    expect(sumOf(figures, 'pamphlet_reconnects_total', { platform: 'slack' })).toBe(2)
    expect(sumOf(figures, 'pamphlet_reconnects_total')).toBe(2)
  })

  it('ask for the length of every queue whenever they are read', async () => {
    const metrics = createMetrics()
    const lengths = [3, 4]
    metrics.watchQueue('slack', () => lengths[0] ?? 0)
    metrics.watchQueue('slack', () => lengths[1] ?? 0)
    metrics.watchQueue('discord', () => 9)

    const first = await figuresOf(metrics)
    lengths[1] = 0
    const second = await figuresOf(metrics)

    const queued = (figures: typeof first) =>
      platforms.map((platform) => sumOf(figures, 'pamphlet_queue_length', { platform }))
    expect([first, second].map(queued)).toEqual([
      [9, 7, undefined],
      [9, 3, undefined],
    ])
  })

  it('tell how much is served', async () => {
    const figures = readFigures(await createMetrics().read({ documents: 3, sections: 41 }))

    expect(sumOf(figures, 'pamphlet_index_documents')).toBe(3)
    expect(sumOf(figures, 'pamphlet_index_sections')).toBe(41)
  })

  it('stand at zero before anything is counted, so that the first time is seen', async () => {
    const figures = await figuresOf(createMetrics())

    for (const platform of platforms) {
      expect(sumOf(figures, 'pamphlet_questions_held_back_total', { platform })).toBe(0)
      expect(sumOf(figures, 'pamphlet_reconnects_total', { platform })).toBe(0)
      for (const outcome of outcomes) expect(sumOf(figures, 'pamphlet_answers_total', { platform, outcome })).toBe(0)
    }
  })
})

describe('createMetrics()', () => {
  it('keeps its figures to itself', async () => {
    const [one, other] = [createMetrics(), createMetrics()]

    one.heldBack('web')

    expect(sumOf(await figuresOf(other), 'pamphlet_questions_held_back_total')).toBe(0)
    expect(register.getMetricsAsArray()).toEqual([])
  })

  it("brings Node's own figures along", async () => {
    const figures = await figuresOf(createMetrics())

    for (const name of ['process_resident_memory_bytes', 'nodejs_heap_size_used_bytes']) {
      expect(sumOf(figures, name)).toBeGreaterThan(0)
    }
  })

  it('names what it counts, with a unit, and explains it', async () => {
    const text = await createMetrics().read({ documents: 1, sections: 1 })

    const named = [...text.matchAll(/^# TYPE (pamphlet_\S+) (\S+)$/gm)].map(([, name, type]) => [name, type])
    const explained = [...text.matchAll(/^# HELP (pamphlet_\S+) \S.*\.$/gm)].map(([, name]) => name)
    expect(named).toEqual([
      ['pamphlet_answers_total', 'counter'],
      ['pamphlet_triage_total', 'counter'],
      ['pamphlet_answer_duration_seconds', 'histogram'],
      ['pamphlet_questions_held_back_total', 'counter'],
      ['pamphlet_reconnects_total', 'counter'],
      ['pamphlet_index_documents', 'gauge'],
      ['pamphlet_index_sections', 'gauge'],
      ['pamphlet_queue_length', 'gauge'],
    ])
    expect(explained).toEqual(named.map(([name]) => name))
  })
})

const triageTotal = 'pamphlet_triage_total'

function ownBut(left: string, figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ name }) => name.startsWith('pamphlet_') && name !== left)
}
