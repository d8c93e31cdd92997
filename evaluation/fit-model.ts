import { type ClassifierFile, normOf, softmax } from '../src/safety/classifier.ts'
import { type Kind, kinds, type ModelFile, type ModelTheme, themes } from '../src/safety/model.ts'
import type { Reading } from '../src/safety/reading.ts'
import { windowsOf } from '../src/safety/windows.ts'
import { undisguise } from '../src/text/disguises.ts'
import { words as wordsOf } from '../src/text/words.ts'

/** One message of training: the features it has and its class. */
export type Example<Class extends string> = { readonly hashes: Uint32Array; readonly is: Class }

/** Times through all examples, and from which one on the weights are averaged: the mean depends less on the order. */
const rounds = 20
const averagedFrom = 6
/** Adagrad's step, and how strongly weights are drawn back to nought; the best of a few tried by cross-validation. */
const rate = 0.25
const decay = 5e-5
/** Features share 2 to the power of this many rows; half as many lose a point of recall. */
const kindBits = 18
const themeBits = 14

/** Languages that have rules; other lines, such as noise, teach no words. */
const languages: ReadonlySet<string> = new Set(['en', 'es', 'pt', 'fr', 'de'])

/** A line of training, as it was read. */
export type Line = {
  readonly reading: Reading
  readonly kind: Kind
  /** Absent where nobody has said whether there is one. */
  readonly theme: ModelTheme | undefined
}

/** A fitted model, as it is written. */
export type FittedModel = { readonly file: ModelFile; readonly weights: Int8Array }

/** Fits the model. */
export function fitModel(lines: readonly Line[], words: ModelFile['words']): FittedModel {
  const kind = fitClassifier(lines.flatMap(kindExamples), kinds, kindBits)
  const theme = fitClassifier(lines.flatMap(themeExamples), themes, themeBits)
  const weights = new Int8Array(kind.weights.length + theme.weights.length)
  weights.set(kind.weights)
  weights.set(theme.weights, kind.weights.length)
  return { file: { kind: kind.file, theme: theme.file, words }, weights }
}

/** A message as a whole; one that is not urgent teaches by its parts as well, since none of them is. */
function kindExamples({ reading: { features, message }, kind }: Line): readonly Example<Kind>[] {
  const { hashes, starts } = features
  if (kind !== 'none' && kind !== 'soft') return [{ hashes, is: kind }]
  return windowsOf(message).map(([from, to]) => ({ hashes: hashes.subarray(starts[from], starts[to]), is: kind }))
}

/** Themes are asked for in a crisis alone, and so learnt from crises alone. */
function themeExamples({ reading, kind, theme }: Line): readonly Example<ModelTheme>[] {
  const isCrisis = kind === 'self' || kind === 'other'
  return theme === undefined || !isCrisis ? [] : [{ hashes: reading.features.hashes, is: theme }]
}

/** Counts the words of each language, those seen twice at least: `the 2210 a 1780 …`. */
export function countWords(lines: readonly { readonly text: string; readonly language: string }[]): ModelFile['words'] {
  const counts = new Map<string, Map<string, number>>()
  for (const { text, language } of lines) {
    if (!languages.has(language)) continue
    const own = counts.get(language) ?? new Map<string, number>()
    counts.set(language, own)
    for (const word of wordsOf(undisguise(text))) if (/^\p{L}+$/u.test(word)) own.set(word, (own.get(word) ?? 0) + 1)
  }
  return Object.fromEntries(
    [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, own]) => {
        const often = [...own].filter(([, count]) => count > 1).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        return [language, often.map(([word, count]) => `${word} ${count}`).join(' ')]
      }),
  )
}

/** Fits a softmax regression by Adagrad, in an order that is the same on every machine. */
function fitClassifier<Class extends string>(
  examples: readonly Example<Class>[],
  classes: readonly Class[],
  bits: number,
): { readonly file: ClassifierFile; readonly weights: Int8Array } {
  const width = classes.length
  const weights = new Float64Array(2 ** bits * width)
  const squares = new Float64Array(weights.length).fill(1e-3)
  const bias = new Float64Array(width)
  const data = examples.map(({ hashes, is }) => ({
    rows: hashes.map((each) => each & (2 ** bits - 1)),
    norm: normOf(hashes.length),
    expected: classes.indexOf(is),
  }))
  const means = new Float64Array(weights.length)
  const meanBias = new Float64Array(width)
  const order = data.map((_, at) => at)
  const random = createRandom()

  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      const example = data[at]
      if (example !== undefined) learn(example)
    }
    if (round >= averagedFrom) average(round - averagedFrom + 1)
  }
  const { packed, ...scales } = pack(means, meanBias)
  return { file: { classes: [...classes], bits, ...scales }, weights: packed }

  /** Moves the means towards the weights of one more round. */
  function average(averaged: number): void {
    for (let cell = 0; cell < weights.length; cell += 1)
      means[cell] = (means[cell] ?? 0) + ((weights[cell] ?? 0) - (means[cell] ?? 0)) / averaged
    for (let each = 0; each < width; each += 1)
      meanBias[each] = (meanBias[each] ?? 0) + ((bias[each] ?? 0) - (meanBias[each] ?? 0)) / averaged
  }

  function learn({ rows, norm, expected }: (typeof data)[number]): void {
    const chances = Float64Array.from(bias)
    for (const row of rows)
      for (let each = 0; each < width; each += 1)
        chances[each] = (chances[each] ?? 0) + (weights[row * width + each] ?? 0) * norm
    softmax(chances)
    for (let each = 0; each < width; each += 1) {
      const error = (chances[each] ?? 0) - (each === expected ? 1 : 0)
      bias[each] = (bias[each] ?? 0) - 0.01 * error
      if (Math.abs(error * norm) < 1e-5) continue
      for (const row of rows) {
        const cell = row * width + each
        const slope = error * norm + decay * (weights[cell] ?? 0)
        squares[cell] = (squares[cell] ?? 0) + slope * slope
        weights[cell] = (weights[cell] ?? 0) - (rate * slope) / Math.sqrt(squares[cell] ?? 1)
      }
    }
  }
}

/** Packs weights into 8 bits each. */
function pack(weights: Float64Array, bias: Float64Array) {
  const width = bias.length
  const unit = Array.from(bias, (_, each) => {
    let most = 0
    for (let cell = each; cell < weights.length; cell += width) most = Math.max(most, Math.abs(weights[cell] ?? 0))
    return most / 127 || 1
  })
  const cells = Int8Array.from(weights, (weight, cell) => Math.round(weight / (unit[cell % width] ?? 1)))
  return {
    bias: Array.from(bias, (each) => Number(each.toFixed(4))),
    unit: unit.map((each) => Number(each.toPrecision(5))),
    packed: cells,
  }
}

/** A linear congruential generator (Numerical Recipes' constants), so that every fit is the same. */
function createRandom(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other] ?? 0, list[at] ?? 0]
  }
}
