import type { z } from 'zod'
import type { WebContext } from '../web-env.ts'
import type { FieldError } from './render-problem.ts'

/** A body as it was asked for, or what is wrong with it. */
export type JsonBody<Value> =
  | { readonly value: Value }
  | { readonly value?: undefined; readonly status: 400 | 415 | 422; readonly errors?: readonly FieldError[] }

/** Reads a body of JSON. What is wrong is told by our own names of fields, never by what stands in them. */
export async function readJson<Value>(context: WebContext, schema: z.ZodType<Value>): Promise<JsonBody<Value>> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = context.env.incoming.headers
  // Forms of other sites can send any text, but not of this type without being let to.
  if (!/^application\/json\s*(?:;|$)/i.test(type) || encoding !== 'identity') return { status: 415 }

  const json = parseJson(await context.req.text())
  if (json === undefined) return { status: 400 }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: ['#', ...path.map(String)].join('/'),
    detail: message,
  }))
  return { status: 422, errors }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
