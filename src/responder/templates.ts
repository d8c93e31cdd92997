import { z } from 'zod'

/** Kinds of small talk, the one that weighs most first: "hi, what can you do?" asks for help. */
export const smallTalkKinds = ['help', 'thanks', 'goodbye', 'greeting', 'reaction'] as const

export type SmallTalkKind = (typeof smallTalkKinds)[number]

const sentence = z.string().min(1)
const smallTalk = z.strictObject({ say: sentence, words: z.array(sentence).min(1) })

/** The shape of a file in `templates/`: every sentence that the bot says by itself in one language. */
export const templatesSchema = z.strictObject({
  language: sentence,
  reviewer: sentence,
  reviewed: z.iso.date(),
  disclaimer: z.strictObject({ text: sentence, short: sentence }),
  source: z.strictObject({
    line: sentence,
    by: sentence,
    'not-by-clinician': sentence,
    'date-locale': sentence,
    quotes: z.tuple([sentence, sentence]),
  }),
  suggested: z.strictObject({ intro: sentence, none: sentence }),
  'not-found': z.strictObject({ unknown: sentence, plain: sentence, caution: sentence, nearest: sentence }),
  'other-language': sentence,
  topics: z.strictObject({ intro: sentence, none: sentence }),
  apology: sentence,
  'small-talk': z.strictObject({
    help: smallTalk,
    thanks: smallTalk,
    goodbye: smallTalk,
    greeting: smallTalk,
    reaction: smallTalk,
    fillers: z.array(sentence),
  }),
})

/** What the bot says by itself in one language; `{…}` in a sentence is filled in. */
export type Templates = Readonly<z.infer<typeof templatesSchema>>

/** Puts values into the places that a sentence names. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Puts a language's quotation marks around a text. */
export function quote(text: string, { source: { quotes } }: Templates): string {
  return `${quotes[0]}${text}${quotes[1]}`
}
