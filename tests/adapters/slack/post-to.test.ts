import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { postTo } from '../../../src/adapters/slack/post-to.ts'
import { type Fault, readFault } from '../../../src/adapters/slack/read-fault.ts'
import { listenOn } from './loopback.ts'

describe('postTo()', () => {
  it('posts JSON, and gives true', async () => {
    const requests: { readonly method: string; readonly type: string; readonly body: unknown }[] = []
    const { url } = await open(async (request, response) => {
      const { method = '', headers } = request
      const body: unknown = JSON.parse(await readText(request))
      requests.push({ method, type: headers['content-type'] ?? '', body })
      end(response, 200, 'ok')
    })

    expect(await postTo(url, { text: '“äöü” & more' })).toBe(true)
    expect(requests).toEqual([
      { method: 'POST', type: 'application/json; charset=utf-8', body: { text: '“äöü” & more' } },
    ])
  })

  it.each(['ok', 'ok\n', '{"ok":true}', ''])('takes %j for carried out', async (text) => {
    const { url } = await open((_, response) => end(response, 200, text))

    expect(await postTo(url, {})).toBe(true)
  })

  it.each<[string, Fault, (response: ServerResponse) => void]>([
    [
      'an address used too often',
      { kind: 'gone', code: 'used_url' },
      (response) => end(response, 404, '{"ok":false,"error":"used_url"}'),
    ],
    [
      'an address that is too old',
      { kind: 'gone', code: 'expired_url' },
      (response) => end(response, 404, 'expired_url'),
    ],
    ['an address that is none', { kind: 'gone', code: 'not_found' }, (response) => end(response, 404, '<html>')],
    [
      'a body that is not taken',
      { kind: 'refused', code: 'invalid_blocks' },
      (response) => end(response, 400, 'invalid_blocks'),
    ],
    [
      'a refusal in status 200',
      { kind: 'refused', code: 'invalid_blocks' },
      (response) => end(response, 200, '{"ok": false, "error" : "invalid_blocks"}'),
    ],
    ['a refusal without a word', { kind: 'refused', code: 'unknown' }, (response) => end(response, 403, '<html>')],
    ['a page in status 200', { kind: 'failed' }, (response) => end(response, 200, '<html>Sign in</html>')],
    ['an answer 500', { kind: 'failed', status: 500 }, (response) => end(response, 500)],
    ['a limit', { kind: 'busy', retryAfterMs: 3000 }, (response) => end(response, 429, '', { 'retry-after': '3' })],
    ['a limit without a time', { kind: 'busy', retryAfterMs: 1000 }, (response) => end(response, 429)],
    [
      'a limit with a date',
      { kind: 'busy', retryAfterMs: 1000 },
      (response) => end(response, 429, '', { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' }),
    ],
    ['a broken connection', { kind: 'unsure' }, (response) => void response.destroy()],
  ])('throws what is read as %s', async (_, fault, answer) => {
    const { url } = await open((_request, response) => answer(response))

    const error = await thrownAt(url)

    expect(readFault(error)).toEqual(fault)
  })

  it('follows to no other address', async () => {
    const { url } = await open(({ url: path }, response) =>
      path === '/' ? end(response, 307, '', { location: '/other' }) : end(response, 200, 'ok'),
    )

    const error = await thrownAt(url)

    expect(readFault(error)).toEqual({ kind: 'unsure' })
  })

  it('throws what is read as never sent where nobody takes it', async () => {
    const { url, close } = await open(() => {})
    await close()

    const error = await thrownAt(url)

    expect(readFault(error)).toEqual({ kind: 'failed' })
  })
})

/** What posting there throws. */
function thrownAt(url: string): Promise<unknown> {
  return postTo(url, {}).then(
    () => expect.unreachable('it was carried out'),
    (thrown: unknown) => thrown,
  )
}

async function open(answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>) {
  const server = await listenOn(createServer((request, response) => void answer(request, response)))
  let isClosed = false
  const close = async () => {
    if (!isClosed) await server.close()
    isClosed = true
  }
  onTestFinished(close)
  return { url: server.url, close }
}

function end(
  response: ServerResponse,
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, headers).end(body)
}
