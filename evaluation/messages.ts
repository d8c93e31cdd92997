import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadTemplates } from '../src/responder/load-templates.ts'
import { smallTalkKinds } from '../src/responder/templates.ts'
import { type Kind, kinds, type ModelTheme, themes } from '../src/safety/model.ts'
import { root } from './judgments.ts'

const levels = z.enum(['none', 'crisis', 'emergency', 'medication', 'diagnosis'])

/** A message with what triage should make of it. */
export const labelledMessageSchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  category: z.string(),
  expect: z.object({ triage: levels }),
  /** Every level that a careful reviewer would let pass as well. */
  accept: z.array(levels).default([]),
  about: z.enum(['self', 'other', 'nobody']).optional(),
  theme: z.enum(['abuse', 'eating-disorder', 'minor']).optional(),
  soft: z.boolean().default(false),
  alsoCrisis: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
})

export type LabelledMessage = z.infer<typeof labelledMessageSchema>

/** Reads the labelled messages of a file, or of every file in a folder; throws on a line that is none. */
export function readMessages(path: string): readonly LabelledMessage[] {
  const files = path.endsWith('.jsonl')
    ? [path]
    : readdirSync(path)
        .toSorted()
        .map((name) => join(path, name))
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => labelledMessageSchema.parse(JSON.parse(line))),
  )
}

/** A message that the model is trained on. */
export type TrainingLine = {
  readonly text: string
  readonly language: string
  readonly kind: Kind
  /** Absent where nobody has said whether there is one. */
  readonly theme: ModelTheme | undefined
}

/** All that the model may be trained on: the labelled messages of `tuning/`, the lines of `training/`, which say less, and small talk. */
export function readTrainingLines(): readonly TrainingLine[] {
  const labelled = readMessages(`${root}evaluation/messages/tuning`)
  const lines = readLines(`${root}evaluation/messages/training`)
  return [
    ...labelled.map((each) => ({ text: each.text, language: each.lang, kind: kindOf(each), theme: themeOf(each) })),
    ...lines,
    ...smallTalk(),
  ]
}

/** What the bot listens for as small talk is nothing urgent, whatever it may resemble. */
function smallTalk(): readonly TrainingLine[] {
  return [...loadTemplates(`${root}templates`).values()].flatMap(({ language, 'small-talk': said }) =>
    smallTalkKinds.flatMap((kind) =>
      said[kind].words.map((text) => ({ text, language, kind: 'none' as const, theme: undefined })),
    ),
  )
}

/** Lines of the form `kind<TAB>text` or `kind/theme<TAB>text`; the language is the file name's beginning. */
function readLines(folder: string): readonly TrainingLine[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => {
          const [label = '', text = ''] = line.split('\t')
          const [kind, theme] = label.split('/')
          const known = kinds.find((each) => each === kind)
          if (known === undefined || text === '') throw new Error(`${name}:${at + 1}: "${line}" is not kind, tab, text`)
          const named = themes.find((each) => each === theme)
          return { text, kind: known, language: name.split('-')[0] ?? '', theme: named }
        }),
    )
}

/** What a labelled message is to the model. */
function kindOf({ expect, about, soft }: LabelledMessage): Kind {
  if (expect.triage === 'crisis') return about === 'other' ? 'other' : 'self'
  if (expect.triage === 'none') return soft ? 'soft' : 'none'
  return expect.triage
}

/** The theme of a labelled message, as far as the model tells them apart. */
function themeOf({ theme }: LabelledMessage): ModelTheme {
  return themes.find((each) => each === theme) ?? 'none'
}
