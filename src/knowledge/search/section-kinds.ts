import { fold } from '../../text/fold.ts'
import { createPhrases } from '../../text/phrases.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import { cues } from './kind-cues.ts'
import { affinities, type Kind, kinds } from './kinds.ts'

/** How much a section tells of each kind, in the order of `kinds`, from 0 to 1. */
export type SectionKinds = Float32Array

const places = new Map(kinds.map((kind, place) => [kind, place]))
const cuePhrases = createPhrases(
  kinds.flatMap((kind) => cues[kind].map((cue) => [words(fold(cue)).map(stem), kind] as const)),
)

/** Reads kinds off a heading, whose word is law, and off the phrasings people ask with, which vote. */
export function readSectionKinds(
  heading: readonly string[],
  asked: readonly (readonly string[])[],
  parent: readonly string[] = [],
  always: readonly Kind[] = [],
): SectionKinds {
  const told = new Float32Array(kinds.length)
  for (const kind of always) add(told, kind, 0.5)
  for (const kind of kindsIn(parent)) add(told, kind, parentShare)
  for (const phrasing of asked) {
    for (const kind of kindsIn(phrasing)) if (kind !== 'definition') add(told, kind, 1 / Math.max(3, asked.length))
  }
  for (const kind of kindsIn(heading)) add(told, kind, 1)
  return told
}

/** A section below "Causes" tells of causes too, though not of all of them. */
const parentShare = 0.8

const kindMark = 'kind:'

/** What a kind is called among the words of an index: no real word can be it. */
export function kindWord(kind: Kind): string {
  return `${kindMark}${kind}`
}

/** Whether a word of an index is a kind. */
export function isKindWord(word: string): boolean {
  return word.startsWith(kindMark)
}

/** A word of an index as people may read it: a kind by its name, every other word as it is. */
export function kindNameOf(word: string): string {
  return isKindWord(word) ? word.slice(kindMark.length) : word
}

/** Kinds that a text shows, as words to index it under; `definition` says too little to be one. */
export function kindWords(text: readonly string[]): string[] {
  return [...kindsIn(text)].filter((kind) => kind !== 'definition').map(kindWord)
}

/** Stems that show a kind by themselves: every document has causes and treatments, so they name no topic. */
export const genericStems: ReadonlySet<string> = new Set(
  Object.values(cues)
    .flat()
    .map((cue) => words(fold(cue)))
    .filter((cue) => cue.length === 1)
    .map(([word]) => stem(word ?? '')),
)

/** Length of the longest cue phrase that begins at a place; 0 for none. */
export function cueLengthAt(stems: readonly string[], place: number): number {
  return cuePhrases.longestAt(stems, place)?.length ?? 0
}

/** Kinds that the words show; "what is …" counts only where nothing else does, and what problems lead to is no cause. */
export function kindsIn(text: readonly string[]): ReadonlySet<Kind> {
  const found = new Set(cuesIn(text).map(({ kind }) => kind))
  if (found.size > 1) found.delete('definition')
  if (found.has('complication')) found.delete('cause')
  return found
}

/** Words that show a kind, whether it counts or not. */
export type CueFound = { readonly kind: Kind; readonly place: number; readonly length: number }

/** Every cue in a text, in order, each word in one of them at most. */
export function cuesIn(text: readonly string[]): readonly CueFound[] {
  const stems = text.map(stem)
  const found: CueFound[] = []
  for (let place = 0; place < stems.length; ) {
    const cue = cuePhrases.longestAt(stems, place)
    if (cue !== undefined) found.push({ kind: cue.value, place, length: cue.length })
    place += cue?.length ?? 1
  }
  return found
}

/** How much a section of each kind serves a question that asks for some kinds, in the order of `kinds`; undefined where it asks for none. */
export function kindWeights(asked: ReadonlySet<Kind>): Float32Array | undefined {
  if (asked.size === 0) return undefined
  const weights = new Float32Array(kinds.length)
  const raise = (kind: Kind, weight: number): void => {
    const place = places.get(kind) ?? 0
    weights[place] = Math.max(weights[place] ?? 0, weight)
  }
  for (const kind of asked) raise(kind, 1)
  for (const [from, to, affinity] of affinities) if (asked.has(from)) raise(to, affinity)
  return weights
}

/** How well a section serves what is wanted, from −0.5 (it tells something else) to 1; 0 where one side shows no kind. */
export function kindFit(wanted: Float32Array | undefined, told: SectionKinds | undefined): number {
  if (wanted === undefined || told === undefined) return 0
  let most = 0
  let fit = 0
  for (let place = 0; place < told.length; place += 1) {
    const share = told[place] ?? 0
    most = Math.max(most, share)
    fit = Math.max(fit, share * (wanted[place] ?? 0))
  }
  if (most < leastTold) return 0
  return fit > 0 ? fit : -0.5 * most
}

/** Sections that tell less of any kind are of none. */
const leastTold = 0.3

function add(told: SectionKinds, kind: Kind, amount: number): void {
  const place = places.get(kind) ?? 0
  told[place] = Math.min(1, (told[place] ?? 0) + amount)
}
