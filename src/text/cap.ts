import { segments } from './segments.ts'

/** Longest question that is read, in graphemes (what a person counts as characters). */
export const maxGraphemes = 2000

/** Cut made before graphemes are counted: normalising a run of combining marks takes quadratic time. */
export const maxCodeUnits = 6000

/** The same once compatibility forms are resolved: no writing has more than four to a letter, but one sign has eighteen. */
const maxResolved = 8000

/** The first part of a question that is read; what follows is ignored. */
export function cap(text: string): string {
  if (oneEach.test(text)) return text.slice(0, maxGraphemes)
  if (text.length <= maxGraphemes && resolved(text) <= maxResolved) return text
  const cut = text.slice(0, maxCodeUnits).toWellFormed()
  let [graphemes, length, units] = [0, 0, 0]
  for (const each of segments(cut, segmenter)) {
    graphemes += 1
    units += resolved(each)
    if (graphemes > maxGraphemes || units > maxResolved) break
    length += each.length
  }
  return cut.slice(0, length)
}

function resolved(text: string): number {
  return text.normalize('NFKD').length
}

/** Characters that are a grapheme each, wherever they stand. */
const oneEach = /^[\n -~]*$/
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
