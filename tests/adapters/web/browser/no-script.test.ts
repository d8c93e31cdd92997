import type { Locator, Page } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'
import { openBrowser, type Window } from './open-browser.ts'
import { ask, chooseCountry, questions } from './screens.ts'
import { startPage } from './start-page.ts'

/** The page in a browser that runs no script. */
async function openWithoutScript(test: TestContext): Promise<Window & { readonly address: string }> {
  const { address } = await startPage(test)
  const window = await openBrowser(test, { javaScriptEnabled: false })
  test.onTestFinished(() => {
    const urls = window.requests.map((request) => request.url())
    expect(
      urls.filter((url) => url.endsWith('.js') || url.endsWith('.mjs')),
      'scripts',
    ).toEqual([])
    expect(
      urls.filter((url) => url.includes('?')),
      'addresses with a question',
    ).toEqual([])
  })
  return { ...window, address }
}

it('without script, a question is answered, with the section that it is from and the disclaimer', async (test) => {
  const { page, address } = await openWithoutScript(test)

  await ask(page, address, questions.answered, 'answered')

  expect(await answerOn(page)).toContain('Genetics')
  expect(await answerOn(page)).toContain('general education, not medical advice')
  expect(await page.locator('.exchange .asked').innerText()).toContain(questions.answered)
})

it.for([
  ['an answer', questions.answered, 'answered'],
  ['a choice of topics', questions.suggested, 'suggested'],
  ['a card', questions.urgent, 'urgent'],
] as const)(
  'without script, reading begins at %s, which the page is called by',
  async ([, question, outcome], test) => {
    const { page, address } = await openWithoutScript(test)

    await ask(page, address, question, outcome)

    const heading = page.locator('.exchange h2').first()
    const title = await page.title()
    // Browsers give the focus once the page can be seen.
    await page.locator('.exchange h2:focus').waitFor()
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await heading.innerText()).toContain(title.replace(' · Pamphlet', ''))
    expect(title).not.toContain(question)
  },
)

it('without script, an empty box is told of beside it alone, and is where the typing goes on', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await page.goto(address)

  await withPage(page, () => page.locator('.to-ask').click())

  expect(await page.locator('.note').count()).toBe(1)
  expect(await page.locator('#ask').evaluate((element) => element === document.activeElement)).toBe(true)
})

it('without script, a related topic is shown by its button', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.answered, 'answered')

  await withPage(page, () => page.locator('button[name="show"]', { hasText: 'Diet' }).click())

  expect(await page.locator('.answer :is(h2, h3)').first().innerText()).toContain('Diet')
  expect(await page.locator('.exchange').getAttribute('data-outcome')).toBe('answered')
})

it('without script, one of several topics is chosen', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.suggested, 'suggested')

  await withPage(page, () => page.locator('button[name="show"]', { hasText: 'Stress' }).click())

  expect(await page.locator('.exchange').getAttribute('data-outcome')).toBe('answered')
})

it('without script, somebody who finds nothing still finds the topics', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.unknown, 'not-found')

  await withPage(page, () => page.locator('button[name="show"]').first().click())

  expect(await page.locator('.exchange').getAttribute('data-outcome')).toBe('answered')
})

it('without script, an urgent card comes first, and "not about me" leads to the answer', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.urgentTopic, 'urgent')
  const before = (await page.locator('main').innerText()).split(await answerOn(page))[0]
  const { y } = (await page.locator('.urgent').boundingBox()) ?? { y: Number.NaN }

  await withPage(page, () => page.locator('button[name="about-other"]').click())

  // Before it stands the page's heading alone, for those who hear the page.
  expect(before?.trim()).toBe(await page.locator('h1').innerText())
  expect(y).toBeLessThan(300)
  expect(await page.locator('.exchange').getAttribute('data-outcome')).toBe('suggested')
})

it('without script, the card after the choice of a country has its lines, to call and to text', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await page.goto(address)
  await withPage(page, () => chooseCountry(page, 'US'))

  await page.locator('#ask').fill(questions.urgent)
  await page.locator('#ask').press('Enter')
  await page.locator('.urgent').waitFor()

  const links = await page.locator('.urgent a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  expect(links).toEqual(expect.arrayContaining(['tel:988', 'sms:988', 'sms:741741?&body=HOME', 'tel:911']))
})

it('without script, the card itself asks for the country', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.urgent, 'urgent')

  const choice = page.locator('.urgent form:has(select[name="country"])')
  await choice.locator('select').selectOption('GB')
  await withPage(page, () => choice.locator('button').click())

  expect(await page.locator('.exchange a[href^="tel:"]').count()).toBeGreaterThan(0)
  expect(await page.locator('input[name="region"]').first().inputValue()).toBe('GB')
})

it('without script, the page says why it gave an answer', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.answered, 'answered')

  await withPage(page, () => page.locator('button[name="why"]').click())

  expect(await page.locator('details.why').innerText()).toContain('genes')
  expect(await answerOn(page)).toContain('Genetics')
})

it('without script, a link leads to the very section of the document', async (test) => {
  const { page, address } = await openWithoutScript(test)
  await ask(page, address, questions.answered, 'answered')

  await withPage(page, () => page.locator('.answer a.link').click())

  expect(page.url()).toBe(`${address}/topics/low-serotonin#genetics`)
  await expect.poll(() => isAtTop(page.locator('#genetics'))).toBe(true)
})

it('without script, every page leads to help', async (test) => {
  const { page, address } = await openWithoutScript(test)

  const lines: string[] = []
  for (const path of paths) {
    await page.goto(address + path)
    await withPage(page, () => chooseCountry(page, 'US'))
    if ((await page.locator('a[href="tel:988"]').count()) > 0) lines.push(path)
  }

  expect(lines).toEqual(paths)
})

const paths = ['/', '/topics', '/topics/low-serotonin', '/support', '/about', '/privacy', '/nowhere', '/embed']

/** Does what leads to another page, and waits for that page. */
async function withPage(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await act()
  await loaded
}

function isAtTop(part: Locator): Promise<boolean> {
  return part.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 200)
}

function answerOn(page: Page): Promise<string> {
  return page.locator('.exchange .answer').first().innerText()
}
