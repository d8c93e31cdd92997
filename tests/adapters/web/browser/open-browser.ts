import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, expect, type TestContext } from 'vitest'
import { isLoopback } from '../../../../src/adapters/is-loopback.ts'
import { launchBrowser, noBrowser } from './launch-browser.ts'

/** A window of a real browser that knows nothing of the windows before it. */
export type Window = {
  readonly page: Page
  readonly context: BrowserContext
  /** All requests so far, of every page and frame in it. */
  readonly requests: readonly Request[]
  /** Scripts that failed and what the content policy refused so far; a test that wants one takes it out. */
  readonly problems: string[]
}

/**
 * Opens a window that closes with the test; where there is no browser, the test is skipped, in CI it fails.
 *
 * Whatever the test is about, no request may then have gone to another machine, no script may have failed, and nothing may
 * have been refused by the content policy or stored as a cookie.
 */
export async function openBrowser(test: TestContext, options: BrowserContextOptions = {}): Promise<Window> {
  browser ??= launchBrowser()
  const launched = await browser
  if (launched === undefined) return lack(test)

  const context = await launched.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
  context.setDefaultTimeout(5_000)
  const requests: Request[] = []
  const problems: string[] = []
  context.on('request', (request) => requests.push(request))
  context.on('weberror', (error) => problems.push(String(error.error())))
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) problems.push(message.text())
  })
  test.onTestFinished(async () => {
    const cookies = await context.cookies()
    await within(context.close())
    expect(requests.map((request) => request.url()).filter(isElsewhere), 'requests to other machines').toEqual([])
    expect(problems, 'faults in the browser').toEqual([])
    expect(cookies, 'cookies').toEqual([])
  })
  return { page: await context.newPage(), context, requests, problems }
}

/** One for all tests of a file, since a start takes a second. */
let browser: Promise<Browser | undefined> | undefined

afterAll(async () => {
  const launched = await browser?.catch(() => undefined)
  if (launched !== undefined) await within(launched.close())
})

function lack({ skip }: TestContext): never {
  if (process.env['CI'] !== undefined) throw new Error(noBrowser)
  console.warn(`Skipped a test of the page. ${noBrowser}`)
  return skip(noBrowser)
}

/** A browser that hangs may not hold up the run. */
async function within(end: Promise<void>, ms = 5_000): Promise<void> {
  await Promise.race([end, wait(ms, undefined, { ref: false })])
}

function isElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return /^(?:https?|wss?|ftp):$/.test(protocol) && !isLoopback(hostname)
}
