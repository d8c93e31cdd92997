import { createServer, type ServerResponse } from 'node:http'
import { webApi } from '@slack/bolt'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { quietLogger } from '../../../src/adapters/slack/quiet-logger.ts'
import { type Fault, type FaultKind, readCode, readFault } from '../../../src/adapters/slack/read-fault.ts'
import { listenOn } from './loopback.ts'

describe('readFault() of what the library throws', () => {
  it.each<[string, Fault, (response: ServerResponse) => void]>([
    ['a limit', { kind: 'busy', retryAfterMs: 7000 }, (response) => end(response, 429, '', { 'retry-after': '7' })],
    ['an answer 500', { kind: 'failed', status: 500 }, (response) => end(response, 500)],
    ['an answer 503 with a page', { kind: 'failed', status: 503 }, (response) => end(response, 503, '<html>')],
    ['an answer 404', { kind: 'refused', status: 404 }, (response) => end(response, 404)],
    ['an answer 413', { kind: 'refused', status: 413 }, (response) => end(response, 413)],
    ['an error of Slack’s', { kind: 'gone', code: 'message_not_found' }, refuse('message_not_found')],
    ['an error that nobody knows', { kind: 'refused', code: 'something_new' }, refuse('something_new')],
    ['a page with status 200', { kind: 'failed' }, (response) => end(response, 200, '<html>Sign in</html>')],
    ['an empty answer', { kind: 'failed' }, (response) => end(response, 200)],
    ['a broken connection', { kind: 'unsure' }, (response) => void response.destroy()],
    [
      'half an answer',
      { kind: 'unsure' },
      (response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"ok":')
        setImmediate(() => response.destroy())
      },
    ],
    ['an address that has moved', { kind: 'unsure' }, (response) => end(response, 302, '', { location: '/other' })],
    ['no answer in time', { kind: 'unsure' }, () => {}],
  ])('knows %s', async (_, fault, answer) => {
    expect(readFault(await thrownBy(answer))).toEqual(fault)
  })

  it('knows that a call was never sent where nobody takes it', async () => {
    const server = await listenOn(createServer())
    await server.close()

    expect(readFault(await thrownAt(server.url))).toEqual({ kind: 'failed' })
  })

  it.each([['what is no error'], [undefined], [new TypeError('terminated')], [new DOMException('', 'TimeoutError')]])(
    'does not know whether a call that threw %s was carried out',
    (thrown) => {
      expect(readFault(thrown)).toEqual({ kind: 'unsure' })
    },
  )
})

describe('readCode()', () => {
  it.each<[FaultKind, readonly string[]]>([
    ['gone', ['message_not_found', 'thread_not_found', 'expired_url', 'used_url', 'view_not_found']],
    ['gone', ['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'trigger_exchanged', 'hash_conflict']],
    ['not-a-member', ['not_in_channel', 'channel_not_found']],
    ['forbidden', ['user_not_in_channel', 'is_archived', 'cant_delete_message', 'missing_scope', 'no_permission']],
    ['forbidden', ['restricted_action', 'restricted_action_read_only_channel']],
    ['gone', ['restricted_action_thread_locked', 'restricted_action_non_threadable_channel']],
    ['revoked', ['account_inactive', 'token_revoked', 'token_expired', 'team_disabled']],
    ['busy', ['ratelimited', 'rate_limited', 'message_limit_exceeded']],
    ['failed', ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']],
    ['refused', ['invalid_blocks', 'msg_too_long', 'no_text', 'invalid_arguments', 'invalid_auth', 'constructor']],
  ])('says "%s" of %j', (kind, codes) => {
    expect(codes.map(readCode)).toEqual(codes.map((code) => ({ kind, code })))
  })

  it('keeps nothing of what is no word, which may be anybody’s text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        fc.pre(!/^\w{1,60}$/.test(text))

        expect(readCode(text)).toEqual({ kind: 'failed' })
      }),
    )
  })
})

/** What the library throws when it gets this answer. */
async function thrownBy(answer: (response: ServerResponse) => void): Promise<unknown> {
  const server = await listenOn(
    createServer((request, response) => void request.resume().on('end', () => answer(response))),
  )
  onTestFinished(server.close)
  return thrownAt(server.url)
}

async function thrownAt(slackApiUrl: string): Promise<unknown> {
  const client = new webApi.WebClient('xoxb-fake-bot-token', {
    slackApiUrl,
    timeout: 500,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger,
  })
  return client.apiCall('chat.postMessage', { channel: 'C0FAKE', text: 'text' }).then(
    () => expect.unreachable('it was carried out'),
    (error: unknown) => error,
  )
}

function refuse(error: string): (response: ServerResponse) => void {
  return (response) => end(response, 200, JSON.stringify({ ok: false, error }))
}

function end(
  response: ServerResponse,
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, headers).end(body)
}
