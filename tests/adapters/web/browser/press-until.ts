import type { Page } from 'playwright-core'

/** Presses a key until an element that a selector names has the focus, as somebody without a mouse does; 60 times at most. */
export async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key)
    if (await page.locator(selector).evaluateAll((found) => found.some((each) => each === document.activeElement)))
      return
  }
  throw new Error(`60 presses of ${key} did not lead to ${selector}`)
}
