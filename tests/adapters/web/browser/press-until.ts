import type { Page } from 'playwright-core'

/** Presses a key until an element that a selector names has the focus, as somebody without a mouse does; 60 times at most. */
export async function pressUntil(page: Page, key: string, selector: string, most = 60): Promise<void> {
  if (most === 0) throw new Error(`Many presses of ${key} did not lead to ${selector}`)
  await page.keyboard.press(key)
  const isThere = await page.evaluate((sought) => document.activeElement?.matches(sought), selector)
  if (isThere !== true) await pressUntil(page, key, selector, most - 1)
}
