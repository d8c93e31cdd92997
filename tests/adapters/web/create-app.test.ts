import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bot } from '../../responder/shipped-bot.ts'
import { post } from './api/post.ts'
import { openWeb, startWeb, type Web } from './start-web.ts'

const pages = ['/', '/embed', '/topics', '/topics/low-serotonin', '/support', '/about', '/privacy', '/no-such-page']
const files = ['/assets/style.css', '/assets/chat.js', '/assets/icon.svg', '/assets/fuse.mjs', '/widget.js']
const programs = ['/api/topics', '/api/openapi.json', '/api/no-such-route', '/healthz', '/readyz', '/metrics']

let web: Web
beforeAll(async () => {
  web = await openWeb({
    settings: { isRateLimited: false, widgetOrigins: ['https://clinic.example', 'http://localhost'] },
  })
})
afterAll(() => web.close())

describe('every response', () => {
  it.each([...pages, ...files, ...programs])('%s is guarded by headers, and sets no cookie', async (path) => {
    const { headers } = await fetch(`${web.url}${path}`)

    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'; style-src 'self'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it.each([...pages, '/healthz', '/api/no-such-route'])('%s is stored by nobody', async (path) => {
    const { headers } = await fetch(`${web.url}${path}`)

    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each(pages.filter((path) => path !== '/embed'))('%s is shown in no frame', async (path) => {
    const { headers } = await fetch(`${web.url}${path}`)

    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it.each(['GET', 'POST'])(
    '%s /embed is shown in frames of the sites that are set, and of no others',
    async (method) => {
      const { headers } = await fetch(`${web.url}/embed`, { method })

      expect(headers.get('content-security-policy')).toContain(
        'frame-ancestors https://clinic.example http://localhost',
      )
      expect(headers.get('x-frame-options')).toBeNull()
    },
  )

  it('/embed is shown in no frame where no site is set', async () => {
    const { url } = await startWeb()

    const { headers } = await fetch(`${url}/embed`)

    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('files', () => {
  it.each(files)('%s is sent once, until it changes', async (path) => {
    const first = await fetch(`${web.url}${path}`)
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${web.url}${path}`, { headers: { 'if-none-match': etag } })

    expect((await first.text()).length).toBeGreaterThan(0)
    expect(etag).not.toBe('')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect([again.status, await again.text()]).toEqual([304, ''])
    // Browsers take the headers of a 304 for those of the copy that they have.
    const policy = 'cross-origin-resource-policy'
    expect(again.headers.get(policy)).toBe(first.headers.get(policy))
  })

  it('are known again where a proxy has weakened the tag', async () => {
    const { headers } = await fetch(`${web.url}/assets/chat.js`)
    const tags = `"another", W/${headers.get('etag')}`

    const again = await fetch(`${web.url}/assets/chat.js`, { headers: { 'if-none-match': tags } })

    expect(again.status).toBe(304)
  })

  it('come as they are where nothing compressed is wanted', async () => {
    const plain = await fetch(`${web.url}/assets/style.css`, { headers: { 'accept-encoding': 'identity' } })

    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(await (await fetch(`${web.url}/assets/style.css`)).text())
  })

  it.each([
    ['/widget.js', 'cross-origin'],
    ['/assets/chat.js', 'same-origin'],
  ])('%s may be loaded by %s sites', async (path, policy) => {
    const { headers } = await fetch(`${web.url}${path}`)

    expect(headers.get('cross-origin-resource-policy')).toBe(policy)
  })

  it.each(['/assets/tsconfig.json', '/assets/..%2fpackage.json', '/assets/', '/package.json'])(
    '%s is no file of the page',
    async (path) => {
      expect((await fetch(`${web.url}${path}`)).status).toBe(404)
    },
  )
})

describe('errors', () => {
  it.each([
    [404, 'GET', '/no-such-page', {}],
    [403, 'POST', '/', { 'sec-fetch-site': 'cross-site' }],
    [413, 'POST', '/answer', {}],
  ])(
    '%i of %s %s is a page that says where help is, with nothing of the request',
    async (status, method, path, headers) => {
      const body = method === 'GET' ? {} : { body: `ask=${'canary'.repeat(20_000)}` }

      const response = await fetch(`${web.url}${path}?canary`, { method, headers, ...body })
      const page = await response.text()

      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(page).toContain('https://findahelpline.com')
      expect(page).not.toContain('canary')
    },
  )

  it('stay in the frame of another site where they happen there', async () => {
    const response = await fetch(`${web.url}/embed`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })
    const page = await response.text()

    expect(response.status).toBe(403)
    expect(page).not.toContain('<nav')
    expect(page).toContain('action="/embed"')
  })

  it('a body that comes in pieces is cut off at the same length', async () => {
    const piece = new TextEncoder().encode('a'.repeat(40_000))
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(piece)
        controller.enqueue(piece)
        controller.close()
      },
    })

    const response = await fetch(`${web.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    })

    expect(response.status).toBe(413)
  })

  it('a body of just the length that is allowed is read', async () => {
    const frame = '{"text":""}'
    const text = 'a'.repeat(64 * 1024 - frame.length)

    const whole = await post(web, '/api/ask', { text })
    const longer = await post(web, '/api/ask', { text: `${text}a` })

    expect([whole.status, longer.status]).toEqual([200, 413])
  })
})

describe('addresses', () => {
  const thirty = Array.from({ length: 30 }, (_, time) => time)

  it('are those that a trusted proxy heard, which it adds at the end', async () => {
    const behind = await startWeb({ settings: { isProxyTrusted: true } })
    await Promise.all(thirty.map((time) => askAs(behind, `${time}.0.0.1, 192.0.2.7`)))

    const statuses = [await askAs(behind, '99.0.0.1, 192.0.2.7'), await askAs(behind, '192.0.2.7, 192.0.2.8')]

    expect(statuses).toEqual([429, 200])
  })

  it('are those of the connection where no proxy is trusted, whatever is claimed', async () => {
    const open = await startWeb()
    await Promise.all(thirty.map((time) => askAs(open, `192.0.2.${time}`)))

    expect(await askAs(open, '192.0.2.99')).toBe(429)
  })

  it('are told apart from others behind the same trusted proxy, whatever port it adds', async () => {
    const behind = await startWeb({ settings: { isProxyTrusted: true } })
    await Promise.all(thirty.map((time) => askAs(behind, `192.0.2.7:${1000 + time}`)))

    const statuses = [
      await askAs(behind, '192.0.2.7:999'),
      await askAs(behind, '[2001:db8::1]:443'),
      await askAs(behind, ''),
    ]

    expect(statuses).toEqual([429, 200, 200])
  })

  describe('that send more than anybody reads', () => {
    it('are told where help is', async () => {
      const { url, counted } = await flooded()

      const page = await fetch(`${url}/topics`)
      const api = await fetch(`${url}/api/topics`)
      const alive = await fetch(`${url}/healthz`)

      expect([page.status, api.status, alive.status]).toEqual([429, 429, 200])
      expect([page.headers.get('retry-after'), api.headers.get('retry-after')]).toEqual(['10', '10'])
      expect(await page.text()).toContain('https://findahelpline.com')
      expect(await api.json()).toMatchObject({
        detail: bot.chatWords().notes.busy,
        text: expect.stringContaining('findahelpline'),
      })
      expect(counted).toContain('held back')
    })

    it('still get cards, help lines and the files that these are drawn with', async () => {
      const { url } = await flooded()
      const form = (path: string, fields: Record<string, string>) =>
        fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })

      const card = await form('/answer', { ask: 'I want to kill myself' })
      const reply = await post({ url }, '/api/ask', { text: 'I want to kill myself' })
      const lines = await form('/support', { country: 'IE' })
      const help = await fetch(`${url}/support`)
      const style = await fetch(`${url}/assets/style.css`)

      expect([card, reply, lines, help, style].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      expect(await card.text()).toContain('role="alert"')
      expect(await reply.json()).toMatchObject({ outcome: 'urgent' })
      expect(await lines.text()).toContain('tel:116123')
    })

    it('have nothing long read', async () => {
      const { url } = await flooded()

      const reply = await post({ url }, '/api/ask', { text: 'I want to kill myself '.repeat(100) })

      expect(reply.status).toBe(413)
    })
  })
})

async function askAs({ url }: Web, forwarded: string): Promise<number> {
  const reply = await post({ url }, '/api/ask', { text: 'hello' }, { 'x-forwarded-for': forwarded })
  return reply.status
}

/** A server that one address has asked for more than anybody reads. */
async function flooded(): Promise<Web> {
  const open = await startWeb()
  await Promise.all(Array.from({ length: 301 }, () => fetch(`${open.url}/topics`).then((page) => page.text())))
  return open
}
