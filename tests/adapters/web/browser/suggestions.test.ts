import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bot, botOver, gardenDocuments, shippedDocuments } from '../../../responder/shipped-bot.ts'
import { inTurn } from './in-turn.ts'
import { openBrowser } from './open-browser.ts'
import { startPage } from './start-page.ts'

const options = (page: Page) => page.locator('#suggestions [role="option"]')

/** Opens the chat and types as a person does, letter for letter. */
async function type(page: Page, address: string, typed: string): Promise<void> {
  await page.goto(address)
  await page.locator('#ask').pressSequentially(typed)
}

it('a misspelt, half-typed name brings topics, and the arrows and Enter show one', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await type(page, address, 'genetcs')
  await options(page).first().waitFor()

  await page.keyboard.press('ArrowDown')
  const [name, active] = [
    await page.locator('[aria-selected="true"]').textContent(),
    await page.locator('#ask').getAttribute('aria-activedescendant'),
  ]
  await page.keyboard.press('Enter')
  const exchange = page.locator('.exchange')

  expect(name).toContain('Genetics')
  expect(active).toBe('suggestion-0')
  expect(await exchange.locator('h2').textContent()).toContain('Genetics')
  expect(await exchange.locator('.asked').count()).toBe(0)
  expect(await page.locator('#ask').inputValue()).toBe('')
  expect(await options(page).first().isVisible()).toBe(false)
})

it('none is chosen by itself, so that Enter asks what was typed', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await type(page, address, 'genetics')
  await options(page).first().waitFor()

  await page.keyboard.press('Enter')

  expect(await page.locator('.exchange .asked').textContent()).toContain('genetics')
})

it('the arrows pass by what was typed on their way round, and Enter asks it there', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await type(page, address, 'run in fam')
  await options(page).first().waitFor()
  const count = await options(page).count()
  const presses = Array.from({ length: count + 2 }, () => 'ArrowUp')

  const chosen = await inTurn(presses, async (key) => {
    await page.keyboard.press(key)
    return page.locator('#ask').getAttribute('aria-activedescendant')
  })

  const names = Array.from({ length: count }, (_, index) => `suggestion-${count - 1 - index}`)
  expect(chosen).toEqual([...names, null, names[0]])
})

it.for([
  // up to three letters are a whole word
  ['gut', 'Gut health'],
  // four begin one
  ['diet', 'Diet'],
  ['stre', 'Stress'],
  // more may hold an error
  ['strss', 'Stress'],
  // a word of a question
  ['pills', 'Medications'],
] as const)('"%s" brings "%s"', async ([typed, heading], test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)

  await type(page, address, typed)

  expect(await options(page).first().textContent()).toContain(heading)
})

it('a topic says under which name it was found', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)

  await type(page, address, 'run in fam')

  expect(await options(page).first().textContent()).toBe('Genetics Does low serotonin run in families?')
})

it.for(['Escape', 'Tab'])('%s closes the list and leaves what was typed', async (key, test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  const box = page.locator('#ask')
  await type(page, address, 'stress')
  await options(page).first().waitFor()
  const before = await box.getAttribute('aria-expanded')

  await page.keyboard.press(key)

  expect([before, await box.getAttribute('aria-expanded')]).toEqual(['true', 'false'])
  expect(await options(page).count()).toBe(0)
  expect(await box.inputValue()).toBe('stress')
})

it('a click on a topic shows it', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await type(page, address, 'stress')

  await options(page).first().click()

  expect(await page.locator('.exchange h2').textContent()).toContain('Stress')
})

it('how many there are is said to those who cannot see them', async (test) => {
  const { address, bot: served } = await startPage(test)
  const { page } = await openBrowser(test)

  await type(page, address, 'serotonin')
  await options(page).first().waitFor()

  const count = await options(page).count()
  expect(count).toBeGreaterThan(1)
  expect(count).toBeLessThanOrEqual(6)
  expect(await page.locator('[role="status"]:not(:empty)').textContent()).toBe(
    served.chatWords('en').web.script.found.replace('{count}', String(count)),
  )
})

it('nothing is offered for nonsense, for a question, or for what people in distress begin to write', async (test) => {
  const { address } = await startPage(test, { bot: botOver([...shippedDocuments, ...gardenDocuments]) })
  const { page } = await openBrowser(test)
  await type(page, address, 'genetics')
  await options(page).first().waitFor()

  // What is typed is looked up at once, as soon as there is anything to look it up in.
  const isOffered = async (typed: string) => {
    await page.locator('#ask').fill(typed)
    return page.locator('#suggestions').isVisible()
  }
  const seen = await inTurn(unoffered, async (typed) => [typed, await isOffered('genetics'), await isOffered(typed)])

  expect(seen).toEqual(unoffered.map((typed) => [typed, true, false]))
})

const unoffered = [
  'x',
  'asdfghjk',
  'hello',
  // a slip of "does", with which many questions begin
  'dose',
  // whole words, and beginnings of them
  'die',
  'dyin',
  'kill',
  'kill m',
  'kill mys',
  'hurt mys',
  'cut m',
  'cut mys',
  'i want',
  'want to d',
  'i want to die',
  'end m',
  'end my life',
  'suic',
  'suicid',
  'overd',
  'he hits me',
  // who asks for help is not to be held up by a topic
  'help',
  'help me',
  'i need help',
  'suppor',
  'chest pain',
  'Does low serotonin run in families or not?',
]

it('what is typed leaves the browser only when it is asked', async (test) => {
  const { address } = await startPage(test)
  const { page, requests } = await openBrowser(test)
  await page.goto(address)
  const before = requests.length

  await page.locator('#ask').pressSequentially('stress')
  await options(page).first().waitFor()

  const since = requests.slice(before).filter((request) => ['fetch', 'script'].includes(request.resourceType()))
  const files = since.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)
  expect(files.toSorted()).toEqual(['GET /api/topics', 'GET /assets/fuse.mjs'])
})

it('without the list of topics somebody asks all the same', async (test) => {
  const { address } = await startPage(test)
  const { page, context } = await openBrowser(test)
  await context.route('**/api/topics', (route) => route.abort())
  const gone = page.waitForEvent('requestfailed')
  await type(page, address, 'genetics')
  await gone

  await page.keyboard.press('Enter')

  expect(await page.locator('.exchange .asked').textContent()).toContain('genetics')
})

/** More sections than are sent to a browser. */
const largeBot = {
  ...botOver([...shippedDocuments, ...gardenDocuments]),
  places: () => Array.from({ length: 50 }, () => bot.places()).flat(),
}

it('where there are many topics the server looks them up, and no address says what for', async (test) => {
  const { address } = await startPage(test, { bot: largeBot })
  const { page, requests } = await openBrowser(test)

  await type(page, address, 'genetcs')
  await options(page).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  expect(await page.locator('.exchange h2').textContent()).toContain('Genetics')
  const addresses = requests.map((request) => request.url())
  expect(addresses).toContain(`${address}/api/suggest`)
  expect(addresses).not.toContain(`${address}/api/topics`)
  expect(addresses.filter((each) => each.includes('gene'))).toEqual([])
})
