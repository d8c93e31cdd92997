import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dropNulls } from '../../../src/adapters/slack/drop-nulls.ts'

it('dropNulls() takes out what is there with nothing in it, at every depth', () => {
  const body = { team: null, event: { text: 'low', subtype: null, blocks: [{ value: null, type: 'button' }, null] } }

  dropNulls(body)

  expect(body).toEqual({ event: { text: 'low', blocks: [{ type: 'button' }, null] } })
})

it('dropNulls() leaves everything else as it is, and has an end', () => {
  const nested = '['.repeat(50_000) + ']'.repeat(50_000)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const before = JSON.stringify(value, (_, inside: unknown) => inside ?? undefined)

      dropNulls(value)

      expect(JSON.stringify(value, (_, inside: unknown) => inside ?? undefined)).toBe(before)
    }),
  )
  expect(() => dropNulls(JSON.parse(nested))).not.toThrow()
})
