import { describe, expect, it } from 'vitest'
import { checkTold } from './check-told.ts'

const header = { type: 'header', text: { type: 'plain_text', text: 'Salt & sleep' } } as const
const source = context('Source: <https://a.example/x|Askvity>')
const press = { type: 'button', action_id: 'a', value: 'a', text: { type: 'plain_text', text: 'Get support' } } as const

describe('checkTold() is content', () => {
  it.each([
    ['when text has every word in order', 'Salt &amp; sleep. Sleep helps, always. Source: Askvity'],
    [
      'when text has more words between',
      'Pamphlet says: Salt and sleep. Sleep helps, always! Source: Askvity https://a.example/x',
    ],
    [
      'when words are written with marks in text too',
      '*Salt* &amp; sleep _Sleep_ helps, always. Source: <https://a.example|Askvity>',
    ],
  ])('%s', (_, text) => {
    expect(checkTold(text, [header, section('*Sleep* h\u200belps, _always_.'), source])).toEqual([])
  })

  it('with labels of what can be pressed that text does not have', () => {
    expect(checkTold('Sleep', [section('Sleep', press), { type: 'actions', elements: [press] }])).toEqual([])
  })
})

describe('checkTold() misses', () => {
  it.each<[string, string, Parameters<typeof checkTold>[1], string]>([
    ['a header', 'Sleep', [header, section('Sleep')], 'Salt'],
    ['a field', 'Sleep', [{ type: 'section', fields: [{ type: 'plain_text', text: 'Rest' }] }], 'Rest'],
    ['a disclaimer in context', 'Sleep helps.', [section('Sleep helps.'), context('No advice.')], 'No'],
    ['Markdown', 'Sleep', [{ type: 'markdown', text: '**Sleep** [well](https://a.example)' }], 'well'],
    ['what an image shows', 'Sleep', [{ type: 'image', image_url: 'https://a.example', alt_text: 'A bed' }], 'A'],
    ['a word that was cut', 'Sleep hel', [section('Sleep helps')], 'helps'],
    ['a word that stands too early', 'helps Sleep', [section('Sleep helps')], 'helps'],
    ['a word that is said twice and told once', 'Sleep', [section('Sleep'), section('Sleep')], 'Sleep'],
  ])('%s', (_, text, blocks, word) => {
    expect(checkTold(text, blocks).join('\n')).toContain(`lacks the word "${word}"`)
  })
})

function section(text: string, accessory?: typeof press) {
  const said = { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } } as const
  return accessory === undefined ? said : { ...said, accessory }
}

function context(text: string) {
  return { type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text, verbatim: true as const }] }
}
