import type { Message } from './read-message.ts'

/** Words of a message that are weighed together: from one up to another, not included. */
export type Window = readonly [from: number, to: number]

/** Words of a part at most, and how far one part of a long sentence lies from the next; a sign of need rarely takes more words. */
const width = 24
const step = 12

/** Words that a sentence must have to be weighed alone. */
const fewest = 2

/** The whole message first, then its parts: a sentence in the middle of a long message must weigh as much as it would alone. */
export function windowsOf({ words, sentences }: Pick<Message, 'words' | 'sentences'>): readonly Window[] {
  const { length } = words
  const found: Window[] = [[0, length]]
  for (let from = 0, to = 1; to <= length; to += 1) {
    if (to < length && sentences[to] === sentences[from]) continue
    if (to - from >= fewest && to - from < length) found.push([from, Math.min(to, from + width)])
    if (to - from > width)
      for (let at = from + step; at + step < to; at += step) found.push([at, Math.min(to, at + width)])
    if (to - from > width && to - from === length) found.push([from, from + width])
    from = to
  }
  return found
}
