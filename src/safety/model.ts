import { z } from 'zod'
import { type Classifier, classifierSchema, createClassifier } from './classifier.ts'
import { parseWordCounts, type WordCounts } from './word-counts.ts'

/** What a message is, to the model; `soft` is a mention that needs no card, `self` and `other` are crises. */
export const kinds = ['none', 'soft', 'self', 'other', 'emergency', 'medication', 'diagnosis'] as const

export type Kind = (typeof kinds)[number]

/** What a crisis is about, as far as words tell; ages are left to rules. */
export const themes = ['none', 'abuse', 'eating-disorder'] as const

export type ModelTheme = (typeof themes)[number]

/** The shape of `safety/model.json`, written by `npm run fit:triage`. */
export const modelSchema = z.strictObject({
  kind: classifierSchema,
  theme: classifierSchema,
  /** By language the words seen in training, each followed by how often: `the 2210 a 1780 …`. */
  words: z.record(z.string(), z.string()),
})

export type ModelFile = z.infer<typeof modelSchema>

/** What was learnt from written messages. */
export type Model = { readonly kind: Classifier; readonly theme: Classifier; readonly words: WordCounts }

/** Prepares a model for reading; throws where its file does not fit together. */
export function createModel({ kind, theme, words }: ModelFile): Model {
  return {
    kind: createClassifier(kind, kinds),
    theme: createClassifier(theme, themes),
    words: parseWordCounts(words),
  }
}
