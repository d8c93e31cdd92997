import { STATUS_CODES } from 'node:http'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Bot } from '../../../responder/bot.ts'
import type { Replies, ReplyText } from '../../reply.ts'
import type { WebContext } from '../web-env.ts'

/** Says why a request came to nothing (RFC 9457). */
export type Problem = Partial<ReplyText> & {
  /** No type of its own: the title is that of the status. */
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  /** What is wrong with each field. */
  readonly errors?: readonly FieldError[]
}

/** A field by its JSON Pointer, as a fragment. */
export type FieldError = { readonly pointer: string; readonly detail: string }

export type ProblemParts = { readonly bot: Bot; readonly replies: Replies }

export type ProblemFacts = {
  /** The person's language, BCP 47: that of the request where absent. */
  readonly locale?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** Draws an error as a problem that holds nothing of the request. */
export function renderProblem(
  context: WebContext,
  status: ContentfulStatusCode,
  parts: ProblemParts,
  { locale = context.get('locale'), errors }: ProblemFacts = {},
): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: details[status] ?? 'The request could not be answered.',
    ...(errors === undefined ? {} : { errors }),
    ...withHelp(status, parts, locale),
  }
  return context.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
}

const details: Readonly<Record<number, string>> = {
  400: 'The body is not JSON.',
  403: 'Pages of other sites may not ask here.',
  404: 'There is nothing at this address. /api/openapi.json describes what there is.',
  405: 'This address does not know the method. The header Allow names those that it knows.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body must be JSON of the type application/json, not compressed.',
  422: 'The body is not what /api/openapi.json describes. "errors" names the fields.',
  500: 'The request could not be answered because of a fault. "text" is for the person who asked.',
}

/** Whoever gets no answer is told where people are to talk to. */
function withHelp(status: number, { bot, replies }: ProblemParts, locale: string | undefined): Partial<Problem> {
  if (status >= 500) return replies.draw(bot.apology(locale))
  if (status !== 429) return {}
  const detail = bot.chatWords(locale).notes.busy
  return { detail, ...replies.draw(bot.support(locale === undefined ? {} : { language: locale })) }
}
