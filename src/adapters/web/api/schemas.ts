import { z } from 'zod'
import type { SuggestedTopic } from '../../../responder/bot.ts'
import type { Explanation } from '../../../responder/explanation.ts'
import type { Reply } from '../../reply.ts'
import { askRequest } from './ask-request.ts'
import type { Problem } from './render-problem.ts'
import { suggestRequest } from './suggest-request.ts'

const score = z.number().meta({ description: 'Comparable within one question only.' })
const document = z.string().meta({ description: 'Name of the document.' })
const section = z.string().meta({ description: "The heading's slug, unique within the document." })
const text = z.string().meta({ description: 'The whole reply as plain text, disclaimer included.' })
const disclaimer = z.string().meta({ description: 'The sentence that ends the reply.' })

const passage = z.object({
  document,
  section,
  heading: z.string(),
  score,
  excerpt: z.string().meta({ description: "The passage's plain text, whole." }),
})

const receipt = z.object({
  document,
  passages: z.array(
    z.object({
      section,
      hash: z.string().meta({ description: "SHA-256 of the passage's plain text, in hexadecimal." }),
    }),
  ),
})

const outcome = z
  .enum(['answered', 'suggested', 'not-found', 'help', 'urgent'])
  .meta({ description: 'How the question went. With `urgent`, show `text` before anything else.' })

const triage = z
  .enum(['none', 'crisis', 'emergency', 'medication', 'diagnosis'])
  .meta({ description: 'What the message shows of its writer.' })

const explanation = z
  .object({
    outcome,
    triage,
    reason: z
      .enum([
        'urgent',
        'help-wanted',
        'small-talk',
        'other-language',
        'nothing-found',
        'opposite',
        'too-unsure',
        'sections-below',
        'unsure',
        'close-call',
        'sure',
      ])
      .meta({ description: 'What decided.' }),
    guidance: z
      .array(z.enum(['medication', 'diagnosis', 'eating-disorder', 'soft']))
      .exactOptional()
      .meta({ description: 'What the reply begins with or, with `soft`, ends with; absent where it is nothing.' }),
    search: z
      .object({
        confidence: z.number().meta({ description: 'Chance that the best passage answers.' }),
        answerFrom: z.number().meta({ description: 'Chance from which on the best passage is shown.' }),
        suggestFrom: z.number().meta({ description: 'Chance from which on the nearest passages are offered.' }),
        coverage: z.number().meta({ description: "Share of the question's information that the best passage covers." }),
        words: z.array(
          z.object({
            typed: z.string().meta({ description: 'As typed; of a kind of question the words that show it.' }),
            kind: z.string().exactOptional().meta({ description: 'Name of the kind of question that the words show.' }),
            corrected: z.string().exactOptional(),
            information: z.number().meta({ description: 'How much the word tells, 0 to 1.' }),
            role: z.enum(['topic', 'scene', 'generic', 'kind', 'state', 'ignored']),
            synonyms: z.array(z.string()),
            isMatched: z.boolean().meta({ description: 'Whether the best passage has it or a synonym.' }),
            isKnown: z.boolean().meta({ description: 'Whether any document has it or a synonym.' }),
          }),
        ),
        unknown: z.array(z.string()).meta({ description: 'Telling words that no document has.' }),
        opposite: z.array(z.string()).meta({
          description: 'What documents that were left out are about the opposite of, such as "high serotonin".',
        }),
        candidates: z.array(
          z.object({ document, section, heading: z.string(), score, features: z.record(z.string(), z.number()) }),
        ),
      })
      .exactOptional()
      .meta({ description: 'Absent where nothing was searched.' }),
  })
  .meta({
    description: 'Why a question got its answer, for those who write documents.',
  }) satisfies z.ZodType<Explanation>

const answer = z
  .object({
    id: askRequest.shape.id.unwrap().unwrap().exactOptional().meta({ description: 'That of the request.' }),
    outcome,
    triage,
    passages: z.array(passage).meta({ description: 'What the reply is built from, best first.' }),
    text,
    disclaimer,
    receipt: receipt.exactOptional().meta({ description: 'Proof of what was shown; with every `answered`.' }),
    explain: explanation.exactOptional(),
  })
  .meta({ description: 'A reply, word for word from reviewed documents.' }) satisfies z.ZodType<Reply>

const topic = z.object({
  document,
  section,
  label: z.string().meta({ description: "The heading, with the document's title where several documents are served." }),
})

const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: 'JSON Pointer as a fragment.' }), detail: z.string() }))
      .exactOptional()
      .meta({ description: 'What is wrong with each field.' }),
    text: text
      .exactOptional()
      .meta({ description: 'Where to find help, as plain text: show it to the person who asked.' }),
    disclaimer: disclaimer.exactOptional(),
  })
  .meta({
    description: 'Why a request came to nothing (RFC 9457). Never holds anything of the request.',
  }) satisfies z.ZodType<Problem>

/** Everything that the interface takes and gives, by the name that its description has for it. */
export const schemas = {
  AskRequest: askRequest,
  Answer: answer,
  SuggestRequest: suggestRequest,
  Suggestions: z.object({
    topics: z.array(
      topic.extend({
        matched: z
          .string()
          .exactOptional()
          .meta({ description: 'The name that came closest, where the label does not hold it.' }),
      }),
    ) satisfies z.ZodType<readonly SuggestedTopic[]>,
  }),
  Topics: z.object({
    topics: z.array(
      topic.extend({
        title: z.string().meta({ description: "The document's." }),
        heading: z.string(),
        names: z.array(z.string()).meta({
          description: 'Other words for the section; those of the whole document stand with its first section.',
        }),
      }),
    ),
  }),
  Problem: problem,
} as const
