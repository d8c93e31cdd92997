import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Classifier, classifierSchema, createClassifier, weightsOf } from './classifier.ts'
import { parseWordCounts, type WordCounts } from './word-counts.ts'

/** What a message is, to the model; `soft` is a mention that needs no card, `self` and `other` are crises. */
export const kinds = ['none', 'soft', 'self', 'other', 'emergency', 'medication', 'diagnosis'] as const

export type Kind = (typeof kinds)[number]

/** What a crisis is about, as far as words tell; ages are left to rules. */
export const themes = ['none', 'abuse', 'eating-disorder'] as const

export type ModelTheme = (typeof themes)[number]

/** The shape of a model, written with its weights by `npm run fit:triage`. */
export const modelSchema = z.strictObject({
  kind: classifierSchema,
  theme: classifierSchema,
  /** By language the words seen in training, each followed by how often: `the 2210 a 1780 …`. */
  words: z.record(z.string(), z.string()),
})

export type ModelFile = z.infer<typeof modelSchema>

/** What was learnt from written messages. */
export type Model = { readonly kind: Classifier; readonly theme: Classifier; readonly words: WordCounts }

/** Prepares a model for reading; throws where its parts do not fit together. */
export function createModel({ kind, theme, words }: ModelFile, weights: Int8Array): Model {
  const ofKind = weightsOf(kind)
  return {
    kind: createClassifier(kind, weights.subarray(0, ofKind), kinds),
    theme: createClassifier(theme, weights.subarray(ofKind), themes),
    words: parseWordCounts(words),
  }
}

/** Loads a model from a folder; throws where its files cannot be read or do not fit together. */
export function loadModel(folder: string): Model {
  const file = modelSchema.parse(JSON.parse(readFileSync(join(folder, modelFiles.shape), 'utf8')))
  return createModel(file, new Int8Array(readFileSync(join(folder, modelFiles.weights))))
}

/** Where a model stands in its folder: its shape, and the weights of `kind`, then of `theme`, one byte each. */
export const modelFiles = { shape: 'model.json', weights: 'model.weights' } as const
