import { expect, it } from 'vitest'
import { placeKey } from '../../../src/adapters/choice-id.ts'
import { choiceLabel, createFindPlace } from '../../../src/adapters/discord/find-place.ts'
import type { Place } from '../../../src/responder/bot.ts'
import { botOver, gardenDocuments, shippedDocuments } from '../../responder/shipped-bot.ts'

const bot = botOver([...shippedDocuments, ...gardenDocuments])
const places = bot.places()

it('withKey() finds every section by the hash that stands for it', () => {
  const { withKey } = createFindPlace(bot)

  expect(places.length).toBeGreaterThan(20)
  for (const place of places) expect(withKey(placeKey(place.document, place.section))).toEqual(place)
})

it('withKey() tells sections of one name in two documents apart', () => {
  const { withKey } = createFindPlace(placesOf(topic('a', 'diet'), topic('b', 'diet'), topic('a\nb', 'c')))

  expect(withKey(placeKey('b', 'diet'))?.document).toBe('b')
  expect(withKey(placeKey('a', 'b\nc'))).toEqual(withKey(placeKey('a\nb', 'c')))
  expect(withKey('0000000000000000')).toBeUndefined()
})

it('withLabel() finds every section by what its choice carries', () => {
  const { withLabel } = createFindPlace(bot)

  for (const { label } of places) {
    expect(choiceLabel(withLabel(choiceLabel(label))?.label ?? '')).toBe(choiceLabel(label))
  }
})

it('withLabel() finds a label that was cut to fit', () => {
  const long = topic('a', 'long', `Genetics ${'and everything about it '.repeat(10)}`)
  const { withLabel } = createFindPlace(placesOf(topic('a', 'diet', 'Diet'), long))

  expect(choiceLabel(long.label).length).toBeLessThanOrEqual(100)
  expect(withLabel(choiceLabel(long.label))).toEqual(long)
})

it('withLabel() finds the first of several with one label', () => {
  const { withLabel } = createFindPlace(placesOf(topic('a', 'one', 'Diet'), topic('b', 'two', 'Diet')))

  expect(withLabel('Diet')?.document).toBe('a')
})

it.each(['', 'diet', 'DIET', ' Diet', '__proto__', 'constructor', 'is it genetic?'])(
  'withLabel() takes "%s" for no label, but for a question',
  (text) => {
    const { withLabel } = createFindPlace(placesOf(topic('a', 'diet', 'Diet')))

    expect(withLabel(text)).toBeUndefined()
  },
)

it('asks for the sections once for each table, and not before they are needed', () => {
  let asked = 0
  const { withKey, withLabel } = createFindPlace({
    places: () => {
      asked += 1
      return places
    },
  })
  const before = asked

  for (let time = 0; time < 3; time += 1) {
    withKey('0000000000000000')
    withLabel('Diet')
  }

  expect(before).toBe(0)
  expect(asked).toBe(2)
})

function placesOf(...topics: readonly Place[]) {
  return { places: () => topics }
}

function topic(document: string, section: string, label = section): Place {
  return { document, section, label, title: 'Title', heading: label, names: [] }
}
