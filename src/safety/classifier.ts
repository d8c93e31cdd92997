import { z } from 'zod'
import type { Features } from './features.ts'

/** The shape of a classifier in `safety/model.json`: a softmax regression over hashed features. */
export const classifierSchema = z.strictObject({
  /** What it tells apart. */
  classes: z.array(z.string()).min(2),
  bias: z.array(z.number()),
  /** One unit of a weight, for each class. */
  unit: z.array(z.number()),
  /** A row of weights for each value of a feature's last `bits` bits: one byte for each class, base64. */
  bits: z.int().min(8).max(20),
  weights: z.string(),
})

export type ClassifierFile = z.infer<typeof classifierSchema>

/** Reads the features of a message; gives the chance of each class for the words `from` up to `to`, in the order of `classes`. */
export type Classifier = (features: Features) => (from: number, to: number) => Float64Array

/** Prepares a classifier; throws where it tells other classes apart, or its weights are not as many as the bits ask for. */
export function createClassifier(
  { classes, bias, unit, bits, weights }: ClassifierFile,
  expected: readonly string[],
): Classifier {
  if (classes.join() !== expected.join()) throw new Error(`the classes must be ${expected.join(', ')}`)
  const width = classes.length
  const mask = 2 ** bits - 1
  const values = new Int8Array(Buffer.from(weights, 'base64'))
  if (values.length !== 2 ** bits * width)
    throw new Error(`there are ${values.length} weights instead of ${2 ** bits * width}`)

  return ({ hashes, starts }) => {
    const words = starts.length - 1
    const sums = new Int32Array((words + 1) * width)
    for (let word = 0; word < words; word += 1) {
      const next = (word + 1) * width
      sums.copyWithin(next, next - width, next)
      for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
        const row = ((hashes[at] ?? 0) & mask) * width
        for (let each = 0; each < width; each += 1)
          sums[next + each] = (sums[next + each] ?? 0) + (values[row + each] ?? 0)
      }
    }

    return (from, to) => {
      const norm = 1 / Math.sqrt(Math.max(1, (starts[to] ?? 0) - (starts[from] ?? 0)))
      return softmax(
        Float64Array.from(bias, (start, each) => {
          const sum = (sums[to * width + each] ?? 0) - (sums[from * width + each] ?? 0)
          return start + sum * (unit[each] ?? 0) * norm
        }),
      )
    }
  }
}

/** Turns scores into chances that sum to 1, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores)
  let total = 0
  for (let each = 0; each < scores.length; each += 1) {
    scores[each] = Math.exp((scores[each] ?? 0) - highest)
    total += scores[each] ?? 0
  }
  for (let each = 0; each < scores.length; each += 1) scores[each] = (scores[each] ?? 0) / total
  return scores
}
