import type { IncomingHttpHeaders } from 'node:http'
import type { Args } from './method.ts'

/** Reads the arguments of a call, which come as a form with some of them in JSON, or all in JSON. */
export function readArgs(headers: IncomingHttpHeaders, text: string): Args {
  const type = headers['content-type'] ?? ''
  if (type.includes('json')) return asArgs(parse(text))
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, readValue(name, value)]))
}

/** The token of a call: in its header, or among its arguments. */
export function readToken(headers: IncomingHttpHeaders, args: Args): string | undefined {
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? []
  return token ?? (typeof args['token'] === 'string' ? args['token'] : undefined)
}

function readValue(name: string, value: string): unknown {
  if (inJson.has(name)) return parse(value)
  return booleans.has(name) && (value === 'true' || value === 'false') ? value === 'true' : value
}

function asArgs(value: unknown): Args {
  return typeof value === 'object' && value !== null ? (value as Args) : {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const inJson = new Set(['blocks', 'view', 'prompts', 'attachments', 'metadata'])
const booleans = new Set(['unfurl_links', 'unfurl_media', 'link_names', 'mrkdwn', 'reply_broadcast', 'include_locale'])
