import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import { expect, it } from 'vitest'
import { type FaultKind, readFault } from '../../../src/adapters/discord/read-fault.ts'

it.each<[FaultKind, number, keyof typeof RESTJSONErrorCodes]>([
  ['gone', 404, 'UnknownChannel'],
  ['gone', 404, 'UnknownMessage'],
  ['gone', 404, 'UnknownUser'],
  ['gone', 404, 'UnknownWebhook'],
  ['gone', 404, 'UnknownInteraction'],
  ['answered', 400, 'InteractionHasAlreadyBeenAcknowledged'],
  ['forbidden', 403, 'MissingAccess'],
  ['forbidden', 403, 'CannotSendMessagesToThisUser'],
  ['forbidden', 403, 'CannotSendMessagesInNonTextChannel'],
  ['forbidden', 403, 'MissingPermissions'],
  ['forbidden', 400, 'InvalidActionOnArchivedThread'],
  ['forbidden', 400, 'ThreadLocked'],
  ['busy', 400, 'OpeningDirectMessagesTooFast'],
  ['refused', 400, 'InvalidFormBodyOrContentType'],
])('readFault() says "%s" of an answer %i with the code of %s', (kind, status, name) => {
  const code = RESTJSONErrorCodes[name]

  expect(readFault(apiError(status, code))).toEqual({ kind, status, code })
})

it.each<[FaultKind, number]>([
  ['refused', 400],
  // a mistake of Discord's or a wrong token, neither of which a permission would mend
  ['refused', 401],
  ['forbidden', 403],
  ['gone', 404],
  ['refused', 405],
  ['refused', 413],
  ['busy', 429],
])('readFault() says "%s" of an answer %i whose code says no more', (kind, status) => {
  expect(readFault(apiError(status, 0))).toEqual({ kind, status, code: 0 })
})

it.each([
  ['a word for a code, as where tokens are given out', 'invalid_client'],
  ['no code at all', undefined],
])(
  'readFault() reads no lack of permission from a 403 with %s, which comes from machines before Discord',
  (_, code) => {
    expect(readFault(apiError(403, code))).toEqual({ kind: 'refused', status: 403 })
  },
)

it.each([500, 502, 503, 504])(
  'readFault() does not know whether a request that ended in %i was carried out',
  (status) => {
    const error = new HTTPError(status, 'Bad Gateway', 'POST', address, { body: undefined, files: undefined })

    expect(readFault(error)).toEqual({ kind: 'unsure', status })
  },
)

it.each([
  ['was given up', new DOMException('This operation was aborted', 'AbortError')],
  ['lost its connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ['got half an answer', new TypeError('terminated')],
  ['got no JSON', new SyntaxError('Unexpected token <')],
  ['threw what is no error', 'broken'],
  ['threw nothing', undefined],
])('readFault() does not know whether a request that %s was carried out', (_, error) => {
  expect(readFault(error)).toEqual({ kind: 'unsure' })
})

it('readFault() knows a limit that is longer than anybody waits', () => {
  const error = new RateLimitError({
    global: false,
    hash: 'fake',
    limit: 5,
    majorParameter: '201',
    method: 'POST',
    retryAfter: 60_000,
    route: '/channels/:id/messages',
    scope: 'user',
    sublimitTimeout: 0,
    timeToReset: 60_000,
    url: address,
  })

  expect(readFault(error)).toEqual({ kind: 'busy' })
})

const address = 'http://127.0.0.1/api/v10/channels/201/messages'

/** What the library throws when Discord answers with an error; Discord may leave the code out or give a word. */
function apiError(status: number, code: number | string | undefined): DiscordAPIError {
  const body = { message: 'Somebody wrote this', code }
  return new DiscordAPIError(body as { message: string; code: number }, code as number, status, 'POST', address, {
    body: undefined,
    files: undefined,
  })
}
