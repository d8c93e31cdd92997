import { describe, expect, it } from 'vitest'
import { parseForm } from '../../../src/adapters/web/parse-form.ts'

describe('parseForm()', () => {
  it.each([
    ['ask=is+it+genetic%3F', { type: 'ask', text: 'is it genetic?' }],
    ['example=Why%3F&ask=half+typed', { type: 'ask', text: 'Why?' }],
    ['show=low-serotonin/genetics&ask=half', { type: 'passage', document: 'low-serotonin', section: 'genetics' }],
    ['topics=1&ask=', { type: 'topics' }],
    ['support=1', { type: 'support' }],
    ['support=countries', { type: 'countries' }],
    ['country=ie', { type: 'country', region: 'IE' }],
    ['about-other=1&text=help', { type: 'not-about-me', text: 'help' }],
    ['why=1&text=help&ask=', { type: 'why', text: 'help' }],
    // a button wins over what stands in the box
    ['ask=typed&topics=1', { type: 'topics' }],
    // the first of a field that is there twice
    ['ask=one&ask=two', { type: 'ask', text: 'one' }],
    // what is no place is no button
    ['show=low-serotonin&ask=typed', { type: 'ask', text: 'typed' }],
    ['show=a/b/c&ask=typed', { type: 'ask', text: 'typed' }],
    ['country=Ireland&ask=typed', { type: 'countries' }],
    ['country=', { type: 'countries' }],
    ['why=1&text=+&ask=typed', { type: 'ask', text: 'typed' }],
  ])('reads "%s"', (body, step) => {
    expect(parseForm(new URLSearchParams(body))).toEqual({ step, carried: {} })
  })

  it.each(['', 'ask=', 'ask=+%0A', 'region=IE', 'text=a', 'canary=1', 'about-other=1'])(
    'finds no step in "%s"',
    (body) => {
      expect(parseForm(new URLSearchParams(body))).toBeUndefined()
    },
  )

  it.each([
    ['region=IE', { region: 'IE' }],
    ['region=ie&card=crisis.self.none.false', { region: 'IE', card: 'crisis.self.none.false' }],
    ['card=crisis.other.eating-disorder.true', { card: 'crisis.other.eating-disorder.true' }],
    ['region=', {}],
    ['region=IRL', {}],
    ['region=%3Cb%3E', {}],
    ['card=%3Cb%3E', {}],
    [`card=${'a'.repeat(61)}`, {}],
  ])('carries "%s" on', (body, carried) => {
    expect(parseForm(new URLSearchParams(`ask=a&${body}`))?.carried).toEqual(carried)
  })
})
