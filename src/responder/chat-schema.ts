import { z } from 'zod'
import { webWordsSchema } from './web-words-schema.ts'

const sentence = z.string().min(1)
const button = sentence.max(40)
const choice = sentence.max(60)
/**
 * What Discord asks of names of commands and of their options, the strictest rule that we know of
 * (docs.discord.com, "Application Command Naming", as of 2026-11-23).
 */
const word = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u, 'A name is one word of 32 characters at most')
  .lowercase()
const description = sentence.max(100)
const named = z.strictObject({ name: word, description })
const paragraphs = z.array(sentence).min(1)

/** The shape of the section `chat` of a file in `templates/`: what chat platforms show beside answers. */
export const chatSchema = z.strictObject({
  buttons: z.strictObject({ share: button, 'share-named': button, delete: button }),
  pick: z.strictObject({ topic: choice, 'more-topics': choice, country: choice, help: choice }),
  notes: z.strictObject({
    busy: sentence,
    shared: sentence,
    named: sentence,
    deleted: sentence,
    'cannot-delete': sentence,
    'ask-again': sentence,
    gone: sentence,
    'no-text': sentence,
    'cannot-post': sentence,
    longer: sentence,
  }),
  commands: z.strictObject({
    ask: named,
    topics: named,
    support: named,
    about: named,
    privacy: named,
    help: named,
    'answer-this': z.strictObject({ name: sentence.max(32) }),
  }),
  options: z.strictObject({ question: named, document: named, visible: named }),
  visible: z.strictObject({ me: description, everyone: description }),
  pages: z.strictObject({ about: paragraphs, privacy: paragraphs, help: paragraphs }),
  web: webWordsSchema,
})
