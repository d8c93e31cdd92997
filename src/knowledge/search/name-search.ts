import Fuse from 'fuse.js'
import { createShortlist, type Shortlist } from './shortlist.ts'

/** A thing under one of its names. */
export type Named<Thing> = { readonly name: string; readonly thing: Thing }

/** Finds things whose names come close to what is typed, best first, each once under the name that came closest. */
export type NameSearch<Thing> = (typed: string, limit: number) => readonly Named<Thing>[]

/** fuse.js's scale: 0 is exact, 1 matches anything. */
const threshold = 0.4

/** Characters that are looked at; fuse.js compares bit by bit, and names are short. */
const longestTyped = 100

/**
 * Names times typed characters that one search may compare. Chosen on 200 half-typed, misspelt names among 10,000 (1,000
 * sections with eight phrasings each): 9 ms at the median and 26 ms at most, where comparing all took 122 ms and 420 ms, and
 * the same first choice for 193.
 */
const mostCompared = 20_000

/** Names looked at for each thing that is wanted: one thing may match under many names. */
const namesPerThing = 8

/** Files names for fuzzy search; nothing is filed before it is needed. An empty text is like no name. */
export function createNameSearch<Thing>(listNames: () => readonly Named<Thing>[]): NameSearch<Thing> {
  let names: readonly Named<Thing>[] | undefined
  let all: Fuse<Named<Thing>> | undefined
  let shortlist: Shortlist<Named<Thing>> | undefined

  return (typed, limit) => {
    const sought = typed.trim().slice(0, longestTyped)
    if (sought === '') return []
    const found = within(sought).search(sought, { limit: limit * namesPerThing })
    const byThing = new Map<Thing, Named<Thing>>()
    for (const { item } of found) if (!byThing.has(item.thing)) byThing.set(item.thing, item)
    return [...byThing.values()].slice(0, limit)
  }

  /** All names, or as many of the likeliest as may be compared. */
  function within(sought: string): Fuse<Named<Thing>> {
    names ??= listNames()
    const affordable = Math.floor(mostCompared / sought.length)
    if (names.length > affordable) {
      shortlist ??= createShortlist(names)
      return createFuse(shortlist(sought, affordable))
    }
    all ??= createFuse(names)
    return all
  }
}

function createFuse<Item extends { readonly name: string }>(items: readonly Item[]): Fuse<Item> {
  return new Fuse(items, { keys: ['name'], threshold, ignoreLocation: true, minMatchCharLength: 2 })
}
