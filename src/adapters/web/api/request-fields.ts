import { z } from 'zod'

/** Text that must be there. */
export const textField = z.string({ error: ({ input }) => (input == null ? 'is missing' : 'must be a string') })

/** How many to give; more than 50 nobody reads. */
export const limitField = z
  .int('must be a whole number from 1 to 50')
  .min(1, 'must be a whole number from 1 to 50')
  .max(50, 'must be a whole number from 1 to 50')
  .nullish()
