/** A stretch of words that belongs to a class: from its place up to `end`, not included. */
export type Span = { readonly class: number; readonly end: number }

/** For each word of a message, the classes of what begins there. */
export type Spans = readonly (readonly Span[])[]

/** A pattern of a rule, ready to be found. */
export type Pattern = readonly Element[]

type Element = {
  /** Any of these classes stands here. */
  readonly classes: ReadonlySet<number>
  /** The same as a list. */
  readonly needed: readonly number[]
  /** Words that may be passed over before it. */
  readonly gap: number
  readonly optional: boolean
}

/** Finds a pattern that begins at a place. */
export type Finder = (start: number) => Match | undefined

/** Where a pattern was found. */
export type Match = {
  readonly start: number
  /** The place after its last word. */
  readonly end: number
  /** Places of the words that its elements took; the others between start and end were passed over. */
  readonly taken: readonly number[]
}

/** Words that `..` and `...` pass over at most. */
const shortGap = 3
const longGap = 12

/**
 * Reads a pattern: words, `stem*`, `<class>`, alternatives with `|`, `?` for what may be missing, `..` for up to
 * three words in between and `...` for up to twelve. Throws with what is wrong.
 *
 * @param classOf the number of a class, word or stem; undefined for a class that nobody defines
 */
export function parsePattern(source: string, classOf: (name: string) => number | undefined): Pattern {
  const elements: Element[] = []
  let gap = 0
  for (const part of source.trim().split(/\s+/)) {
    if (/^\.{2,3}$/.test(part)) {
      gap = part.length === 2 ? shortGap : longGap
      continue
    }
    const optional = part.endsWith('?')
    const names = (optional ? part.slice(0, -1) : part).split('|')
    const classes = names.map((name) => {
      const found = name === '' ? undefined : classOf(name)
      if (found === undefined) throw new Error(`"${source}" has "${name}", which is no word and no class of this file`)
      return found
    })
    elements.push({ classes: new Set(classes), needed: classes, gap, optional })
    gap = 0
  }
  if (elements.length === 0 || elements[0]?.optional === true || elements.length > mostElements || gap > 0)
    throw new Error(
      `"${source}" must have 1 to ${mostElements} parts, begin with one that is needed and not end in a gap`,
    )
  return elements
}

const mostElements = 10

/** What a pattern is looked for in. */
export type Field = {
  readonly spans: Spans
  /** Number of the sentence of each word: a pattern never crosses a sentence's end. */
  readonly sentences: readonly number[]
  /** Whether a class stands anywhere in a sentence. */
  readonly stands: (sentence: number, number: number) => boolean
  /** Whether a word says nothing by itself ("really") and may be passed over anywhere. */
  readonly isFiller: (place: number) => boolean
}

/**
 * Prepares finding a pattern at places of a field, asked for in their order.
 *
 * Within a sentence it remembers what does not go on from a place, and what follows a filler: the work is linear in
 * the words of the sentence, however many of them begin the pattern.
 */
export function createFinder(pattern: Pattern, { spans, sentences, isFiller }: Field): Finder {
  let sentence: number | undefined
  let failed: Set<number> | undefined
  let sought: Map<number, Found | typeof nowhere> | undefined

  return (start) => {
    if (sentence !== sentences[start]) {
      sentence = sentences[start]
      failed = undefined
      sought = undefined
    }
    const found = from(0, start)
    return found === undefined ? undefined : { start, ...found }
  }

  /** Finds the elements from one on, of which the first may lie as far away as its gap, or one left out before it, allows. */
  function from(index: number, place: number, inherited = 0): Found | undefined {
    const element = pattern[index]
    if (element === undefined) return { end: place, taken: [] }
    const gap = Math.max(inherited, element.gap)
    const key = keyOf(index, place, gap)
    if (failed?.has(key) === true) return undefined

    const found = index === 0 ? takeAt(element, index, place) : seek(element, index, place, gap)
    if (found !== undefined) return found
    const without = element.optional ? from(index + 1, place, gap) : undefined
    if (without === undefined && index > 1) {
      failed ??= new Set()
      failed.add(key)
    }
    return without
  }

  /** Passes over as many words as the gap allows, and over fillers. */
  function seek(element: Element, index: number, place: number, gap: number): Found | undefined {
    let passed: number[] | undefined
    let left = gap
    let found: Found | undefined
    for (let at = place; sentences[at] === sentence; at += 1) {
      const key = isFiller(at) ? keyOf(index, at, left) : undefined
      const before = key === undefined ? undefined : sought?.get(key)
      if (before !== undefined) {
        found = before === nowhere ? undefined : before
        break
      }
      found = takeAt(element, index, at)
      if (found !== undefined) break
      if (key !== undefined) {
        passed ??= []
        passed.push(key)
        continue
      }
      if (left === 0) break
      left -= 1
    }
    if (passed !== undefined) remember(passed, found ?? nowhere)
    return found
  }

  function remember(keys: readonly number[], found: Found | typeof nowhere): void {
    sought ??= new Map()
    for (const key of keys) sought.set(key, found)
  }

  function takeAt({ classes }: Element, index: number, at: number): Found | undefined {
    for (const span of spans[at] ?? []) {
      if (!classes.has(span.class)) continue
      const found = from(index + 1, span.end)
      if (found === undefined) continue
      const own = Array.from({ length: span.end - at }, (_, each) => at + each)
      return { end: found.end, taken: [...own, ...found.taken] }
    }
    return undefined
  }
}

type Found = Omit<Match, 'start'>

/** That nothing was found, remembered. */
const nowhere = 'nowhere'

function keyOf(index: number, place: number, gap: number): number {
  return (place * (longGap + 1) + gap) * mostElements + index
}
