import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChoiceId, parseChoiceId, placeKey, writeChoiceId } from '../../src/adapters/choice-id.ts'

const key = placeKey('low-serotonin', 'genetics')

describe('parseChoiceId() reads what writeChoiceId() writes', () => {
  it.each<[ChoiceId, string]>([
    [{ type: 'passage', key }, 'passage:6d65edc08b8f18cc'],
    [{ type: 'pick', list: 0 }, 'pick:0'],
    [{ type: 'question', text: 'Is it genetic: yes or no?' }, 'question:Is it genetic: yes or no?'],
    [{ type: 'topics' }, 'topics'],
    [{ type: 'support' }, 'support'],
    [{ type: 'countries' }, 'countries'],
    [{ type: 'country', list: 12 }, 'country:12'],
    [{ type: 'show', held: 'Ab-_0123456789xy' }, 'show:Ab-_0123456789xy'],
    [{ type: 'not-about-me', held: 'Ab-_0123456789xy' }, 'not-about-me:Ab-_0123456789xy'],
    [{ type: 'share', key }, 'share:6d65edc08b8f18cc'],
    [{ type: 'share-named', key }, 'share-named:6d65edc08b8f18cc'],
    [{ type: 'delete', proof: 'x'.repeat(93) }, `delete:${'x'.repeat(93)}`],
  ])('%j', (id, written) => {
    expect(writeChoiceId(id)).toBe(written)
    expect(parseChoiceId(written)).toEqual(id)
  })
})

describe('parseChoiceId() knows nothing of', () => {
  it.each([
    '',
    ':',
    'topics:',
    'topics:all',
    'Topics',
    'passage',
    'passage:',
    'passage:6D65EDC08B8F18CC',
    'passage:6d65edc08b8f18cc0',
    'passage:low-serotonin/genetics',
    'pick:',
    'pick:01',
    'pick:100',
    'pick:-1',
    'pick:1e1',
    'country:x',
    'question:',
    'show:',
    'show:a b',
    'show:a:b',
    'show:a\n',
    'delete:é',
    `delete:${'x'.repeat(94)}`,
    `question:${'x'.repeat(92)}`,
    'constructor:0',
    '__proto__',
    'feedback:1',
    '\ud800',
  ])('%j', (text) => {
    expect(parseChoiceId(text)).toBeUndefined()
  })

  it('whatever it would not write itself', () => {
    const near = fc.tuple(
      fc.constantFrom('passage', 'pick', 'question', 'topics', 'show', 'delete', 'x'),
      fc.string({ maxLength: 100 }),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          near.map(([type, rest]) => `${type}:${rest}`),
        ),
        (text) => {
          const id = parseChoiceId(text)

          // A question may end in spaces only where somebody else wrote it.
          expect(id === undefined || writeChoiceId(id).trim() === text.trim()).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('writeChoiceId()', () => {
  it('cuts a long question between graphemes so that 100 characters hold it', () => {
    const family = '👨‍👩‍👧'

    const written = writeChoiceId({ type: 'question', text: `${'a'.repeat(86)}${family}${family}` })

    expect(written).toBe(`question:${'a'.repeat(86)}`)
  })

  it('keeps a question that just fits', () => {
    expect(writeChoiceId({ type: 'question', text: 'a'.repeat(91) })).toHaveLength(100)
  })
})

describe('placeKey()', () => {
  it('tells a document and its section from others that read the same joined', () => {
    const keys = [placeKey('a', 'b-c'), placeKey('a-b', 'c'), placeKey('a', 'b'), placeKey('b', 'a')]

    expect(new Set(keys).size).toBe(4)
  })
})
