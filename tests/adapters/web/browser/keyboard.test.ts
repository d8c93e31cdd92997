import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { pressUntil } from './press-until.ts'
import { questions } from './screens.ts'
import { startPage } from './start-page.ts'

it('by keyboard alone somebody asks, goes on to a related topic and stands at its heading', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)

  await pressUntil(page, 'Tab', '#ask')
  await page.keyboard.type(questions.answered)
  await page.keyboard.press('Enter')
  await page.locator('.exchange').waitFor()
  const afterAsking = await page.evaluate(() => document.activeElement?.id)
  await pressUntil(page, 'Tab', '.exchange button[name="show"]')
  const topic = (await page.locator(':focus').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.locator('.exchange').nth(1).waitFor()

  const newest = page.locator('.exchange').first()
  expect(afterAsking).toBe('ask')
  expect(await newest.locator(':focus').evaluate((heading) => heading.matches('h2, h3'))).toBe(true)
  expect(await newest.locator(':focus').textContent()).toContain(topic)
})

it('after a press of a button Tab goes on in the new answer', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  await pressUntil(page, 'Tab', 'button[name="example"]')
  await page.keyboard.press('Enter')
  await page.locator('.exchange :focus').waitFor()

  await page.keyboard.press('Tab')

  expect(await page.locator('.exchange :focus').count()).toBe(1)
})

it('by keyboard alone somebody in need reaches the help lines of their country', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)

  await pressUntil(page, 'Tab', '#help select')
  await page.keyboard.type('United States')
  await pressUntil(page, 'Tab', '#help button')
  await page.keyboard.press('Enter')
  await page.locator('.exchange :focus').waitFor()
  await pressUntil(page, 'Tab', '.exchange a[href="tel:988"]')

  expect(await page.locator('.exchange :focus').textContent()).toContain('988')
})
