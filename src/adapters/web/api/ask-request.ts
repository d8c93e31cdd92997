import { z } from 'zod'
import { limitField, textField } from './request-fields.ts'

/** What `POST /api/ask` takes, as a line of the command line does; other fields are ignored, `null` is absent. */
export const askRequest = z
  .object(
    {
      id: z
        .union([z.string(), z.number()], 'must be a string or a number')
        .nullish()
        .meta({ description: 'Comes back with the answer.' }),
      text: textField.meta({
        description: "The person's words. Both ends of a long text are looked at for signs that somebody needs help.",
      }),
      locale: z
        .string('must be a string')
        .nullish()
        .meta({ description: "The person's language (BCP 47), a hint only. Where absent, Accept-Language is." }),
      region: z.string('must be a string').nullish().meta({
        description: 'Country (ISO 3166-1) whose help lines are shown. Only ever what the person has chosen.',
      }),
      document: z
        .string('must be a string')
        .nullish()
        .meta({ description: 'Name of the one document to search; all of them where absent.' }),
      limit: limitField.meta({
        description:
          '`passages` holds so many of the best-ranked passages, whatever the outcome, urgent aside; those that the reply is built from where absent.',
      }),
      explain: z
        .boolean('must be true or false')
        .nullish()
        .meta({ description: 'Adds why the question got its answer.' }),
    },
    'must be an object',
  )
  .meta({ description: 'A question. `null` counts as absent, and other fields are ignored.' })

export type AskRequest = z.infer<typeof askRequest>
