import type { Span, Spans } from './pattern.ts'

type Node = { readonly next: Map<string, Node>; readonly classes: number[] }

/** The classes of words of one language, and where they stand in a message. */
export type Lexicon = {
  /** Number of a class by its name: `<want>`, a word or a `stem*`; words and stems get theirs when first asked for. */
  readonly classOf: (name: string) => number | undefined
  readonly spansOf: (words: readonly string[]) => Spans
  /** All words that stand in classes and patterns; of a stem the letters given. */
  readonly words: () => ReadonlySet<string>
  /** Class names by number. */
  readonly names: readonly string[]
}

/** Builds a lexicon from its classes; each member is a word, several words, or a stem with a star, in one or more spellings. */
export function createLexicon(
  classes: Readonly<Record<string, readonly string[]>>,
  spellingsOf: (member: string) => readonly (readonly string[])[],
): Lexicon {
  const root: Node = { next: new Map(), classes: [] }
  const stems = new Map<string, { readonly stem: string; readonly class: number }[]>()
  const numbers = new Map<string, number>()
  const names: string[] = []
  const known = new Set<string>()

  for (const [name, members] of Object.entries(classes)) {
    const number = register(`<${name}>`)
    for (const member of members) add(member, number)
  }
  return { classOf, spansOf, words: () => known, names }

  function register(name: string): number {
    const number = names.push(name) - 1
    numbers.set(name, number)
    return number
  }

  function classOf(name: string): number | undefined {
    const found = numbers.get(name)
    if (found !== undefined || name.startsWith('<')) return found
    const number = register(name)
    add(name.replaceAll('_', ' '), number)
    return number
  }

  function add(member: string, number: number): void {
    if (member.endsWith('*') && !member.includes(' ')) {
      for (const [stem = ''] of spellingsOf(member.slice(0, -1))) addStem(stem, number)
      return
    }
    for (const words of spellingsOf(member)) addWords(words, number)
  }

  function addStem(stem: string, number: number): void {
    if (stem.length < stemKey) throw new Error(`The stem "${stem}*" needs ${stemKey} letters or more`)
    const key = stem.slice(0, stemKey)
    stems.set(key, [...(stems.get(key) ?? []), { stem, class: number }])
    known.add(stem)
  }

  function addWords(words: readonly string[], number: number): void {
    let node = root
    for (const word of words) {
      known.add(word)
      const next = node.next.get(word) ?? { next: new Map(), classes: [] }
      node.next.set(word, next)
      node = next
    }
    if (node !== root && !node.classes.includes(number)) node.classes.push(number)
  }

  function spansOf(words: readonly string[]): Spans {
    return words.map((word, place) => {
      const first = root.next.get(word)
      const alike = word.length < stemKey ? undefined : stems.get(word.slice(0, stemKey))
      if (first === undefined && alike === undefined) return noSpans

      const spans: Span[] = []
      for (let node = first, end = place + 1; node !== undefined; end += 1) {
        for (const each of node.classes) spans.push({ class: each, end })
        node = node.next.size === 0 ? undefined : node.next.get(words[end] ?? '')
      }
      for (const { stem, class: each } of alike ?? [])
        if (word.startsWith(stem)) spans.push({ class: each, end: place + 1 })
      return spans
    })
  }
}

const noSpans: readonly Span[] = []

/** Letters by which stems are looked up. */
const stemKey = 4
