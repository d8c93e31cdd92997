import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findMisfits } from './find-misfits.ts'
import { openBrowser } from './open-browser.ts'
import { ask, questions, screens } from './screens.ts'
import { startPage } from './start-page.ts'

/** Where the page has to fit, in pixels of the page. */
const sizes = {
  // WCAG 2.2, 1.4.10: as wide as what is left of 1280 at 400 % zoom.
  'on a small telephone': { width: 320, height: 568 },
  // A window of 1280 × 800.
  'at 200 % zoom': { width: 640, height: 400 },
} as const

/** Pixels of the page: WCAG 2.2, 2.5.8. */
const leastTarget = 24

it.for(Object.entries(screens))('everything fits, and a finger finds every control: %s', async ([, reach], test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await reach(page, address)

  const found: Record<string, readonly string[]> = {}
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    found[name] = [...(await findMisfits(page)), ...(await findSmallTargets(page))]
  }
  await enlargeText(page)
  found['with large text'] = await findMisfits(page)

  expect(found).toEqual({ 'on a small telephone': [], 'at 200 % zoom': [], 'with large text': [] })
})

it('no line ends within a telephone number, whatever the country', async (test) => {
  const { address, bot } = await startPage(test)
  const { page } = await openBrowser(test, { viewport: sizes['on a small telephone'] })
  await page.goto(address)
  const countries = bot.support({}).actions.flatMap((action) => (action.type === 'country' ? action.region : []))

  const broken: Record<string, readonly string[]> = {}
  for (const region of countries) {
    await page.evaluate(draw, { region, ask: questions.urgent })
    const numbers = await page
      .locator('.number')
      .evaluateAll((all) => all.filter((each) => each.getClientRects().length > 1).map((each) => each.textContent))
    const misfits = await findMisfits(page)
    if (numbers.length + misfits.length > 0) broken[region] = [...numbers, ...misfits]
  }

  expect(countries.length).toBeGreaterThan(10)
  expect(broken).toEqual({})
})

it('on a telephone the directory and the choice of a country are seen without scrolling, under a menu of one line', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { viewport: { width: 390, height: 780 }, javaScriptEnabled: false })
  await ask(page, address, questions.urgent, 'urgent')

  const seen = await page
    .locator('nav, .urgent li a, .urgent select')
    .evaluateAll((all) =>
      all.map((each) => ({ height: each.getBoundingClientRect().height, end: each.getBoundingClientRect().bottom })),
    )

  expect(seen).toHaveLength(3)
  expect(seen.filter(({ end }) => end > 780)).toEqual([])
  expect(seen[0]?.height).toBeLessThan(50)
})

it('what does not fit is found', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { viewport: sizes['on a small telephone'] })
  await page.goto(address)
  await page.evaluate(() => {
    for (const top of ['40px', '50px']) {
      const planted = document.createElement('button')
      planted.textContent = 'planted'
      Object.assign(planted.style, {
        position: 'absolute',
        top,
        left: '0',
        width: '400px',
        height: '20px',
        minHeight: '0',
      })
      document.body.append(planted)
    }
  })

  const misfits = await findMisfits(page)
  const targets = await findSmallTargets(page)

  expect(misfits).toEqual(
    expect.arrayContaining([
      'the page is 400 wide where 320 are seen',
      '<button class=""> planted sticks out',
      '<button class=""> planted lies over <button class=""> planted',
    ]),
  )
  expect(targets).toEqual(['planted 400 × 20', 'planted 400 × 20'])
})

/** Puts the answers that a country's people get into the page: its card, and its help lines. */
async function draw({ region, ask: typed }: { readonly region: string; readonly ask: string }): Promise<void> {
  const steps = [{ ask: typed, region }, { country: region }]
  const drawn = await Promise.all(
    steps.map(async (step) => (await fetch('/answer', { method: 'POST', body: new URLSearchParams(step) })).text()),
  )
  const conversation = document.querySelector('#conversation')
  if (conversation !== null) conversation.innerHTML = drawn.join('')
}

/** Controls that are less than a finger needs; links in the midst of a sentence may be as small as the sentence. */
function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const controls = 'button, input:not([type="hidden"]), select, summary, nav a, a[href^="tel:"], a[href^="sms:"]'
    return [...document.querySelectorAll(controls)].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      const isLarge = Math.min(width, height) >= least
      return isLarge || !control.checkVisibility() ? [] : `${control.textContent} ${width} × ${height}`
    })
  }, leastTarget)
}

/** What people may set in their browser without losing anything: WCAG 2.2, 1.4.4 and 1.4.12. */
async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      Object.assign(element.style, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' })
    }
  })
}
