import { z } from 'zod'
import { limitField, textField } from './request-fields.ts'

/** What `POST /api/suggest` takes; other fields are ignored, `null` is absent. */
export const suggestRequest = z
  .object(
    {
      typed: textField.meta({
        description:
          'What is being typed. Where it is empty, the first section of each document comes, then the others.',
      }),
      limit: limitField.meta({ description: 'So many topics at most; 10 where absent.' }),
    },
    'must be an object',
  )
  .meta({ description: 'Something half typed. `null` counts as absent, and other fields are ignored.' })
