import type { Phrasing } from '../../responder/answer.ts'
import { limitsTheTextBefore } from './caveats.ts'

/** Where a paragraph may come apart, the best first: words and less only where a single sentence is too long. */
export const borderKinds = ['harmless', 'sentence', 'word', 'grapheme', 'character'] as const

export type BorderKind = (typeof borderKinds)[number]

/** A run of text in two; neither is empty. */
export type CutPhrasing = { readonly head: readonly Phrasing[]; readonly rest: readonly Phrasing[] }

/** Cuts off as much of a run of text as fits, at a border of one kind; undefined where there is none. */
export function cutParagraph(
  phrasing: readonly Phrasing[],
  fits: (head: readonly Phrasing[]) => boolean,
  kind: BorderKind,
): CutPhrasing | undefined {
  const text = phrasing.map(textOf).join('')
  const first = text.search(/\S/)
  const last = text.trimEnd().length
  // Finding borders in all of a long text takes seconds.
  const borders = find[kind](text.slice(0, window)).filter((at) => at > first && at < last)
  const at = borders[longestFitting(borders.length, (count) => fits(slice(phrasing, 0, borders[count - 1] ?? 0))) - 1]
  return at === undefined ? undefined : { head: slice(phrasing, 0, at), rest: slice(phrasing, at, text.length) }
}

/** The largest count up to `most` that fits, given that fewer fit better. */
export function longestFitting(most: number, fits: (count: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const find: Readonly<Record<BorderKind, (text: string) => readonly number[]>> = {
  harmless: (text) => sentenceEnds(text).filter((at) => !limitsTheTextBefore(text.slice(at, at + longestOpener))),
  sentence: sentenceEnds,
  word: (text) => [...text.matchAll(/\s+/g)].map(({ index, 0: space }) => index + space.length),
  grapheme: (text) => starts('grapheme', text),
  character: (text) => [...text.matchAll(/./gsu)].map(({ index }) => index),
}

/** Characters among which borders are looked for: no part of an answer holds more on any platform. */
const window = 4000

/** Characters read of a sentence to tell whether it is a caveat. */
const longestOpener = 60

function sentenceEnds(text: string): readonly number[] {
  return starts('sentence', text).filter((at) => !abbreviation.test(text.slice(Math.max(0, at - longestOpener), at)))
}

/** Letters before a full stop that more often go on than end a sentence, in the languages of the templates. */
const abbreviation =
  /(?<!\p{L})(?:\p{L}|dr|mr|mrs|ms|prof|st|vs|approx|sra?|dra|mme|ex|ca|nr|bzw|evtl|inkl)\.[^\S\n]*$/iu

function starts(granularity: 'grapheme' | 'sentence', text: string): readonly number[] {
  return [...new Intl.Segmenter('und', { granularity }).segment(text)].map(({ index }) => index)
}

function textOf(part: Phrasing): string {
  return part.type === 'break' ? '\n' : part.value
}

/** The part of a run between two places of its text; the address of a link stays with its last words. */
function slice(phrasing: readonly Phrasing[], from: number, to: number): readonly Phrasing[] {
  let begin = 0
  return phrasing.flatMap((part): Phrasing[] => {
    const length = textOf(part).length
    const [start, end] = [Math.max(from - begin, 0), Math.min(to - begin, length)]
    begin += length
    if (start >= end) return []
    if (part.type === 'break') return [part]
    const value = part.value.slice(start, end)
    return [part.type === 'link' && end < length ? { type: 'text', value } : { ...part, value }]
  })
}
