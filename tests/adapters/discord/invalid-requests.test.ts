import { expect, it } from 'vitest'
import { createInvalidRequests } from '../../../src/adapters/discord/invalid-requests.ts'
import { patience } from '../../../src/adapters/discord/patience.ts'

const { maxInvalidRequests: max, invalidRequestsWindowMs: windowMs } = patience

it.each([
  [401, null],
  [403, null],
  [429, 'user'],
  [429, 'global'],
  // the machines before Discord name no scope
  [429, null],
])('isTooMany() is true once a thousand responses were %i with the scope %s', (status, scope) => {
  const invalid = createInvalidRequests()

  repeat(max - 1, () => invalid.note(status, scope))
  const before = invalid.isTooMany()
  invalid.note(status, scope)

  expect(before).toBe(false)
  expect(invalid.isTooMany()).toBe(true)
})

it.each([
  [200, null],
  [204, null],
  [400, null],
  [404, null],
  [500, null],
  // a limit that others have used up
  [429, 'shared'],
])('isTooMany() does not mind responses of %i with the scope %s', (status, scope) => {
  const invalid = createInvalidRequests()

  repeat(max * 2, () => invalid.note(status, scope))

  expect(invalid.isTooMany()).toBe(false)
})

it('isTooMany() is over with the ten minutes', () => {
  let now = 5
  const invalid = createInvalidRequests(() => now)
  repeat(max, () => invalid.note(403, null))

  now += windowMs - 1
  const before = invalid.isTooMany()
  now += 1

  expect(before).toBe(true)
  expect(invalid.isTooMany()).toBe(false)
})

it('isTooMany() never lets through as many in ten minutes as shut an address out, wherever they begin', () => {
  let now = 0
  const invalid = createInvalidRequests(() => now)
  const sent: number[] = []

  repeat(60 * 60, () => {
    now += 1000
    repeat(10, () => {
      if (invalid.isTooMany()) return
      invalid.note(403, null)
      sent.push(now)
    })
  })

  const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + windowMs).length))
  expect(most).toBeGreaterThanOrEqual(max)
  expect(most).toBeLessThan(10_000)
})

function repeat(times: number, step: () => void): void {
  for (let time = 0; time < times; time += 1) step()
}
