/** Finds known phrases, word for word, in a list of stems. */
export type Phrases<Value> = {
  /** The longest phrase that begins at a place, with its length in words. */
  readonly longestAt: (
    stems: readonly string[],
    place: number,
  ) => { readonly value: Value; readonly length: number } | undefined
}

type Node<Value> = { readonly next: Map<string, Node<Value>>; value?: Value }

/** Builds the finder; a phrase given twice keeps its first value. */
export function createPhrases<Value>(entries: Iterable<readonly [readonly string[], Value]>): Phrases<Value> {
  const root: Node<Value> = { next: new Map() }
  for (const [phrase, value] of entries) {
    let node = root
    for (const stem of phrase) {
      const next = node.next.get(stem) ?? { next: new Map() }
      node.next.set(stem, next)
      node = next
    }
    node.value ??= value
  }
  return {
    longestAt(stems, place) {
      let node: Node<Value> | undefined = root
      let longest: { value: Value; length: number } | undefined
      for (let i = place; i < stems.length; i += 1) {
        node = node.next.get(stems[i] ?? '')
        if (node === undefined) break
        if (node.value !== undefined) longest = { value: node.value, length: i - place + 1 }
      }
      return longest
    },
  }
}
