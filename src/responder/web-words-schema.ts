import { z } from 'zod'

const sentence = z.string().min(1)
const button = sentence.max(40)
const fault = z.strictObject({ title: sentence, say: sentence })

/** The shape of the section `chat.web` of a file in `templates/`: what the web page shows beside answers. */
export const webWordsSchema = z.strictObject({
  title: sentence,
  lead: sentence,
  skip: button,
  menu: z.strictObject({ label: button, ask: button, topics: button, help: button, about: button, privacy: button }),
  ask: z.strictObject({ label: sentence, hint: sentence, button, empty: sentence, examples: sentence }),
  exchange: z.strictObject({ log: sentence, asked: sentence, answer: sentence, urgent: sentence }),
  country: z.strictObject({ label: button, button }),
  contact: z.strictObject({ call: button, text: button }),
  link: z.strictObject({ label: button, copy: button, copied: sentence }),
  script: z.strictObject({ found: sentence, failed: sentence }),
  why: z.strictObject({
    button,
    title: sentence,
    reasons: z.strictObject({
      urgent: sentence,
      'help-wanted': sentence,
      'small-talk': sentence,
      'other-language': sentence,
      'nothing-found': sentence,
      opposite: sentence,
      'too-unsure': sentence,
      'sections-below': sentence,
      unsure: sentence,
      'close-call': sentence,
      sure: sentence,
    }),
    guidance: z.strictObject({
      medication: sentence,
      diagnosis: sentence,
      'eating-disorder': sentence,
      soft: sentence,
    }),
    chance: sentence,
    coverage: sentence,
    unknown: sentence,
    opposite: sentence,
    words: sentence,
    roles: z.strictObject({
      topic: sentence,
      scene: sentence,
      generic: sentence,
      kind: sentence,
      state: sentence,
      ignored: sentence,
    }),
    weight: sentence,
    corrected: sentence,
    synonyms: sentence,
    found: z.strictObject({ best: sentence, elsewhere: sentence, somewhere: sentence, nowhere: sentence }),
    candidates: sentence,
    score: sentence,
  }),
  /** What the page keeps, besides what is said of every platform. */
  privacy: sentence,
  faults: z.strictObject({ forbidden: fault, missing: fault, 'too-large': fault, busy: button, failed: button }),
})
