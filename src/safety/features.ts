import type { Message } from './read-message.ts'

/** What the model sees of a message: numbers of features, and for each word where its own begin. */
export type Features = {
  readonly hashes: Uint32Array
  /** For word n its features stand from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array
}

/** Length of the pieces of words, so that endings and slips of a word still resemble it. */
const shortestPiece = 3
const longestPiece = 5

/** Words that stand between two classes of a pair at most. */
const pairReach = 6

/**
 * Lists the features of a message, in the order of its words: each word, it with the next and the one after,
 * its pieces, and the classes of words that begin there with those that follow in the same sentence.
 *
 * @param tags the classes that begin at each word, as `tagHash` gives them; shared by all languages, so that what is learnt in one helps in the others
 * @param isHidden words that an idiom has explained away
 */
export function featuresOf(
  message: Message,
  tags: readonly (readonly number[])[],
  isHidden: (place: number) => boolean,
): Features {
  const { words, sentences, questions } = message
  const hashes = new Uint32Array(words.length * mostPerWord)
  const starts = new Uint32Array(words.length + 1)
  const wordHashes = Uint32Array.from(words, (word, place) => (isHidden(place) ? hiddenHash : hash(word, wordSeed)))
  let count = 0

  for (let place = 0; place < words.length; place += 1) {
    starts[place] = count
    const end = count + mostPerWord
    const sentence = sentences[place]
    const own = wordHashes[place] ?? 0
    const isFirst = place === 0 || sentences[place - 1] !== sentence
    hashes[count++] = own
    if (isFirst) hashes[count++] = join(own, firstSeed)
    if (isFirst && questions.has(sentence ?? -1)) hashes[count++] = questionSeed
    if (sentences[place + 1] === sentence) hashes[count++] = join(own, wordHashes[place + 1] ?? 0)
    if (sentences[place + 2] === sentence) {
      hashes[count++] = join(join(own, skipSeed), wordHashes[place + 2] ?? 0)
      hashes[count++] = join(join(own, wordHashes[place + 1] ?? 0), wordHashes[place + 2] ?? 0)
    }
    if (own !== hiddenHash && (words[place] ?? '').length > 2) count = addPieces(words[place] ?? '', hashes, count)
    for (const tag of tags[place] ?? []) {
      if (count < end) hashes[count++] = tag
      for (let other = place + 1; other <= place + pairReach && sentences[other] === sentence; other += 1)
        for (const second of tags[other] ?? []) if (count < end) hashes[count++] = join(tag, second)
    }
  }
  starts[words.length] = count
  return { hashes: hashes.subarray(0, count), starts }
}

const [wordSeed, tagSeed, pieceSeed, skipSeed, firstSeed, questionSeed] = [
  0x811c9dc5, 0x2545f491, 0x9e3779b9, 0x7f4a7c15, 0x51ed270b, 0x1b873593,
]
/** What the model sees of a word that an idiom has explained away. */
const hiddenHash = hash('*', wordSeed)

/** Letters of a word that pieces are made of. */
const longestWord = 20

/** Features of one word at most: six for words, under sixty for pieces, the rest for pairs of classes. */
const mostPerWord = 100

/** The number by which the model knows a class of words. */
export function tagHash(name: string): number {
  return hash(name, tagSeed)
}

function addPieces(word: string, hashes: Uint32Array, from: number): number {
  let count = from
  const length = Math.min(word.length, longestWord) + 2
  for (let start = 0; start + shortestPiece <= length; start += 1) {
    let piece = pieceSeed
    for (let end = start; end < length && end < start + longestPiece; end += 1) {
      piece = join(piece, end === 0 || end === length - 1 ? 32 : word.charCodeAt(end - 1))
      if (end - start + 1 >= shortestPiece) hashes[count++] = piece
    }
  }
  return count
}

/** FNV-1a in 32 bits. */
function hash(text: string, seed: number): number {
  let found = seed
  for (let place = 0; place < text.length; place += 1) found = Math.imul(found ^ text.charCodeAt(place), 0x01000193)
  return found >>> 0
}

function join(first: number, second: number): number {
  const mixed = Math.imul(first ^ (second + 0x9e3779b9 + (first << 6) + (first >>> 2)), 0x01000193)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
