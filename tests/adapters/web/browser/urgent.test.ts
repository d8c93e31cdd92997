import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { ask, chooseCountry, questions } from './screens.ts'
import { startPage } from './start-page.ts'

/** Whether the top of something is on the screen. */
function isSeen(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    return top >= 0 && top < innerHeight / 2
  })
}

it('an urgent card is announced at once, stands before earlier answers and is seen without scrolling', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { viewport: { width: 320, height: 568 } })
  await ask(page, address, questions.answered, 'answered')
  await page.locator('#ask').fill(questions.urgent)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))

  await page.keyboard.press('Enter')
  const card = page.getByRole('alert')
  await card.waitFor()

  expect(await page.locator('.exchange').first().getByRole('alert').count()).toBe(1)
  expect(await isSeen(card)).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask')
})

it('a card for a chosen country has links that call and text', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  await chooseCountry(page, 'US')
  await page.locator('.exchange a[href^="tel:"]').first().waitFor()

  await page.locator('#ask').fill(questions.urgent)
  await page.locator('#ask').press('Enter')

  const card = page.getByRole('alert')
  await card.waitFor()
  expect(await card.locator('a[href="tel:988"]').count()).toBeGreaterThan(0)
  expect(await card.locator('a[href^="sms:"]').count()).toBeGreaterThan(0)
})

it('who chooses a country in the card is taken to its lines, under a heading that is seen', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.urgent, 'urgent')
  const choice = page.locator('.urgent form:has(select[name="country"])')

  await choice.locator('select').selectOption('US')
  await choice.locator('button').click()
  await page.locator('#help a[href="tel:988"]').first().waitFor()

  const heading = page.locator('.exchange').first().locator('h2:focus')
  expect(await heading.textContent()).toBe(await page.locator('#help :is(h1, h2)').textContent())
  expect((await heading.boundingBox())?.height).toBeGreaterThan(10)
  expect(await page.locator('.exchange').first().locator('a[href="tel:988"]').count()).toBeGreaterThan(0)
  expect(await page.locator('.exchange').nth(1).getAttribute('data-outcome')).toBe('urgent')
})

it('the same card twice in a row is shortened, as everywhere', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.urgent, 'urgent')
  const first = await page.getByRole('alert').textContent()

  await page.locator('#ask').fill(questions.urgent)
  await page.locator('#ask').press('Enter')
  await page.locator('.exchange').nth(1).waitFor()

  const second = await page.getByRole('alert').first().textContent()
  expect(second?.length).toBeLessThan(first?.length ?? 0)
})

it('who says that it was not about them gets the answer, with help still there', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.urgent, 'urgent')

  await page.locator('button[name="about-other"]').click()
  await page.locator('.exchange').nth(1).waitFor()

  const newest = page.locator('.exchange').first()
  expect(await newest.getAttribute('data-outcome')).not.toBe('urgent')
  expect(await newest.locator('[name="support"]').count()).toBeGreaterThan(0)
  expect(await newest.locator(':focus').count()).toBe(1)
})
