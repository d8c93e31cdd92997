import { fold } from '../../text/fold.ts'

/** The items, at most so many, whose names share most runs of three characters with what is typed; in their own order. */
export type Shortlist<Item> = (typed: string, most: number) => readonly Item[]

/**
 * Files items by the runs of three characters in their names, so that the few that may be meant are found without comparing all.
 *
 * A typing error spoils three runs and leaves the others.
 */
export function createShortlist<Item extends { readonly name: string }>(items: readonly Item[]): Shortlist<Item> {
  const places = new Map<string, number[]>()
  for (const [place, { name }] of items.entries()) {
    for (const run of runsOf(name)) {
      const known = places.get(run)
      if (known === undefined) places.set(run, [place])
      else known.push(place)
    }
  }

  return (typed, most) => {
    const shared = new Uint16Array(items.length)
    for (const run of runsOf(typed)) {
      for (const place of places.get(run) ?? []) shared[place] = (shared[place] ?? 0) + 1
    }
    return items
      .map((item, place) => ({ item, place, count: shared[place] ?? 0 }))
      .toSorted((a, b) => b.count - a.count || a.place - b.place)
      .slice(0, most)
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }
}

function runsOf(text: string): ReadonlySet<string> {
  const folded = fold(text)
  return new Set(Array.from({ length: Math.max(0, folded.length - 2) }, (_, start) => folded.slice(start, start + 3)))
}
