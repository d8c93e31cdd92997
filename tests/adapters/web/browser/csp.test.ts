import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { questions } from './screens.ts'
import { startPage } from './start-page.ts'

// What the policy refuses of our own, every test of the page would report: see open-browser.ts.
it('the content policy refuses whatever is written into a page', async (test) => {
  const { address } = await startPage(test)
  const { page, problems } = await openBrowser(test)
  await page.goto(address)

  const hasRun = await page.evaluate(() => {
    const planted = document.createElement('script')
    planted.textContent = 'document.title = "planted"'
    document.body.append(planted)
    return document.title === 'planted'
  })
  await expect.poll(() => problems.length).toBe(1)

  expect(hasRun).toBe(false)
  expect(problems.splice(0)).toEqual([expect.stringContaining('inline script')])
})

/** Every page, with what is sent to it, its status, and whether it holds an answer. */
const pages = [
  ['GET', '/', undefined, 200],
  ['POST', '/', { ask: questions.answered }, 200],
  ['POST', '/', { ask: questions.urgent }, 200],
  ['POST', '/', { ask: '' }, 422],
  ['POST', '/answer', { ask: questions.answered }, 200],
  ['GET', '/topics', undefined, 200],
  ['GET', '/topics/low-serotonin', undefined, 200],
  ['GET', '/topics/nothing', undefined, 404],
  ['GET', '/support', undefined, 200],
  ['POST', '/support', { country: 'US' }, 200],
  ['GET', '/about', undefined, 200],
  ['GET', '/privacy', undefined, 200],
  ['GET', '/nowhere', undefined, 404],
  ['GET', '/embed', undefined, 200],
  ['POST', '/embed', { ask: questions.answered }, 200],
] as const

it.for(pages)('%s %s tells browsers to be careful', async ([method, path, form, status], test) => {
  const { address } = await startPage(test)

  const response = await fetch(address + path, { method, ...(form && { body: new URLSearchParams(form) }) })

  expect(response.status).toBe(status)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  expect(response.headers.getSetCookie()).toEqual([])
  expect(directivesOf(response)).toEqual({ ...policy, 'frame-ancestors': "'none'" })
})

it('only the chat for frames can be framed, by the origins that are allowed', async (test) => {
  const widgetOrigins = ['https://clinic.example', 'https://school.example']
  const { address } = await startPage(test, { settings: { widgetOrigins } })

  const [chat, framed] = [await fetch(`${address}/`), await fetch(`${address}/embed`)]

  expect(directivesOf(chat)['frame-ancestors']).toBe("'none'")
  expect(chat.headers.get('x-frame-options')).toBe('DENY')
  expect(directivesOf(framed)).toEqual({ ...policy, 'frame-ancestors': widgetOrigins.join(' ') })
  expect(framed.headers.has('x-frame-options')).toBe(false)
})

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
}

function directivesOf({ headers }: Response): Readonly<Record<string, string>> {
  const directives = headers.get('content-security-policy')?.split(/;\s*/) ?? []
  return Object.fromEntries(directives.map((each) => [each.split(' ', 1)[0] ?? '', each.slice(each.indexOf(' ') + 1)]))
}
