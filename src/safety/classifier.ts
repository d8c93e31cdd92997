import { z } from 'zod'
import type { Features } from './features.ts'

/** The shape of a classifier in `safety/model.json`: a softmax regression over hashed features, whose weights stand in a file of their own. */
export const classifierSchema = z.strictObject({
  /** What it tells apart. */
  classes: z.array(z.string()).min(2),
  bias: z.array(z.number()),
  /** One unit of a weight, for each class. */
  unit: z.array(z.number()),
  /** There is a row of weights for each value of a feature's last `bits` bits, with one byte for each class. */
  bits: z.int().min(8).max(20),
})

export type ClassifierFile = z.infer<typeof classifierSchema>

/** How many weights a classifier has. */
export function weightsOf({ classes, bits }: Pick<ClassifierFile, 'classes' | 'bits'>): number {
  return 2 ** bits * classes.length
}

/** Reads the features of a message; gives the chance of each class for the words `from` up to `to`, in the order of `classes`. */
export type Classifier = (features: Features) => (from: number, to: number) => Float64Array

/** Prepares a classifier; throws where it tells other classes apart, or its weights are not as many as the bits ask for. */
export function createClassifier(
  { classes, bias, unit, bits }: ClassifierFile,
  weights: Int8Array,
  expected: readonly string[],
): Classifier {
  if (classes.join() !== expected.join()) throw new Error(`the classes must be ${expected.join(', ')}`)
  const width = classes.length
  const rows = packRows(weights, width, 2 ** bits)

  return ({ hashes, starts }) => {
    const words = starts.length - 1
    const sums = new Int32Array((words + 1) * lanes)
    for (let word = 0; word < words; word += 1) {
      const next = (word + 1) * lanes
      sums.copyWithin(next, next - lanes, next)
      addRows(hashes, starts[word] ?? 0, starts[word + 1] ?? 0, rows, sums, next)
    }

    return (from, to) => {
      const norm = normOf((starts[to] ?? 0) - (starts[from] ?? 0))
      const scores = new Float64Array(width)
      for (let each = 0; each < width; each += 1) {
        const sum = (sums[to * lanes + each] ?? 0) - (sums[from * lanes + each] ?? 0)
        scores[each] = (bias[each] ?? 0) + sum * (unit[each] ?? 0) * norm
      }
      return softmax(scores)
    }
  }
}

/** Features from which a text is long; forty words have about as many. */
const longFrom = 600

/** What the sum over a number of features is multiplied by: its mean, times the root of the number as far as the text is short. */
export function normOf(features: number): number {
  return Math.sqrt(Math.min(longFrom, features)) / Math.max(1, features)
}

/** Weights of a row: eight bytes in two numbers, each byte 128 more than its weight, so that four are added at once. */
const lanes = 8

function packRows(weights: Int8Array, width: number, rows: number): Uint32Array {
  if (weights.length !== rows * width || width > lanes)
    throw new Error(`there are ${weights.length} weights instead of ${rows * width}`)
  const bytes = new Uint8Array(rows * lanes).fill(128)
  for (let row = 0; row < rows; row += 1)
    for (let each = 0; each < width; each += 1) bytes[row * lanes + each] = (weights[row * width + each] ?? 0) + 128
  return new Uint32Array(bytes.buffer)
}

/** Adds the weights of the features of one word to its sums; a lane of 16 bits holds 257 of them, and a word has at most 100. */
function addRows(
  hashes: Uint32Array,
  from: number,
  to: number,
  rows: Uint32Array,
  sums: Int32Array,
  next: number,
): void {
  const mask = rows.length / 2 - 1
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let at = from; at < to; at += 1) {
    const row = ((hashes[at] ?? 0) & mask) * 2
    const [low, high] = [rows[row] ?? 0, rows[row + 1] ?? 0]
    a += low & 0xff00ff
    b += (low >>> 8) & 0xff00ff
    c += high & 0xff00ff
    d += (high >>> 8) & 0xff00ff
  }
  const offset = 128 * (to - from)
  const pairs = [a, b, c, d]
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const both = pairs[pair] ?? 0
    const place = next + (pair < 2 ? pair : pair + 2)
    sums[place] = (sums[place] ?? 0) + (both & 0xffff) - offset
    sums[place + 2] = (sums[place + 2] ?? 0) + (both >>> 16) - offset
  }
}

/** Turns scores into chances that sum to 1, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let total = 0
  for (let each = 0; each < scores.length; each += 1) {
    scores[each] = Math.exp((scores[each] ?? 0) - highest)
    total += scores[each] ?? 0
  }
  for (let each = 0; each < scores.length; each += 1) scores[each] = (scores[each] ?? 0) / total
  return scores
}
