import { type Answer, jsonAnswer, refusal, tooMany } from './answer.ts'
import { chatMethods } from './chat-methods.ts'
import { checkMessage } from './check-message.ts'
import type { Call, Journal } from './journal.ts'
import { type Method, textArg } from './method.ts'
import { otherMethods } from './other-methods.ts'
import type { RateLimits } from './rate-limits.ts'
import { respond, whyClosed } from './response-addresses.ts'
import { SlackError } from './slack-error.ts'
import { viewMethods } from './view-methods.ts'
import type { World } from './world.ts'

/** What calls are carried out with. */
export type PerformParts = {
  readonly world: World
  readonly journal: Journal
  readonly rateLimits: RateLimits
  readonly tokens: { readonly bot: string; readonly app: string }
  readonly checks: boolean
  readonly triggerMs: number
  readonly responseAddressMs: number
  readonly newSocketUrl: () => string
}

/** Carries out one call. */
export function perform(parts: PerformParts, call: Call, address: string): Answer {
  if (call.method === 'response_url') return useAddress(parts, call, address)
  const { world, journal } = parts
  const method = call.method === 'apps.connections.open' ? connectionsOpen(parts) : methods[call.method]
  if (method === undefined) {
    journal.unexpectedly(call.method)
    return jsonAnswer(refusal('unknown_method'))
  }
  const scopes = { 'X-OAuth-Scopes': [...world.scopes].join(','), 'X-Accepted-OAuth-Scopes': method.scope ?? '' }
  const wait = call.method === 'chat.postMessage' ? parts.rateLimits.spend(textArg(call.args, 'channel')) : 0
  try {
    requireToken(parts, method, call.token)
    if (wait > 0) return tooMany(wait)
    requireScope(world, method)
    requireGoodArguments(parts, method, call)
    const body = method.run(world, call.args, { triggerMs: parts.triggerMs, now: performance.now() })
    return jsonAnswer({ ok: true, ...body }, scopes)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return jsonAnswer(refusal(error.message, error.more), scopes)
  }
}

function connectionsOpen({ newSocketUrl }: PerformParts): Method {
  return { token: 'app', run: () => ({ url: newSocketUrl() }) }
}

function requireToken({ world, tokens }: PerformParts, method: Method, token: string | undefined): void {
  if (token === undefined) throw new SlackError('not_authed')
  if (token !== tokens.bot && token !== tokens.app) throw new SlackError('invalid_auth')
  if (token !== tokens[method.token]) throw new SlackError('not_allowed_token_type')
  if (method.token === 'bot' && world.ended !== undefined) throw new SlackError(world.ended)
}

function requireScope({ scopes }: World, { scope }: Method): void {
  if (scope === undefined || scopes.has(scope)) return
  throw new SlackError('missing_scope', { needed: scope, provided: [...scopes].join(',') })
}

function requireGoodArguments({ journal, checks }: PerformParts, { badArguments }: Method, call: Call): void {
  if (!checks || badArguments === undefined) return
  const problems = checkMessage(call.method, call.args)
  for (const problem of problems) journal.problem(`${call.method}: ${problem}`)
  if (problems.length > 0) throw new SlackError(badArguments, { response_metadata: { messages: problems } })
}

function useAddress(parts: PerformParts, call: Call, path: string): Answer {
  const { world, journal } = parts
  const address = world.responseAddresses.get(path.split('/').at(-1) ?? '')
  const closed = whyClosed(world, address, parts.responseAddressMs)
  if (address === undefined || closed !== undefined) return textAnswer(404, closed ?? 'no_service')

  const problems = parts.checks && call.args['delete_original'] !== true ? checkMessage('response_url', call.args) : []
  for (const problem of problems) journal.problem(`response_url: ${problem}`)
  if (problems.length > 0) return textAnswer(400, 'invalid_blocks')
  const error = respond(world, address, call.args)
  if (error !== undefined) return textAnswer(400, error)
  address.uses += 1
  return textAnswer(200, 'ok')
}

function textAnswer(status: number, text: string): Answer {
  return { status, headers: {}, text, ...(status !== 200 && { error: text }) }
}

const methods: Readonly<Record<string, Method>> = { ...chatMethods, ...viewMethods, ...otherMethods }
