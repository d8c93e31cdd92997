import type { Bot, Topic } from '../../responder/bot.ts'
import { cutLabel } from '../drawing/cut-label.ts'
import { createPlacesByKey } from '../places-by-key.ts'
import { limits } from './limits.ts'

/** Finds sections by what travels through Discord in their stead. */
export type FindPlace = {
  /** By the short hash in a choice id. */
  readonly withKey: (key: string) => Topic | undefined
  /** By what an autocomplete choice puts into the question: its label, cut to Discord's length. */
  readonly withLabel: (label: string) => Topic | undefined
}

/** Prepares looking sections up; the tables are made once, when first needed. */
export function createFindPlace(bot: Pick<Bot, 'places'>): FindPlace {
  let byLabel: ReadonlyMap<string, Topic> | undefined

  return {
    withKey: createPlacesByKey(bot),
    withLabel: (label) => {
      byLabel ??= new Map(
        bot
          .places()
          .toReversed()
          .map((place) => [choiceLabel(place.label), place]),
      )
      return byLabel.get(label)
    },
  }
}

/** A label as a choice can carry it. */
export function choiceLabel(label: string): string {
  return cutLabel(label, limits.maxChoiceValue)
}
