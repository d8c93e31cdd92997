import { webApi } from '@slack/bolt'
import { patience } from './patience.ts'

/**
 * Posts to a response address; throws what the Web API's client would, so that both are read alike.
 *
 * The library's own function for this has no timeout, and tells nothing of what Slack answers.
 */
export async function postTo(url: string, body: object): Promise<true> {
  const { status, headers, text } = await send(url, body)
  if (status === 429) throw new webApi.WebAPIRateLimitedError(secondsIn(headers.get('retry-after')))
  if (status >= 500) throw new webApi.WebAPIHTTPError(status, '', {})
  const error = errorIn(text, status)
  if (error !== undefined) throw new webApi.WebAPIPlatformError({ ok: false, error })
  return true
}

async function send(url: string, body: object) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience.callTimeoutMs),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error('thrown'))
  }
}

/** Whole seconds; HTTP allows a date as well, for which a second has to do. */
function secondsIn(retryAfter: string | null): number {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : 1
}

/** What went wrong, as JSON or as a word alone. What is carried out may be answered with anything but a page, which a machine before Slack sends. */
function errorIn(text: string, status: number): string | undefined {
  const said = text.trim()
  const [, word] = /"error"\s*:\s*"(\w+)"/.exec(said) ?? /^([a-z]+(?:_[a-z]+)+)$/.exec(said) ?? []
  if (status >= 300) return word ?? (status === 404 ? 'not_found' : 'unknown')
  if (said.startsWith('<')) return 'not a word of Slack'
  return /"ok"\s*:\s*true/.test(said) ? undefined : word
}
