import type { Page, Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { ask, questions } from './screens.ts'
import { startPage } from './start-page.ts'

/** Bytes, with headers, of the chat and all that it loads, until somebody has typed with the help of suggestions. */
const maxBytes = 60_000

it('the chat weighs little, with everything that it loads', async (test) => {
  const { address } = await startPage(test)
  const { page, requests } = await openBrowser(test)

  await page.goto(address, { waitUntil: 'networkidle' })
  const atFirst = await weigh(requests)
  await page.locator('#ask').pressSequentially('gene')
  await page.locator('#suggestions [role="option"]').first().waitFor()
  const withSuggestions = await weigh(requests)

  console.info(`The chat weighs ${atFirst} bytes at first, ${withSuggestions} with all that suggestions need`)
  expect(atFirst).toBeGreaterThan(2_000)
  expect(withSuggestions).toBeGreaterThan(atFirst)
  expect(withSuggestions).toBeLessThan(maxBytes)
})

it('nothing on the page moves of its own accord', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address, { waitUntil: 'networkidle' })
  const atFirst = await shiftOf(page)

  await ask(page, address, questions.answered, 'answered')
  await page.locator('#ask').fill(questions.urgent)
  await page.locator('#ask').press('Enter')
  await page.locator('.urgent').first().waitFor()
  const afterAnswers = await shiftOf(page)

  expect(atFirst).toBe(0)
  expect(afterAnswers).toBe(0)
})

it('what moves of its own accord is found', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address, { waitUntil: 'networkidle' })

  await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('hr'), 'planted'))

  expect(await shiftOf(page)).toBeGreaterThan(0)
})

it('the first words are on the screen', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)

  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint')
          if (paint !== undefined) resolve(paint.startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )

  console.info(`First words on the screen after ${Math.round(ms)} ms`)
  expect(ms).toBeGreaterThan(0)
})

async function weigh(requests: readonly Request[]): Promise<number> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  return sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
    0,
  )
}

/** How far things have moved that nobody had moved, once the browser has drawn all: https://web.dev/articles/cls. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const drawn = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve))
    await drawn()
    await drawn()
    return new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        observer.disconnect()
        const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
        resolve(shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0))
      })
      observer.observe({ type: 'layout-shift', buffered: true })
      // Where nothing has moved, the observer is never called.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
    })
  })
}
