import { chatSpellings } from '../../text/chat-spellings.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import { cues } from './kind-cues.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word that a typed one stands for, and how surely, from 0 to 1. */
export type Meant = { readonly word: string; readonly certainty: number }

/** A word that everyday English has at least this often is taken as meant, not as a misspelling. */
const everydayWord = 40

/** Longer words are not corrected: they are no slips, and work grows with their length. */
const longestCorrected = 40

/**
 * Different words of a message that are corrected: it takes time, and a text of unknown words alone is no question.
 * The same as for signs of need; no answer to a question of `evaluation/` is another with it.
 */
const mostCorrected = 60

/** Highest cost of a correction that is believed at once: of a word that nobody has seen, and of a rare one. */
const believed = { unseen: 1.6, rare: 0.85 }

/** Corrects one word; `corrected` are those of the same message that were corrected before it, to which it is added. */
export type CorrectWord = (surface: string, corrected?: Map<string, readonly Meant[]>) => readonly Meant[]

/** Prepares correcting words: chat spellings, misspellings, and two words written as one (which give two). */
export function createCorrectWord(vocabulary: Vocabulary): CorrectWord {
  const { index, layWords, everyday, stopWords } = vocabulary
  let built: Spelling | undefined
  /** Built when the first unknown word comes: many programs end before that. */
  const spelling = (): Spelling => (built ??= createSpelling(dictionary(vocabulary)))

  const isKnown = (word: string): boolean =>
    word.length < 3 ||
    word.length > longestCorrected ||
    /\d/.test(word) ||
    index.forms.has(word) ||
    index.stems.has(stem(word)) ||
    stopWords.has(word) ||
    layWords.vocabulary.has(word) ||
    everyday.count(word) >= everydayWord

  function correct(surface: string): readonly Meant[] {
    const [best] = spelling().corrections(surface)
    const isRare = everyday.count(surface) > 0
    if (best !== undefined && best.cost < (isRare ? believed.rare : believed.unseen)) {
      return [{ word: best.word, certainty: isRare ? 0.7 : 0.9 }]
    }
    const alike = spelling().soundAlike(surface)
    if (alike !== undefined) return [{ word: alike, certainty: 0.85 }]
    const parts = split(surface)
    if (parts !== undefined) return parts.map((word) => ({ word, certainty: 0.85 }))
    if (best !== undefined && !isRare) return [{ word: best.word, certainty: 0.75 }]
    return [{ word: surface, certainty: 1 }]
  }

  /** Two words written as one, one of them perhaps with a typing error; longer parts are likelier. */
  function split(surface: string): readonly [string, string] | undefined {
    let best: { readonly cost: number; readonly parts: readonly [string, string] } | undefined
    for (let cut = 3; cut <= surface.length - 3; cut += 1) {
      const left = nearForm(surface.slice(0, cut))
      const right = left === undefined ? undefined : nearForm(surface.slice(cut))
      if (left === undefined || right === undefined || left.cost + right.cost > 1) continue
      const cost = left.cost + right.cost - 0.02 * Math.min(left.word.length, right.word.length)
      if (best === undefined || cost < best.cost) best = { cost, parts: [left.word, right.word] }
    }
    return best?.parts
  }

  function nearForm(word: string): { readonly word: string; readonly cost: number } | undefined {
    if (index.forms.has(word)) return { word, cost: 0 }
    if (word.length < 5) return undefined
    const [near] = spelling().corrections(word, 1)
    return near !== undefined && index.forms.has(near.word) ? { word: near.word, cost: 1 } : undefined
  }

  return (surface, corrected = new Map()) => {
    const spelled = index.forms.has(surface) ? undefined : chatSpellings.get(surface)
    if (spelled !== undefined) return [{ word: spelled, certainty: 1 }]
    const before = corrected.get(surface)
    if (before !== undefined) return before
    if (corrected.size === mostCorrected || isKnown(surface)) return [{ word: surface, certainty: 1 }]
    const meant = correct(surface)
    corrected.set(surface, meant)
    return meant
  }
}

/** All words that a correction may lead to, with how expected each is: the documents' own before everyday ones. */
function dictionary({ index, layWords, everyday, stopWords }: Vocabulary): ReadonlyMap<string, number> {
  const prior = new Map<string, number>()
  for (const word of everyday.top) if (word.length > 3) prior.set(word, 0)
  for (const word of stopWords) prior.set(word, 0.1)
  const named = [...layWords.vocabulary, ...Object.values(cues).flatMap((list) => list.flatMap(words))]
  for (const word of named.flatMap(inflections)) prior.set(word, 0.15)
  for (const word of named) prior.set(word, 0.3)
  for (const [word, term] of index.forms) {
    if (/[\d:]/.test(word)) continue
    const passages = (index.starts[term + 1] ?? 0) - (index.starts[term] ?? 0)
    prior.set(word, Math.max(prior.get(word) ?? 0, 0.25 + 0.04 * Math.log2(1 + passages)))
  }
  return prior
}

/** Regular forms of a word, right or not: only there to be recognised when misspelt. */
function inflections(word: string): string[] {
  if (word.length < 4) return []
  const base = word.endsWith('e') ? word.slice(0, -1) : word
  return [`${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`, `${base}ed`, `${base}ing`]
}
