import { expect, it } from 'vitest'
import { busiestMinute } from './busiest-minute.ts'

it('busiestMinute() counts what lies within any sixty seconds', () => {
  expect(busiestMinute([0, 1, 59_999, 60_000, 60_001, 60_002, 130_000])).toBe(4)
  expect(busiestMinute([])).toBe(0)
})
