import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { ask, questions } from './screens.ts'
import { startPage } from './start-page.ts'

it('the page is light or dark, as the person has set their system', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)

  await page.emulateMedia({ colorScheme: 'light' })
  const light = await brightnessOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await brightnessOf(page)

  expect(light.background).toBeGreaterThan(200)
  expect(light.text).toBeLessThan(80)
  expect(dark.background).toBeLessThan(60)
  expect(dark.text).toBeGreaterThan(180)
})

it.for(['none', 'active'] as const)(
  'an urgent card has a border that is seen, forced colours %s',
  async (forcedColors, test) => {
    const { address } = await startPage(test)
    const { page } = await openBrowser(test, { forcedColors })
    await ask(page, address, questions.urgent, 'urgent')

    const border = await page.locator('.urgent').evaluate((card) => {
      const { borderInlineStartWidth, borderInlineStartStyle, borderInlineStartColor } = getComputedStyle(card)
      const { backgroundColor } = getComputedStyle(document.body)
      return {
        width: borderInlineStartWidth,
        style: borderInlineStartStyle,
        isSeen: borderInlineStartColor !== backgroundColor,
      }
    })

    expect(Number.parseFloat(border.width)).toBeGreaterThanOrEqual(3)
    expect(border).toMatchObject({ style: 'solid', isSeen: true })
  },
)

it.for([questions.answered, questions.urgent])(
  'what the mouse is over can be read in both themes: "%s"',
  async (question, test) => {
    const { address } = await startPage(test)
    const { page } = await openBrowser(test)
    await page.goto(address)
    await page.locator('#ask').fill(question)
    await page.locator('#ask').press('Enter')
    await page.locator('.exchange').waitFor()

    const contrasts: Record<string, number> = {}
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const control of await page.locator('button:visible, .contacts a, .urgent li a').all()) {
        await control.hover()
        contrasts[`${await control.innerText()}, ${colorScheme}`] = await contrastOf(control)
      }
    }

    // Four controls at least, in two themes: the ways to help on a card, the country, "not about me" and the question.
    expect(Object.keys(contrasts).length).toBeGreaterThanOrEqual(8)
    expect(Object.entries(contrasts).filter(([, contrast]) => contrast < leastContrast)).toEqual([])
  },
)

/** WCAG 2.2, 1.4.3. */
const leastContrast = 4.5

it('in forced colours every control has a border, and the one in use a ring', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { forcedColors: 'active' })
  await ask(page, address, questions.answered, 'answered')

  const bare = await page.locator('button:visible, #ask, select:visible').evaluateAll((controls) =>
    controls.flatMap((control) => {
      const { borderBlockEndStyle, borderBlockEndWidth, textDecorationLine } = getComputedStyle(control)
      const isBordered = borderBlockEndStyle === 'solid' && Number.parseFloat(borderBlockEndWidth) >= 1
      return isBordered || textDecorationLine === 'underline' ? [] : control.outerHTML
    }),
  )
  await page.keyboard.press('Tab')

  expect(bare).toEqual([])
  expect(await ringOf(page)).toMatchObject({ style: 'solid', isWide: true })
})

it('whatever the keyboard reaches has a ring around it', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.answered, 'answered')
  await page.locator('a').first().focus()

  const rings: Ring[] = []
  for (let stop = 0; stop < mostStops && rings.at(-1)?.tag !== 'body'; stop += 1) {
    rings.push(await ringOf(page))
    await page.keyboard.press('Tab')
  }

  const reached = rings.filter(({ tag }) => tag !== 'body')
  expect(reached.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['a', 'button', 'input', 'select']))
  expect(reached.filter(({ style, isWide }) => style !== 'solid' || !isWide)).toEqual([])
})

/** More than a page has. */
const mostStops = 60

it('on paper stands the answer, with its source and its disclaimer, and nothing to press', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { colorScheme: 'dark' })
  await ask(page, address, questions.answered, 'answered')

  await page.emulateMedia({ media: 'print' })

  expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0)
  expect(await page.locator('.answer').first().innerText()).toContain('general education, not medical advice')
  expect(await page.locator('.answer').first().innerText()).toContain('Askvity')
  expect((await brightnessOf(page)).text).toBeLessThan(80)
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
})

type Ring = { readonly tag: string; readonly style: string; readonly isWide: boolean }

/** The outline of what the keyboard is at. */
function ringOf(page: Page): Promise<Ring> {
  return page.evaluate(() => {
    const { activeElement } = document
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement ?? document.body)
    const isWide = Number.parseFloat(outlineWidth) >= 2
    return { tag: activeElement?.localName ?? 'body', style: outlineStyle, isWide }
  })
}

/** How the text of a control stands out from what is behind it: WCAG 2.2, "contrast ratio". */
function contrastOf(control: Locator): Promise<number> {
  return control.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const luminance = (color: string): number => {
      if (context === null) return Number.NaN
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const backgroundOf = (each: Element | null): string => {
      if (each === null) return 'white'
      const { backgroundColor } = getComputedStyle(each)
      return backgroundColor === 'rgba(0, 0, 0, 0)' ? backgroundOf(each.parentElement) : backgroundColor
    }
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  })
}

/** How bright the page and its text are, 0 to 255. */
function brightnessOf(page: Page): Promise<{ readonly background: number; readonly text: number }> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    const brightness = (color: string): number => {
      if (context === null) return Number.NaN
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 3
    }
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { background: brightness(backgroundColor), text: brightness(color) }
  })
}
