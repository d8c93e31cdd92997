import type { RandomNumbers } from '../../random-numbers.ts'

/** Stands wherever a request has room for it; the mark at its end is what a page must escape. */
export const canary = 'qzcanary7'

export type OddRequest = {
  readonly bytes: Buffer
  /** Whether it leaves before an answer. */
  readonly leaves: boolean
  /** Present where HTTP itself has nothing to object to. */
  readonly sound?: { readonly method: string; readonly path: string }
}

/** Makes one request that no person sends. */
export function oddRequest(random: RandomNumbers): OddRequest {
  if (random.chance(0.06)) return { bytes: garbage(random), leaves: false }
  const method = random.chance(0.5) ? 'POST' : random.pick(rareMethods)
  const path = random.pick(paths)(random)
  const bytes = draw(method, path, random)
  if (random.chance(0.05)) return { bytes: bytes.subarray(0, random.below(bytes.length)), leaves: true }
  return { bytes, leaves: random.chance(0.03), sound: { method, path } }
}

const rareMethods = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'LOCK',
  'SEARCH',
]

const known = ['/api/ask', '/api/suggest', '/api/topics', '/api/openapi.json', '/', '/answer', '/embed', '/support']
const others = [
  '/topics',
  '/topics/low-serotonin',
  '/about',
  '/privacy',
  '/healthz',
  '/readyz',
  '/widget.js',
  '/assets/chat.js',
]

const paths: readonly ((random: RandomNumbers) => string)[] = [
  ...Array.from({ length: 10 }, () => (random: RandomNumbers) => random.pick(known)),
  (random) => random.pick(others),
  (random) => `${random.pick(known)}?${canary}=${canary}&text=${canary}`,
  (random) => `${random.pick(['/api/', '/topics/', '/assets/', '/'])}${random.pick(segments)}`,
  (random) => `/${random.pick(segments)}/${random.pick(segments)}`,
  (random) =>
    `/${random
      .pick(known)
      .slice(1)
      .replaceAll('a', '%61')
      .replaceAll('/', random.pick(['//', '/./', '%2f']))}`,
  () => `/${canary.repeat(700)}`,
]

const segments = [
  canary,
  `${canary}%3Cb%3E`,
  '..%2f..%2fetc%2fpasswd',
  '../../package.json',
  '%00',
  '%ff%fe',
  '%',
  '%zz',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  '%2e%2e',
  '.env',
  'ask',
  'style.css%00.js',
  '<script>',
  "'--",
  ';a=b',
  '*',
]

/** Texts that are hard to hold, of people and of machines. */
const texts: readonly ((random: RandomNumbers) => string)[] = [
  () => 'is it genetic?',
  () => 'I want to kill myself',
  () => `${canary}<b>`,
  () => `<script>${canary}</script>`,
  () => `"><img src=x onerror=${canary}>`,
  () => `\u202e${canary}<b>\u2066\u0000\u001b[31m`,
  () => `${'Z\u0351\u036b\u0343'.repeat(50)}${canary}<b>`,
  () => `${'\u{1f9e0}'.repeat(30)}\ud800 ${canary}<b>`,
  () => ' \n\t\u3000',
  () => '',
  (random) => (random.chance(0.1) ? `${canary} `.repeat(6_000) : canary),
  (random) => `${'a'.repeat(random.chance(0.1) ? 30_000 : 30)}${canary}<b>`,
  (random) => Array.from({ length: 40 }, () => String.fromCodePoint(random.below(0xd7ff))).join(''),
]

function fieldsOf(random: RandomNumbers): [string, unknown][] {
  const names = [
    'text',
    'text',
    'typed',
    'id',
    'locale',
    'region',
    'document',
    'limit',
    'explain',
    '__proto__',
    'constructor',
    canary,
  ]
  return Array.from({ length: 1 + random.below(5) }, () => [random.pick(names), fieldValue(random, 0)])
}

function fieldValue(random: RandomNumbers, depth: number): unknown {
  const text = random.pick(texts)(random)
  const odd = [null, true, 0, -1, 3, 1e308, 2 ** 53, [], {}, 'IE', 'de', 'low-serotonin', '../low-serotonin']
  if (depth < 3 && random.chance(0.1))
    return [fieldValue(random, depth + 1), { [canary]: fieldValue(random, depth + 1) }]
  return random.chance(0.7) ? text : random.pick(odd)
}

/** Bodies that are meant as JSON, most of which are. */
function jsonBody(random: RandomNumbers): Buffer {
  const fields = fieldsOf(random)
  const whole = `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
  return random.pick([
    () => Buffer.from(whole),
    () => Buffer.from(whole),
    () => Buffer.from(JSON.stringify({ text: random.pick(texts)(random) })),
    () => Buffer.from(JSON.stringify({ typed: random.pick(texts)(random), limit: random.below(60) })),
    () => Buffer.from(whole.slice(0, random.below(whole.length))),
    () => Buffer.from(`\ufeff${whole}`),
    () => Buffer.from(whole, 'utf16le'),
    () =>
      Buffer.concat([
        Buffer.from('{"text":"'),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0]),
        Buffer.from(`${canary}"}`),
      ]),
    () => Buffer.from('['.repeat(20_000)),
    () => Buffer.from(`{"text":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`),
    () => Buffer.from('{"text":"a","limit":1e999,"id":-0.0e-999}'),
    () => Buffer.from(`{"text":"${canary.repeat(8_000)}"}`),
    () => Buffer.from(canary),
    () => Buffer.alloc(0),
  ])()
}

const formFields = [
  'ask',
  'example',
  'show',
  'topics',
  'support',
  'country',
  'about-other',
  'why',
  'region',
  'text',
  'card',
  canary,
]

/** Forms as no page of ours sends them: fields that are there twice, or stand for other things. */
function formBody(random: RandomNumbers): Buffer {
  const values = [
    '1',
    'IE',
    'low-serotonin/genetics',
    `${canary}/${canary}`,
    'crisis.self.none.false',
    '%',
    'countries',
  ]
  const pairs = Array.from({ length: 1 + random.below(6) }, () => {
    const value = random.chance(0.5) ? random.pick(texts)(random) : random.pick(values)
    return `${random.pick(formFields)}=${random.chance(0.8) ? encodeURIComponent(value.toWellFormed()) : value}`
  })
  return Buffer.from(pairs.join(random.pick(['&', '&', ';', '&&'])))
}

const types = [
  ...Array.from({ length: 6 }, () => 'application/json'),
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  `application/${canary}`,
  'application/json; charset=utf-16',
  '/',
  '',
]

const headers: readonly ((random: RandomNumbers) => string)[] = [
  (random) =>
    `Accept-Language: ${random.pick(['de', 'pt-BR,pt;q=0.9', '*', canary, `${'a-'.repeat(500)}b`, '"><b>', 'EN-us', 'xx-'])}`,
  (random) =>
    `X-Forwarded-For: ${random.pick(['1.2.3.4', `${canary}, ::1`, ',,,', '::ffff:1.2.3.4', '1'.repeat(500)])}`,
  (random) => `Sec-Fetch-Site: ${random.pick(['same-origin', 'none', 'cross-site', canary])}`,
  (random) => `Content-Encoding: ${random.pick(['gzip', 'br', 'identity', canary])}`,
  () => `Origin: https://${canary}.example`,
  () => `Cookie: ${canary}=${canary}; __proto__=1`,
  () => `If-None-Match: W/"${canary}", *`,
  () => 'Range: bytes=0-1,5-,-9999999999',
  () => `X-${canary}: \u00ff\u00fe<b>${canary}`,
  () => 'Expect: 100-continue',
  () => 'Upgrade: h2c',
  () => `Accept: ${canary}/*;q=nan`,
  () => `__proto__: ${canary}`,
]

function draw(method: string, path: string, random: RandomNumbers): Buffer {
  const type = random.pick(types)
  const body = type.includes('json') || random.chance(0.1) ? jsonBody(random) : formBody(random)
  const isChunked = random.chance(0.1)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    `Content-Type: ${type}`,
    isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`,
    ...Array.from({ length: random.below(4) }, () => random.pick(headers)(random)),
  ]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  if (!isChunked) return Buffer.concat([head, body])
  const size = Buffer.from(`${body.length.toString(16)}\r\n`)
  return Buffer.concat([
    head,
    ...(body.length === 0 ? [] : [size, body, Buffer.from('\r\n')]),
    Buffer.from('0\r\n\r\n'),
  ])
}

/** What is no HTTP, or HTTP that contradicts itself. */
function garbage(random: RandomNumbers): Buffer {
  const host = 'Host: 127.0.0.1\r\nConnection: close\r\n'
  return random.pick([
    () => Buffer.from(Array.from({ length: 200 }, () => random.below(256))),
    () => Buffer.from(`${canary}\r\n\r\n`),
    () => Buffer.from(`GET /${canary}\u0000 HTTP/1.1\r\n${host}\r\n`),
    () => Buffer.from(`GET /${canary} HTTP/9.9\r\n${host}\r\n`),
    () => Buffer.from(`GET / HTTP/1.1\r\nConnection: close\r\n\r\n`),
    () => Buffer.from(`GET / HTTP/1.1\r\nHost: <${canary}>\r\nConnection: close\r\n\r\n`),
    () => Buffer.from(`GET / HTTP/1.1\r\nHost: a/${canary}?\r\nConnection: close\r\n\r\n`),
    () => Buffer.from(`GET http://${canary}.example/api/ask HTTP/1.1\r\n${host}\r\n`),
    () => Buffer.from(`GET /api\\${canary} HTTP/1.1\r\n${host}\r\n`),
    () => Buffer.from(`OPTIONS * HTTP/1.1\r\n${host}\r\n`),
    () => Buffer.from(`CONNECT ${canary}:443 HTTP/1.1\r\n${host}\r\n`),
    () =>
      Buffer.from(`POST /api/ask HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    () => Buffer.from(`POST /api/ask HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n${canary}`),
    () => Buffer.from(`POST /api/ask HTTP/1.1\r\n${host}Content-Length: 99999999999999999999\r\n\r\n${canary}`),
    () => Buffer.from(`POST /api/ask HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n${canary}\r\n`),
    () => Buffer.from(`GET / HTTP/1.1\r\n${host}X: ${canary.repeat(3_000)}\r\n\r\n`),
    () => Buffer.from('\r\n'.repeat(50) + canary),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  ])()
}
