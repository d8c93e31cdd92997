import { sceneWords } from '../../text/function-words.ts'
import { affinities, type Kind } from './kinds.ts'
import type { Synonym } from './lay-words.ts'
import { createReadTokens, type Token } from './read-tokens.ts'
import { cueLengthAt, genericStems, kindsIn, kindWord } from './section-kinds.ts'
import { informationOf, type Vocabulary } from './vocabulary.ts'

/** A question as search reads it. */
export type Query = {
  /** What it is about, in order, and last what it wants to know. */
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
  /** The words it was read from; absent for a kind of question. */
  readonly tokens?: readonly Token[]
  /** Stem of a single word. */
  readonly stem?: string
  /** How much it tells, from 0 (said everywhere) to 1 (rare). */
  readonly information: number
  /** How much its part of the message counts, up to 1. */
  readonly share: number
  /** Index terms and how surely each is meant, from 0 to 1; empty for a word that no document has. */
  readonly terms: readonly Meaning[]
  /** Inverse document frequency of the word itself where a document has it: its synonyms tell no more than it does. */
  readonly idf?: number
  /** A word or phrase of the text, a word that only sets the scene, one that names no topic (cause, treatment), or a kind of question. */
  readonly role: 'topic' | 'scene' | 'generic' | 'kind'
}

/** An index term that a unit may stand for. */
export type Meaning = { readonly term: number; readonly weight: number }

/** Below this information a word inside a cue ("what makes", "deal with") has said all it says there. */
const light = 0.3

/** What words too short to be more than slips tell, unless somebody listed them. */
const slipInformation = 0.1

/** What a known phrase tells at least, and a kind of question. */
const phraseInformation = 0.35

/** Prepares reading questions against one index. */
export function createAnalyseQuery(vocabulary: Vocabulary): (text: string) => Query {
  const { index, layWords, everyday, stopWords } = vocabulary
  const readTokens = createReadTokens(vocabulary)

  function informationIn(word: string): number {
    const isSlip = word.length < 3 && !layWords.vocabulary.has(word) && !index.forms.has(word)
    return isSlip ? slipInformation : informationOf(word, everyday)
  }

  function wordUnit(token: Token): Unit | undefined {
    const { surface, word, stem, certainty, share } = token
    if (stopWords.has(word)) return undefined
    const direct = index.stems.get(stem)
    const synonyms = termsOf(layWords.synonyms(stem), certainty)
    return {
      surface,
      tokens: [token],
      stem,
      share,
      information: share * informationIn(word),
      terms: direct === undefined ? synonyms : [{ term: direct, weight: certainty }, ...synonyms],
      role: sceneWords.has(word) ? 'scene' : genericStems.has(stem) ? 'generic' : 'topic',
      ...(direct === undefined ? {} : { idf: index.idf[direct] ?? 0 }),
    }
  }

  /** The phrase as what it stands for; its own words count fully only where documents have them all. */
  function phraseUnit(tokens: readonly Token[], synonyms: readonly Synonym[]): Unit {
    const telling = tokens.filter(({ word }) => !stopWords.has(word))
    const own = telling.flatMap(({ stem }) => index.stems.get(stem) ?? [])
    const weight = own.length === telling.length ? 0.9 : 0.3
    const information = Math.max(phraseInformation, ...telling.map(({ word }) => informationIn(word)))
    return {
      surface: tokens.map(({ surface }) => surface).join(' '),
      tokens,
      share: tokens[0]?.share ?? 1,
      information: (tokens[0]?.share ?? 1) * information,
      terms: [...termsOf(synonyms, 1), ...own.map((term) => ({ term, weight }))],
      role: telling.every(({ word }) => sceneWords.has(word))
        ? 'scene'
        : telling.every(({ stem }) => genericStems.has(stem))
          ? 'generic'
          : 'topic',
    }
  }

  /** A kind of question, as one more thing that a passage can have or lack; "what is …" is too little to be one. */
  function kindUnit(kind: Kind): Unit | undefined {
    if (kind === 'definition') return undefined
    const related = affinities.filter(([asked]) => asked === kind).map(([, told, weight]) => ({ told, weight }))
    const terms = [{ told: kind, weight: 1 }, ...related].flatMap(({ told, weight }) => {
      const term = index.forms.get(kindWord(told))
      return term === undefined ? [] : [{ term, weight }]
    })
    return { surface: kindWord(kind), share: 1, information: phraseInformation, terms, role: 'kind' }
  }

  function termsOf(synonyms: readonly Synonym[], certainty: number): Meaning[] {
    return synonyms.flatMap(({ stem, weight }) => {
      const term = index.stems.get(stem)
      return term === undefined ? [] : [{ term, weight: weight * certainty }]
    })
  }

  /** Known phrases first, longest first; light words inside a cue are spent. */
  function readUnits(tokens: readonly Token[]): (Unit | undefined)[] {
    const stems = tokens.map(({ stem }) => stem)
    const units: (Unit | undefined)[] = []
    let cueEnd = 0
    for (let place = 0; place < tokens.length; ) {
      const cueLength = cueLengthAt(stems, place)
      if (cueLength > 1) cueEnd = Math.max(cueEnd, place + cueLength)
      const phrase = layWords.phrases.longestAt(stems, place)
      const read = tokens.slice(place, place + (phrase?.length ?? 1))
      const [token] = read
      if (phrase !== undefined) units.push(phraseUnit(read, phrase.value))
      else if (token !== undefined && (place >= cueEnd || informationIn(token.word) >= light))
        units.push(wordUnit(token))
      place += read.length
    }
    return units
  }

  return (text) => {
    const tokens = readTokens(text)
    const kinds = kindsIn(tokens.map(({ word }) => word))
    const units = [...readUnits(tokens), ...[...kinds].map(kindUnit)].filter((unit) => unit !== undefined)
    return { tokens, kinds, units }
  }
}
