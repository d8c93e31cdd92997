import { z } from 'zod'
import { chatSchema } from './chat-schema.ts'

/** Kinds of small talk, the one that weighs most first: "hi, what can you do?" asks for help. */
export const smallTalkKinds = ['help', 'thanks', 'goodbye', 'greeting', 'reaction'] as const

export type SmallTalkKind = (typeof smallTalkKinds)[number]

const sentence = z.string().min(1)
/** Paragraphs; `again` is the shorter card of somebody who has just read the first. */
const paragraphs = z.array(sentence).min(1)
const card = z.strictObject({ first: paragraphs, again: paragraphs })
const smallTalk = z.strictObject({ say: sentence, words: z.array(sentence).min(1) })

/** The cards that come instead of an answer. */
export const cardKinds = [
  'crisis',
  'helper',
  'minor',
  'abuse',
  'abuse-helper',
  'eating-disorder',
  'eating-disorder-helper',
  'emergency',
  'emergency-intended',
] as const

export type CardKind = (typeof cardKinds)[number]

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
    due: sentence,
    more: sentence,
    page: sentence,
    'date-locale': sentence,
    quotes: z.tuple([sentence, sentence]),
  }),
  suggested: z.strictObject({ intro: sentence, none: sentence }),
  'not-found': z.strictObject({ unknown: sentence, plain: sentence, caution: sentence, nearest: sentence }),
  'other-language': sentence,
  topics: z.strictObject({ intro: sentence, none: sentence }),
  apology: sentence,
  help: z.strictObject({
    cards: z.record(z.enum(cardKinds), card),
    medication: paragraphs,
    diagnosis: paragraphs,
    'eating-disorder': paragraphs,
    soft: sentence,
    kept: sentence,
    emergency: sentence,
    'any-country': sentence,
    unchecked: sentence,
    support: z.strictObject({ intro: sentence, danger: sentence, choose: sentence }),
    buttons: z.strictObject({ show: sentence, support: sentence, countries: sentence }),
    public: z.strictObject({ urgent: sentence, private: sentence, button: sentence }),
  }),
  'small-talk': z.strictObject({
    help: smallTalk,
    thanks: smallTalk,
    goodbye: smallTalk,
    greeting: smallTalk,
    reaction: smallTalk,
    fillers: z.array(sentence),
  }),
  chat: chatSchema,
})

/** What the bot says by itself in one language; `{…}` in a sentence is filled in. */
export type Templates = Readonly<z.infer<typeof templatesSchema>>

/** What chat platforms show beside answers in one language: labels, notes, names of commands. */
export type ChatWords = Templates['chat']

/** What the bot can say of itself. */
export type PageName = keyof ChatWords['pages']

/** Puts values into the places that a sentence names. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Puts a language's quotation marks around a text. */
export function quote(text: string, { source: { quotes } }: Templates): string {
  return `${quotes[0]}${text}${quotes[1]}`
}
