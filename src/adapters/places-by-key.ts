import type { Bot, Topic } from '../responder/bot.ts'
import { placeKey } from './choice-id.ts'

/** Finds a section by the short hash that stands for it in a choice id. */
export type PlacesByKey = (key: string) => Topic | undefined

/** Prepares looking sections up; the table is made once, when first needed. */
export function createPlacesByKey(bot: Pick<Bot, 'places'>): PlacesByKey {
  let byKey: ReadonlyMap<string, Topic> | undefined

  return (key) => {
    byKey ??= new Map(bot.places().map((place) => [placeKey(place.document, place.section), place]))
    return byKey.get(key)
  }
}
