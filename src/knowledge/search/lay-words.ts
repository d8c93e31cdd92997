import { fold } from '../../text/fold.ts'
import { createPhrases, type Phrases } from '../../text/phrases.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'

/** Words that lay people and documents use for the same thing, as `lay-words.*.txt` holds them. */
export type LayWordLists = {
  /** Each line means the same. */
  readonly same: readonly (readonly string[])[]
  /** Each line points the same way, less surely. */
  readonly near: readonly (readonly string[])[]
}

/** A stem that may stand for another, and how surely, from 0 to 1. */
export type Synonym = { readonly stem: string; readonly weight: number }

export type LayWords = {
  /** Other stems for one stem. */
  readonly synonyms: (stem: string) => readonly Synonym[]
  /** Stems that a phrase of two or more words stands for. */
  readonly phrases: Phrases<readonly Synonym[]>
  /** Every word of the lists: known to spelling correction. */
  readonly vocabulary: ReadonlySet<string>
}

/** Weights chosen on `evaluation/questions/tuning*.jsonl`. */
const sameWeight = 0.8
const nearWeight = 0.45

/** Makes the lists ready for search; only single words can be found in documents, phrases only in questions. */
export function createLayWords({ same, near }: LayWordLists): LayWords {
  const synonyms = new Map<string, Map<string, number>>()
  const phrases = new Map<string, Map<string, number>>()
  const vocabulary = new Set<string>()

  for (const [lines, weight] of [
    [same, sameWeight],
    [near, nearWeight],
  ] as const) {
    for (const line of lines) {
      const members = line.map((member) => words(fold(member)))
      for (const word of members.flat()) vocabulary.add(word)
      const targets = members.filter((member) => member.length === 1).map(([word]) => stem(word ?? ''))
      for (const member of members) {
        const stems = member.map(stem)
        const key = stems.join(' ')
        const into = stems.length === 1 ? synonyms : phrases
        const found = into.get(key) ?? new Map<string, number>()
        for (const target of targets) {
          if (target !== key) found.set(target, Math.max(weight, found.get(target) ?? 0))
        }
        into.set(key, found)
      }
    }
  }

  const listed = new Map([...synonyms].map(([key, found]) => [key, listSynonyms(found)]))
  return {
    synonyms: (word) => listed.get(word) ?? [],
    phrases: createPhrases([...phrases].map(([key, found]) => [key.split(' '), listSynonyms(found)])),
    vocabulary,
  }
}

function listSynonyms(found: ReadonlyMap<string, number>): readonly Synonym[] {
  return [...found].map(([target, weight]) => ({ stem: target, weight }))
}
