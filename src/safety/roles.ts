import type { Lexicon } from './lexicon.ts'
import type { Spans } from './pattern.ts'
import { type NeededClass, neededClasses } from './rules.ts'

/** The classes that reading itself relies on, one bit each. */
export const role = {
  self: 1,
  other: 2,
  not: 4,
  claim: 8,
  filler: 16,
  past: 32,
  still: 64,
  general: 128,
  fiction: 256,
  but: 512,
} as const satisfies Readonly<Record<NeededClass, number>>

/** For each word of a message, the roles of what begins there. */
export type Roles = Uint16Array

/** Prepares reading roles from the classes of words, once for a lexicon. */
export function createReadRoles({ classOf, names }: Lexicon): (spans: Spans) => Roles {
  const roleOfClass = new Uint16Array(names.length)
  for (const name of neededClasses) roleOfClass[classOf(`<${name}>`) ?? -1] = role[name]

  return (spans) => {
    const roles = new Uint16Array(spans.length)
    for (let place = 0; place < spans.length; place += 1)
      for (const span of spans[place] ?? []) roles[place] = (roles[place] ?? 0) | (roleOfClass[span.class] ?? 0)
    return roles
  }
}
