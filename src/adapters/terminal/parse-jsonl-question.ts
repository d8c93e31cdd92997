import { z } from 'zod'
import type { Question } from '../../responder/question.ts'

/** A line as far as it could be read: a question, or what is wrong with it. */
export type JsonlQuestion = { readonly id?: string | number } & (
  | { readonly question: Question; readonly error?: undefined }
  | { readonly question?: undefined; readonly error: string }
)

/** Reads one line of JSON. Errors name fields, never what stands in them; other fields are ignored, `null` is absent. */
export function parseJsonlQuestion(line: string): JsonlQuestion {
  const value = parseJson(line)
  if (value === undefined) return { error: 'the line is not JSON' }

  const parsed = schema.safeParse(value)
  const id = idSchema.safeParse(value).data?.id
  const named = id === undefined || id === null ? {} : { id }
  if (!parsed.success) return { ...named, error: parsed.error.issues.map(({ message }) => message).join(', ') }

  const { id: _, text, ...options } = parsed.data
  return { ...named, question: { text, ...withoutEmpty(options) } }
}

const id = z.union([z.string(), z.number()], { error: '"id" must be a string or a number' }).nullish()
const idSchema = z.object({ id })
const schema = z.object(
  {
    id,
    text: z.string({ error: ({ input }) => (input === undefined ? '"text" is missing' : '"text" must be a string') }),
    locale: z.string({ error: '"locale" must be a string' }).nullish(),
    region: z.string({ error: '"region" must be a string' }).nullish(),
    document: z.string({ error: '"document" must be a string' }).nullish(),
  },
  { error: 'the line must hold a JSON object' },
)

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

type Options = { readonly locale?: string; readonly region?: string; readonly document?: string }

function withoutEmpty(options: { readonly [name in keyof Options]: string | null | undefined }): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value === 'string'))
}
