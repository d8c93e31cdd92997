import type { EverydayWords } from '../../text/everyday-words.ts'
import type { Meaning, Query, Unit } from './analyse-query.ts'
import { countedInformation, isCovered } from './confidence.ts'
import type { InvertedIndex } from './inverted-index.ts'
import type { Polarities } from './polarity.ts'
import type { Token } from './read-tokens.ts'
import { cuesIn, kindNameOf } from './section-kinds.ts'

/** A word or known phrase of a question, as search read it. */
export type ExplainedWord = {
  /** As typed, folded; of a kind of question the words that show it. */
  readonly typed: string
  /** Name of the kind, such as `cause`, where the words show a kind of question. */
  readonly kind?: string
  /** What it was taken for, where it was corrected. */
  readonly corrected?: string
  /** How much it counts in what a passage covers, from 0 (nothing) to 1. */
  readonly information: number
  /**
   * `state` where it says that something is low or high ("too much"); `ignored` where it counts nothing: a small word, or
   * one that a kind of question has used up ("what makes").
   */
  readonly role: Unit['role'] | 'state' | 'ignored'
  /** Words of the documents that it may stand for, likest first; of a kind, other kinds that serve it. */
  readonly synonyms: readonly string[]
  /** Whether the best passage has it or a synonym. */
  readonly isMatched: boolean
  /** Whether any document has it or a synonym. */
  readonly isKnown: boolean
}

/** Prepares telling how the words of a question were read: every word in order, then the kinds of question. */
export function createExplainWords(index: InvertedIndex, everyday: EverydayWords) {
  let shown: ReadonlyMap<number, string> | undefined
  /** Built when the first question is explained: hardly any ever is. */
  function show(term: number): string {
    shown ??= commonForms(index, everyday)
    return shown.get(term) ?? ''
  }

  function synonyms(terms: readonly Meaning[], own: ReadonlySet<number | undefined>): string[] {
    const others = terms.filter(({ term }) => !own.has(term)).toSorted((left, right) => right.weight - left.weight)
    return [...new Set(others.map(({ term }) => show(term)))]
  }

  function explainUnit(unit: Unit, { all, cue, best }: Circumstances): ExplainedWord {
    const { tokens, terms, role, surface } = unit
    const own = tokens?.map(({ stem }) => index.stems.get(stem)) ?? [index.forms.get(surface)]
    const isState = role === 'topic' && tokens?.every((token) => cue.has(token)) === true
    return {
      ...(tokens === undefined ? showKind(kindNameOf(surface), all) : spellings(tokens)),
      information: countedInformation(unit),
      role: isState ? 'state' : role,
      synonyms: synonyms(terms, new Set(own)),
      isMatched: best !== undefined && isCovered(terms, best, index),
      isKnown: terms.length > 0,
    }
  }

  function explainIgnored(token: Token, { cue, best }: Circumstances): ExplainedWord {
    const term = index.stems.get(token.stem)
    const terms = term === undefined ? [] : [{ term, weight: 1 }]
    return {
      ...spellings([token]),
      information: 0,
      role: cue.has(token) ? 'state' : 'ignored',
      synonyms: [],
      isMatched: best !== undefined && isCovered(terms, best, index),
      isKnown: term !== undefined,
    }
  }

  return ({ tokens, units }: Query, said: Polarities, best: number | undefined): readonly ExplainedWord[] => {
    const cue = new Set([...said.values()].flatMap(({ start, end }) => tokens.slice(start, end)))
    const where = { all: tokens, cue, best }
    const unitOf = new Map(units.flatMap((unit) => unit.tokens?.map((token) => [token, unit] as const) ?? []))
    const inOrder = new Set([...tokens.map((token) => unitOf.get(token) ?? token), ...units])
    return [...inOrder].map((each) => ('terms' in each ? explainUnit(each, where) : explainIgnored(each, where)))
  }
}

/** The question that a word stands in, and what was found for it. */
type Circumstances = {
  readonly all: readonly Token[]
  /** The words that say that something is low or high. */
  readonly cue: ReadonlySet<Token>
  /** Number of the best passage. */
  readonly best: number | undefined
}

function showKind(kind: string, tokens: readonly Token[]): Pick<ExplainedWord, 'typed' | 'kind'> {
  const cues = cuesIn(tokens.map(({ word }) => word)).filter((cue) => cue.kind === kind)
  const shown = cues.map(({ place, length }) => spellings(tokens.slice(place, place + length)).typed)
  return { typed: [...new Set(shown)].join(', '), kind }
}

function spellings(tokens: readonly Token[]): Pick<ExplainedWord, 'typed' | 'corrected'> {
  const typed = tokens.map((token) => token.typed ?? token.surface).join(' ')
  const corrected = tokens.map(({ word }) => word).join(' ')
  return typed === corrected ? { typed } : { typed, corrected }
}

/** For each term, the form of the documents that everyday English has most often: stems are no words. */
function commonForms({ forms }: InvertedIndex, { count }: EverydayWords): ReadonlyMap<number, string> {
  const common = new Map<number, string>()
  for (const [form, term] of forms) {
    const other = common.get(term)
    if (other === undefined || count(form) > count(other)) common.set(term, form)
  }
  for (const [term, form] of common) common.set(term, kindNameOf(form))
  return common
}
