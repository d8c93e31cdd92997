import { chatSpellings } from '../../text/chat-spellings.ts'
import type { EverydayWords } from '../../text/everyday-words.ts'
import { fold } from '../../text/fold.ts'
import { functionWords, sceneWords } from '../../text/function-words.ts'
import { sentences } from '../../text/sentences.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import type { InvertedIndex } from './inverted-index.ts'
import { affinities, cues, type Kind } from './kinds.ts'
import type { LayWords, Synonym } from './lay-words.ts'
import { cueLengthAt, genericStems, kindsIn, kindWord } from './section-kinds.ts'
import { createSpelling } from './spelling.ts'

/** A question as search reads it. */
export type Query = {
  /** The words that carry topic, in order. */
  readonly units: readonly Unit[]
  /** Kinds of section that the question asks for; empty where it shows none. */
  readonly kinds: ReadonlySet<Kind>
  /** Every word, spelling corrected, in order. */
  readonly tokens: readonly Token[]
}

/** A word or known phrase of a question, with the index terms that it may stand for. */
export type Unit = {
  /** As typed, folded. */
  readonly surface: string
  /** Stem of a single word. */
  readonly stem?: string
  /** How much it tells, from 0 (said everywhere) to 1 (rare). */
  readonly information: number
  /** Index terms and how surely each is meant, from 0 to 1; empty for a word that no document has. */
  readonly terms: readonly Meaning[]
  /** Inverse document frequency of the word itself where a document has it: its synonyms tell no more than it does. */
  readonly idf?: number
  /** Sets the scene of the question and is not what it is about. */
  readonly isScene: boolean
  /** Says what is asked of a topic (causes, treatment …) and names none. */
  readonly isGeneric: boolean
  /** Number of the sentence it stands in; absent for a kind of question, which holds for all. */
  readonly sentence?: number
}

export type Meaning = { readonly term: number; readonly weight: number }

export type Token = {
  /** As typed, folded. */
  readonly surface: string
  /** After spelling correction. */
  readonly word: string
  readonly stem: string
  /** How surely the word is meant: below 1 for a corrected one. */
  readonly certainty: number
  /** Number of the sentence it stands in. */
  readonly sentence: number
  /** How much the sentence counts: 1, or less beside a sentence that asks. */
  readonly share: number
}

type Parts = { readonly index: InvertedIndex; readonly layWords: LayWords; readonly everyday: EverydayWords }

/** A word that everyday English has at least this often is taken as meant, not as a misspelling. */
const everydayWord = 40

/** Everyday words that corrections may lead to, beside the words of the documents. */
const commonWords = 10_000

/** Below this information a word inside a cue ("what makes", "deal with") has said all it says there. */
const light = 0.3

/** What stands before the last "but" of a sentence counts: "I have enough, but …". */
const beforeButShare = 0.6

/** What a sentence that only tells counts, in a message that also asks. */
const besideShare = 0.4

/** Regular forms of a word, right or not: only there to be recognised when misspelt. */
function inflections(word: string): string[] {
  if (word.length < 4) return []
  const base = word.endsWith('e') ? word.slice(0, -1) : word
  return [`${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`, `${base}ed`, `${base}ing`]
}

/** What a kind of question counts beside its words, on the scale of `Unit.information`. */
const kindInformation = 0.35

const stopWords = functionWords['en'] ?? new Set()

/** Prepares reading queries against one index. */
export function createAnalyseQuery({ index, layWords, everyday }: Parts): (text: string) => Query {
  const spelling = createSpelling(dictionary())

  function dictionary(): ReadonlyMap<string, number> {
    const prior = new Map<string, number>()
    for (const word of everyday.top(commonWords)) prior.set(word, 0)
    for (const word of stopWords) prior.set(word, 0.1)
    const named = [...layWords.vocabulary, ...Object.values(cues).flatMap((list) => list.flatMap(words))]
    for (const word of named.flatMap(inflections)) prior.set(word, 0.15)
    for (const word of named) prior.set(word, 0.3)
    for (const [word, term] of index.forms) {
      const passages = (index.starts[term + 1] ?? 0) - (index.starts[term] ?? 0)
      if (/\d/.test(word)) continue
      prior.set(word, Math.max(prior.get(word) ?? 0, 0.25 + 0.04 * Math.log2(1 + passages)))
    }
    return prior
  }

  const isKnown = (word: string): boolean =>
    word.length < 3 ||
    /\d/.test(word) ||
    index.forms.has(word) ||
    index.stems.has(stem(word)) ||
    stopWords.has(word) ||
    layWords.vocabulary.has(word) ||
    everyday.count(word) >= everydayWord

  function tokenise(text: string): Token[] {
    const tokens: Token[] = []
    const parts = sentences(fold(text))
    const asks = parts.some((part) => part.isQuestion)
    for (const [sentence, part] of parts.entries()) {
      const share = asks && !part.isQuestion ? besideShare : 1
      const surfaces = words(part.text)
      const turn = surfaces.lastIndexOf('but')
      for (const [place, surface] of surfaces.entries()) {
        for (const { word, certainty } of meant(surface)) {
          tokens.push({
            surface,
            word,
            stem: stem(word),
            certainty,
            sentence,
            share: place < turn ? share * beforeButShare : share,
          })
        }
      }
    }
    return joined(tokens)
  }

  function meant(surface: string): { word: string; certainty: number }[] {
    const spelled = index.forms.has(surface) ? undefined : chatSpellings.get(surface)
    if (spelled !== undefined) return [{ word: spelled, certainty: 1 }]
    return isKnown(surface) ? [{ word: surface, certainty: 1 }] : correct(surface)
  }

  function correct(surface: string): { word: string; certainty: number }[] {
    const [best] = spelling.corrections(surface)
    const rare = everyday.count(surface) > 0
    if (best !== undefined && best.cost < (rare ? 0.85 : 1.6)) return [{ word: best.word, certainty: rare ? 0.7 : 0.9 }]
    const parts = split(surface)
    if (parts !== undefined) return parts.map((word) => ({ word, certainty: 0.85 }))
    if (best !== undefined && !rare) return [{ word: best.word, certainty: 0.75 }]
    return [{ word: surface, certainty: 1 }]
  }

  /** Two words written as one, the second or first perhaps with a typing error. */
  function split(surface: string): [string, string] | undefined {
    let best: { cost: number; parts: [string, string] } | undefined
    for (let i = 3; i <= surface.length - 3; i += 1) {
      const left = part(surface.slice(0, i))
      const right = part(surface.slice(i))
      if (left === undefined || right === undefined || left.cost + right.cost > 1.2) continue
      const cost = left.cost + right.cost - 0.02 * Math.min(left.word.length, right.word.length)
      if (best === undefined || cost < best.cost) best = { cost, parts: [left.word, right.word] }
    }
    return best?.parts
  }

  function part(word: string): { word: string; cost: number } | undefined {
    if (index.forms.has(word)) return { word, cost: 0 }
    if (word.length < 5) return undefined
    const [near] = spelling.corrections(word, 1)
    return near !== undefined && index.forms.has(near.word) ? { word: near.word, cost: 1 } : undefined
  }

  /** One word written as two: "sero tonin". */
  function joined(tokens: readonly Token[]): Token[] {
    const result: Token[] = []
    for (const token of tokens) {
      const before = result.at(-1)
      const whole = `${before?.surface ?? ''}${token.surface}`
      const eitherUnknown = before !== undefined && !(hasTerm(before.word) && hasTerm(token.word))
      if (
        before !== undefined &&
        eitherUnknown &&
        whole.length > 5 &&
        before.sentence === token.sentence &&
        index.forms.has(whole)
      ) {
        result[result.length - 1] = { ...before, surface: whole, word: whole, stem: stem(whole), certainty: 0.95 }
        continue
      }
      result.push(token)
    }
    return result
  }

  const hasTerm = (word: string): boolean => index.stems.has(stem(word)) || stopWords.has(word)

  function readUnits(tokens: readonly Token[], stems: readonly string[]): Unit[] {
    const units: Unit[] = []
    let cueEnd = 0
    for (let place = 0; place < tokens.length; ) {
      const phrase = layWords.phrases.longestAt(stems, place)
      const length = phrase?.length ?? 1
      const read = tokens.slice(place, place + length)
      const cueLength = cueLengthAt(stems, place)
      if (cueLength > 1) cueEnd = Math.max(cueEnd, place + cueLength)
      const isSpent = phrase === undefined && place < cueEnd && informationOf(read[0]?.word ?? '') < light
      const unit = isSpent ? undefined : phrase === undefined ? wordUnit(read[0]) : phraseUnit(read, phrase.value)
      if (unit !== undefined) units.push(unit)
      place += length
    }
    return units
  }

  function wordUnit(token: Token | undefined): Unit | undefined {
    if (token === undefined || stopWords.has(token.word)) return undefined
    const { surface, word, certainty } = token
    const direct = index.stems.get(token.stem)
    const terms = [
      ...(direct === undefined ? [] : [{ term: direct, weight: certainty }]),
      ...termsOf(layWords.synonyms(token.stem), certainty),
    ]
    return {
      surface,
      stem: token.stem,
      information: token.share * informationOf(word),
      terms,
      isScene: sceneWords.has(word),
      isGeneric: genericStems.has(token.stem),
      sentence: token.sentence,
      ...(direct === undefined ? {} : { idf: index.idf[direct] ?? 0 }),
    }
  }

  function phraseUnit(tokens: readonly Token[], synonyms: readonly Synonym[]): Unit {
    const surface = tokens.map((token) => token.surface).join(' ')
    const terms = termsOf(synonyms, 1)
    const whole = tokens.every((token) => hasTerm(token.word))
    for (const token of tokens) {
      const term = stopWords.has(token.word) ? undefined : index.stems.get(token.stem)
      if (term !== undefined) terms.push({ term, weight: whole ? 0.9 : 0.3 })
    }
    const information = Math.max(
      0.35 * (tokens[0]?.share ?? 1),
      ...tokens.map((token) => (stopWords.has(token.word) ? 0 : token.share * informationOf(token.word))),
    )
    return {
      surface,
      information,
      terms,
      isScene: tokens.every(({ word }) => stopWords.has(word) || sceneWords.has(word)),
      isGeneric: tokens.every(({ stem: each, word }) => stopWords.has(word) || genericStems.has(each)),
      sentence: tokens[0]?.sentence ?? 0,
    }
  }

  /** A kind of question, as one more thing that a passage can have or lack. */
  function kindUnit(kind: Kind): Unit[] {
    if (kind === 'definition') return []
    const meant = [
      [kind, 1] as const,
      ...affinities.filter(([asked]) => asked === kind).map(([, told, share]) => [told, share] as const),
    ]
    const terms = meant.flatMap(([each, weight]) => {
      const term = index.forms.get(kindWord(each))
      return term === undefined ? [] : [{ term, weight }]
    })
    return [
      {
        surface: kindWord(kind),
        information: kindInformation,
        terms,
        isScene: false,
        isGeneric: true,
      },
    ]
  }

  function termsOf(synonyms: readonly Synonym[], certainty: number): { term: number; weight: number }[] {
    return synonyms.flatMap(({ stem: synonym, weight }) => {
      const term = index.stems.get(synonym)
      return term === undefined ? [] : [{ term, weight: weight * certainty }]
    })
  }

  /** Very short words that are no function words are mostly slips. Bits scaled so that a word said once in 128 words counts nothing and one in two million counts all. */
  function informationOf(word: string): number {
    if (word.length < 3 && !layWords.vocabulary.has(word) && !index.forms.has(word)) return 0.1
    const stemmed = stem(word)
    const bits = Math.min(...[word, stemmed, `${stemmed}e`].map(everyday.information))
    return Math.min(1, Math.max(0.05, (bits - 7) / 14))
  }

  return (text) => {
    const tokens = tokenise(text)
    const stems = tokens.map((token) => token.stem)
    const kinds = kindsIn(tokens.map((token) => token.word))
    return { tokens, kinds, units: [...readUnits(tokens, stems), ...[...kinds].flatMap(kindUnit)] }
  }
}
