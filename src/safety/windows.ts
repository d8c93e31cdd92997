import type { Message } from './read-message.ts'

/** Words of a message that are weighed together: from one up to another, not included. */
export type Window = readonly [from: number, to: number]

/** Words up to which a message is weighed as a whole. */
const short = 40

/** A window of a longer message, and how far the next one lies; a sign of need rarely takes more words. */
const width = 24
const step = 12

/** The windows of a message: a sentence among others must weigh as much as it would alone. */
export function windowsOf({ words, sentences }: Pick<Message, 'words' | 'sentences'>): readonly Window[] {
  const { length } = words
  const found: Window[] = [[0, length]]
  if (length > short) for (let from = 0; from < length; from += step) found.push([from, Math.min(length, from + width)])
  if (sentences[0] === sentences.at(-1)) return found
  for (let from = 0, to = 1; to <= length; to += 1) {
    if (to < length && sentences[to] === sentences[from]) continue
    if (to - from >= fewest && to - from <= width) found.push([from, to])
    from = to
  }
  return found
}

/** Words that a sentence must have to be weighed alone. */
const fewest = 3
