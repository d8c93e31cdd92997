import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecent } from '../../src/adapters/recent.ts'
import type { Triage } from '../../src/safety/triage.ts'

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('key()', () => {
  it('is the same for the same ids, 16 bytes as base64url, and shows none of them', () => {
    const { key } = createRecent()

    expect(key('123', '456')).toBe(key('123', '456'))
    expect(key('123', '456')).toMatch(/^[\w-]{22}$/)
  })

  it.each([
    [
      ['12', '3'],
      ['1', '23'],
    ],
    [['12', ''], ['12']],
    [['1,2'], ['1', '2']],
    [
      ['1', '2'],
      ['2', '1'],
    ],
    [['1","2'], ['1', '2']],
  ])('tells %j from %j', (one, other) => {
    const { key } = createRecent()

    expect(key(...one)).not.toBe(key(...other))
  })

  it('is another one in another process', () => {
    expect(createRecent().key('123')).not.toBe(createRecent().key('123'))
  })
})

describe('region()', () => {
  it('is the country that a person chose last, and nobody elses', () => {
    const recent = createRecent()

    recent.choose('ann', 'IE')
    recent.choose('ann', 'DE')

    expect(recent.region('ann')).toBe('DE')
    expect(recent.region('ben')).toBeUndefined()
  })

  it('is forgotten a quarter of an hour after it was chosen, however often it was used', () => {
    const recent = createRecent()
    recent.choose('ann', 'IE')

    vi.advanceTimersByTime(15 * 60_000 - 10)
    const before = recent.region('ann')
    vi.advanceTimersByTime(20)

    expect(before).toBe('IE')
    expect(recent.region('ann')).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is forgotten first for whom it was not used for longest, where there are too many people', () => {
    const recent = createRecent({ max: 2 })
    for (const person of ['ann', 'ben', 'cal']) recent.choose(person, 'IE')

    expect(['ann', 'ben', 'cal'].map(recent.region)).toEqual([undefined, 'IE', 'IE'])
  })
})

describe('repeated()', () => {
  it('is true for the same card of the same person in the same place alone', () => {
    const { repeated } = createRecent()

    expect(repeated('ann', 'here', card())).toBe(false)
    expect(repeated('ann', 'here', card())).toBe(true)
    expect(repeated('ann', 'there', card())).toBe(false)
    expect(repeated('ben', 'here', card())).toBe(false)
  })

  it.each<Partial<Triage>>([{ level: 'emergency' }, { about: 'other' }, { theme: 'abuse' }, { alsoCrisis: true }])(
    'is false for a card that differs in %j',
    (difference) => {
      const { repeated } = createRecent()
      repeated('ann', 'here', card())

      expect(repeated('ann', 'here', card(difference))).toBe(false)
      expect(repeated('ann', 'here', card())).toBe(true)
    },
  )

  it('is true within ten minutes of the card shown last', () => {
    const { repeated } = createRecent()
    repeated('ann', 'here', card())

    const afterNine = [1, 2, 3].map(() => {
      vi.advanceTimersByTime(9 * 60_000)
      return repeated('ann', 'here', card())
    })
    vi.advanceTimersByTime(10 * 60_000 + 10)

    expect(afterNine).toEqual([true, true, true])
    expect(repeated('ann', 'here', card())).toBe(false)
  })

  it('is false for an answer that is no card, and notes none', () => {
    const { repeated } = createRecent()
    const answer = { ...card(), outcome: 'answered' } as const

    expect([repeated('ann', 'here', answer), repeated('ann', 'here', answer)]).toEqual([false, false])
    expect(repeated('ann', 'here', card())).toBe(false)
  })
})

function card(difference: Partial<Triage> = {}) {
  const triage: Triage = {
    level: 'crisis',
    about: 'self',
    soft: false,
    alsoCrisis: false,
    language: 'en',
    ...difference,
  }
  return { outcome: 'urgent', triage } as const
}
