import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { screens } from './screens.ts'
import { startPage } from './start-page.ts'

/** WCAG 2.2 at AA, and what is good practice beyond it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

it.for(Object.entries(screens))('axe finds nothing in both themes: %s', async ([, reach], test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { bypassCSP: true })
  await reach(page, address)

  await page.emulateMedia({ colorScheme: 'light' })
  const light = await findViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await findViolations(page)

  expect({ light, dark }).toEqual({ light: [], dark: [] })
})

it('axe finds nothing on a small telephone', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { bypassCSP: true, viewport: { width: 320, height: 568 } })

  await page.goto(address)

  expect(await findViolations(page)).toEqual([])
})

it('axe finds what is planted', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { bypassCSP: true })
  await page.goto(address)
  await page.evaluate(() => {
    const [pale, small] = [document.createElement('p'), document.createElement('input')]
    pale.textContent = 'pale'
    Object.assign(pale.style, { color: '#bbb', background: '#fff' })
    document.querySelector('main')?.append(pale, small)
  })

  const found = await findViolations(page)

  expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['color-contrast', 'label']))
})

/** Every rule that is broken, with where and how. */
async function findViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
    rules,
  )
  return violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }))
}

type Violation = { readonly rule: string; readonly where: readonly string[] }
