import { afterAll, beforeAll, expect, it } from 'vitest'
import { bot } from '../../../responder/shipped-bot.ts'
import { openWeb, startWeb, type Web } from '../start-web.ts'
import { misfits } from './described.ts'

type Sent = { readonly body?: string; readonly headers?: Readonly<Record<string, string>> }

type Case = readonly [status: number, method: string, path: string, request: Sent]

/** Stands wherever a request has room for it, and never in what comes back. */
const canary = 'canary7'

let web: Web
let broken: Web
beforeAll(async () => {
  web = await openWeb({ settings: { isRateLimited: false } })
  broken = await openWeb({
    bot: { ...bot, respond: breakDown, respondRanked: breakDown, suggest: breakDown },
    settings: { isRateLimited: false },
  })
})
afterAll(() => Promise.all([web.close(), broken.close()]))

const question = JSON.stringify({ text: 'is it genetic?', explain: true })
const large = JSON.stringify({ text: canary.repeat(10_000) })

const cases: readonly Case[] = [
  [200, 'POST', '/api/ask', { body: question }],
  [200, 'POST', '/api/ask', { body: JSON.stringify({ id: 7, text: 'I want to kill myself', explain: true }) }],
  [200, 'POST', '/api/ask', { body: JSON.stringify({ text: 'does smoking help?', explain: true, limit: 50 }) }],
  [200, 'POST', '/api/ask', { body: JSON.stringify({ text: 'is high serotonin dangerous', explain: true }) }],
  [200, 'POST', '/api/ask', { body: JSON.stringify({ text: 'can I stop my sertraline', explain: true }) }],
  [200, 'POST', '/api/ask', { body: question, headers: { 'content-type': 'Application/JSON ; charset=utf-8' } }],
  [200, 'POST', '/api/ask', { body: question, headers: { 'sec-fetch-site': 'same-origin' } }],
  [400, 'POST', '/api/ask', { body: canary }],
  [400, 'POST', '/api/ask', { body: '' }],
  [400, 'POST', '/api/ask', { body: `{"text":"${canary}` }],
  [403, 'POST', '/api/ask', { body: question, headers: { 'sec-fetch-site': 'cross-site' } }],
  [403, 'POST', '/api/suggest', { body: '{"typed":"a"}', headers: { 'sec-fetch-site': 'same-site' } }],
  [404, 'GET', `/api/${canary}`, {}],
  [404, 'POST', `/api/ask/${canary}`, { body: question }],
  [404, 'GET', '/api/', {}],
  [404, 'GET', '/api', {}],
  [405, 'GET', `/api/ask?text=${canary}`, {}],
  [405, 'PUT', '/api/ask', { body: question }],
  [405, 'DELETE', '/api/suggest', {}],
  [405, 'POST', '/api/topics', { body: question }],
  [405, 'PATCH', '/api/openapi.json', { body: question }],
  [413, 'POST', '/api/ask', { body: large }],
  [413, 'POST', '/api/suggest', { body: large }],
  [415, 'POST', '/api/ask', { body: question, headers: { 'content-type': 'text/plain' } }],
  [415, 'POST', '/api/ask', { body: question, headers: { 'content-type': `application/${canary}` } }],
  [415, 'POST', '/api/ask', { body: question, headers: { 'content-type': 'application/jsonp' } }],
  [
    415,
    'POST',
    '/api/ask',
    { body: `text=${canary}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [415, 'POST', '/api/ask', { body: question, headers: { 'content-encoding': 'gzip' } }],
  [422, 'POST', '/api/ask', { body: `"${canary}"` }],
  [422, 'POST', '/api/suggest', { body: '{"typed":null}' }],
  [200, 'POST', '/api/suggest', { body: '{"typed":"genet"}' }],
  [200, 'GET', '/api/topics', {}],
  [200, 'GET', '/api/openapi.json', {}],
]

it.each(cases)(
  '%i %s %s %j is as described, and no error holds anything of the request',
  async (status, method, path, request) => {
    const response = await send(web, method, path, request)
    const copy = response.clone()

    expect(response.status).toBe(status)
    expect(await misfits(response, path.split('?')[0] ?? '', method)).toEqual([])
    if (status === 200) return
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await copy.text()).not.toContain(canary)
    expect([...response.headers].join('\n')).not.toContain(canary)
  },
)

it('429 POST /api/ask is as described', async () => {
  const busy = await startWeb()
  const ask = () => send(busy, 'POST', '/api/ask', { body: '{"text":"hello"}' })
  await Promise.all(Array.from({ length: 30 }, ask))

  const response = await ask()

  expect(response.status).toBe(429)
  expect(await misfits(response, '/api/ask', 'POST')).toEqual([])
})

it.each<Case>([
  [500, 'POST', '/api/ask', { body: '{"text":"hello"}' }],
  [500, 'POST', '/api/suggest', { body: '{"typed":"hello"}' }],
])('%i %s %s is as described and says where help is', async (status, method, path, request) => {
  const response = await send(broken, method, path, request)
  const copy = response.clone()

  expect(response.status).toBe(status)
  expect(await misfits(response, path, method)).toEqual([])
  expect(await copy.json()).toMatchObject({ text: expect.stringContaining('https://findahelpline.com') })
})

it.each([
  ['{}', [{ pointer: '#/text', detail: 'is missing' }]],
  ['{"text":null}', [{ pointer: '#/text', detail: 'is missing' }]],
  ['{"text":["canary"]}', [{ pointer: '#/text', detail: 'must be a string' }]],
  ['{"text":"a","id":{"canary":1}}', [{ pointer: '#/id', detail: 'must be a string or a number' }]],
  ['{"text":"a","id":1e999}', [{ pointer: '#/id', detail: 'must be a string or a number' }]],
  [
    '{"text":"a","locale":1,"region":{},"document":[]}',
    [
      { pointer: '#/locale', detail: 'must be a string' },
      { pointer: '#/region', detail: 'must be a string' },
      { pointer: '#/document', detail: 'must be a string' },
    ],
  ],
  ['{"text":"a","limit":0}', [{ pointer: '#/limit', detail: 'must be a whole number from 1 to 50' }]],
  ['{"text":"a","limit":51}', [{ pointer: '#/limit', detail: 'must be a whole number from 1 to 50' }]],
  ['{"text":"a","limit":1.5}', [{ pointer: '#/limit', detail: 'must be a whole number from 1 to 50' }]],
  ['{"text":"a","limit":"3"}', [{ pointer: '#/limit', detail: 'must be a whole number from 1 to 50' }]],
  ['{"text":"a","explain":"canary"}', [{ pointer: '#/explain', detail: 'must be true or false' }]],
  ['"canary"', [{ pointer: '#', detail: 'must be an object' }]],
  ['["canary"]', [{ pointer: '#', detail: 'must be an object' }]],
  ['null', [{ pointer: '#', detail: 'must be an object' }]],
  ['{"__proto__":{"text":"canary"}}', [{ pointer: '#/text', detail: 'is missing' }]],
])('POST /api/ask names what is wrong with %s', async (body, errors) => {
  const response = await send(web, 'POST', '/api/ask', { body })

  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ title: 'Unprocessable Entity', errors })
})

it.each([
  ['/api/ask', 'POST, OPTIONS'],
  ['/api/suggest', 'POST, OPTIONS'],
  ['/api/topics', 'GET, HEAD, OPTIONS'],
  ['/api/openapi.json', 'GET, HEAD, OPTIONS'],
])('%s names its methods, to OPTIONS and to others', async (path, allow) => {
  const options = await send(web, 'OPTIONS', path, {
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
  })
  const wrong = await send(web, 'PUT', path)

  expect([options.status, await options.text(), options.headers.get('allow')]).toEqual([204, '', allow])
  expect([...options.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, allow])
})

function send(to: Web, method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Response> {
  return fetch(`${to.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

function breakDown(): never {
  throw new Error(`broken over ${canary}`)
}
