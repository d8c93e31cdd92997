import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'
import { findMisfits } from './find-misfits.ts'
import { openBrowser } from './open-browser.ts'
import { startPage } from './start-page.ts'

/** In English: "Water. Water is part of every drink. See the source." and, of the section "Tea", "Tea is made of leaves and water." */
const document = `---
title: الماء
language: ar
sources:
  - title: كتاب المطبخ
    publisher: مثال
    url: https://kitchen.example/water
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
---

# الماء

الماء جزء من كل شراب. **الماء البارد** منعش.

## الشاي

يصنع الشاي من أوراق الشاي والماء (Tea).

- شاي أخضر
- شاي أسود
`

it('a document in Arabic runs from right to left, and nothing lies over anything else', async (test) => {
  const { address } = await startPage(test, { knowledgeDir: arabicFolder(test) })
  const { page } = await openBrowser(test, { viewport: { width: 320, height: 568 } })

  await page.goto(`${address}/topics/water`)

  const text = page.locator('main section', { hasText: 'يصنع الشاي' }).last()
  expect(await page.locator('main [lang="ar"]').count()).toBeGreaterThan(0)
  const { rtl, ltr } = await directionsIn(page)
  expect(rtl.length).toBeGreaterThanOrEqual(6)
  expect(ltr).toEqual([])
  expect(await text.getByText('شاي أخضر').evaluate(isAtTheRight)).toBe(true)
  expect(await findMisfits(page)).toEqual([])
})

it('an answer from it does so too, while the page around it stays as it is', async (test) => {
  const { address } = await startPage(test, { knowledgeDir: arabicFolder(test) })
  const { page } = await openBrowser(test, { viewport: { width: 320, height: 568 } })
  await page.goto(address)

  await page.locator('#ask').fill('الشاي')
  await page.locator('#ask').press('Enter')
  await page.locator('.exchange[data-outcome="answered"]').waitFor()

  const { rtl, ltr } = await directionsIn(page)
  expect(rtl.length).toBeGreaterThanOrEqual(4)
  expect(ltr).toEqual([])
  expect(await page.locator('.asked [dir], .asked').last().innerText()).toContain('الشاي')
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).direction)).toBe('ltr')
  expect(await findMisfits(page)).toEqual([])
})

/** A folder with that one document. */
function arabicFolder({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'water.md'), document)
  return folder
}

/** Everything that is written in Arabic letters, in two parts. */
async function directionsIn(page: Page): Promise<Record<'rtl' | 'ltr', readonly string[]>> {
  const found = await page
    .locator('main :is(h1, h2, h3, p, li)')
    .evaluateAll((all) =>
      all
        .filter((element) => /^\p{Script=Arabic}/u.test(element.textContent.trim()))
        .map((element) => ({ direction: getComputedStyle(element).direction, html: element.outerHTML })),
    )
  const running = (way: string) => found.filter(({ direction }) => direction === way).map(({ html }) => html)
  return { rtl: running('rtl'), ltr: running('ltr') }
}

function isAtTheRight(element: Element): boolean {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const [words, block] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
  return block.right - words.right <= words.left - block.left
}
