import type { Page, Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { ask, chooseCountry, questions } from './screens.ts'
import { startPage } from './start-page.ts'

/** A word that stands nowhere else. */
const canary = 'zorblaxium'

async function send(page: Page, question: string): Promise<void> {
  await page.locator('#ask').fill(question)
  await page.locator('#ask').press('Enter')
}

const helpTitle = (page: Page) => page.locator('#help :is(h1, h2)').textContent()

/** Holds up every answer until `next` lets the oldest through. */
async function holdAnswers(page: Page) {
  const held: Route[] = []
  await page.route('**/answer', (route) => void held.push(route))
  return { held, next: async () => held.shift()?.continue() }
}

it('a conversation stays, the newest first, on one page', async (test) => {
  const { address } = await startPage(test)
  const { page, requests } = await openBrowser(test)
  await ask(page, address, questions.answered, 'answered')

  await send(page, questions.unknown)
  await page.locator('.exchange').nth(1).waitFor()

  const asked = await page.locator('.exchange .asked').allTextContents()
  expect(asked).toEqual([expect.stringContaining(questions.unknown), expect.stringContaining(questions.answered)])
  expect(requests.filter((request) => request.isNavigationRequest())).toHaveLength(1)
  expect(await page.locator('#ask').inputValue()).toBe('')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask')
})

it('no address holds anything of a question or of a choice', async (test) => {
  const { address } = await startPage(test)
  const { page, requests } = await openBrowser(test)
  await ask(page, address, `how do genes matter to ${canary}`, 'not-found')

  await page.locator('.exchange button[name="why"]').click()
  await page.locator('.exchange .why[open]').waitFor()
  await chooseCountry(page, 'US')
  await page.locator('.exchange a[href^="tel:"]').first().waitFor()

  const addresses = new Set(requests.map((request) => request.url()))
  expect([...addresses].filter((each) => new URL(each).search !== '' || each.includes(canary))).toEqual([])
  expect(addresses).toContain(`${address}/answer`)
  expect(page.url()).toBe(`${address}/`)
})

it('a chosen country stays chosen for all that follows, and for earlier answers', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.answered, 'answered')
  await chooseCountry(page, 'US')
  await page.locator('.exchange').nth(1).waitFor()

  await page.locator('.exchange').nth(1).locator('button[name="support"]').first().click()
  await page.locator('.exchange').nth(2).waitFor()

  const newest = page.locator('.exchange').first()
  expect(await newest.locator('a[href="tel:988"]').count()).toBeGreaterThan(0)
})

it('the part that says where help is has the lines of the country that was chosen, and the latest', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  const before = await page.locator('#help a[href^="tel:"]').count()
  const [title, action] = [await helpTitle(page), await page.locator('#help form').getAttribute('action')]

  await chooseCountry(page, 'US')
  await page.locator('#help a[href="tel:988"]').first().waitFor()
  await chooseCountry(page, 'GB')
  await page.locator('#help a[href="tel:116123"]').first().waitFor()

  expect(before).toBe(0)
  expect(await page.locator('#help a[href="tel:988"]').count()).toBe(0)
  expect(await page.locator('#help select').inputValue()).toBe('GB')
  expect([await helpTitle(page), await page.locator('#help form').getAttribute('action')]).toEqual([title, action])
  expect(await page.locator('#help :is(h1, h2)').count()).toBe(1)
})

it('where the lines of a country do not come, what says where help is stays as it was', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  await page.route('**/support', (route) => route.fulfill({ status: 500, body: '<section id="help">Fault</section>' }))
  const before = await page.locator('#help').innerText()
  const answered = page.waitForResponse('**/support')

  await chooseCountry(page, 'US')
  await answered
  await page.locator('.exchange a[href="tel:988"]').first().waitFor()

  expect(await page.locator('#help').innerText()).toBe(before)
})

it('the examples go with the first exchange', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  const before = await page.locator('.examples').count()

  await send(page, questions.answered)
  await page.locator('.exchange').waitFor()

  expect([before, await page.locator('.examples').count()]).toEqual([1, 0])
})

it('without a server what was typed stays, and a calm sentence says so', async (test) => {
  const { address, bot, stop } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.answered, 'answered')
  await stop()

  await send(page, questions.unknown)
  await expect.poll(() => page.locator('#notice').textContent()).not.toBe('')

  expect(await page.locator('#notice').textContent()).toBe(bot.chatWords('en').web.script.failed)
  expect(await page.locator('#ask').inputValue()).toBe(questions.unknown)
  expect(await page.locator('.exchange').count()).toBe(1)
  expect(await page.locator('#help').isVisible()).toBe(true)
})

it('who asks too fast is told so and keeps what they typed', async (test) => {
  const { address, bot } = await startPage(test, { settings: { isRateLimited: true } })
  const { page } = await openBrowser(test)
  await page.goto(address)
  const body = new URLSearchParams({ ask: questions.answered })
  await Promise.all(Array.from({ length: 30 }, () => fetch(`${address}/answer`, { method: 'POST', body })))

  await send(page, questions.unknown)
  await expect.poll(() => page.locator('#notice').textContent()).not.toBe('')

  expect(await page.locator('#notice').textContent()).toBe(bot.chatWords('en').notes.busy)
  expect(await page.locator('#ask').inputValue()).toBe(questions.unknown)
})

it('an empty box is answered with a hint, and asks nobody', async (test) => {
  const { address, bot } = await startPage(test)
  const { page, requests } = await openBrowser(test)
  await page.goto(address)

  await page.locator('#ask').fill('   ')
  await page.locator('#question button').click()

  expect(await page.locator('#notice').textContent()).toBe(bot.chatWords('en').web.ask.empty)
  expect(requests.filter((request) => request.method() === 'POST')).toEqual([])
  expect(await page.locator('#ask:focus').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('#ask').getAttribute('aria-describedby')).toContain('notice')
})

it('the hint of an empty box goes as soon as somebody types', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  await send(page, '')
  const before = await page.locator('#ask').getAttribute('aria-invalid')

  await page.locator('#ask').pressSequentially('x')

  expect([before, await page.locator('#ask').getAttribute('aria-invalid')]).toEqual(['true', null])
  expect(await page.locator('#notice').textContent()).toBe('')
})

it('nothing in an answer takes the focus by itself', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  await page.route('**/answer', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('<h2', '<h2 autofocus tabindex="-1"') })
  })

  await send(page, questions.answered)
  await page.locator('.exchange').waitFor()

  expect(await page.locator('.exchange [autofocus]').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask')
})

it('the same question sent twice in haste is one', async (test) => {
  const { address } = await startPage(test)
  const { page, requests } = await openBrowser(test)
  await page.goto(address)
  const { held, next } = await holdAnswers(page)
  await send(page, questions.answered)
  await expect.poll(() => held.length).toBe(1)

  await page.locator('#ask').press('Enter')
  await next()
  await page.locator('.exchange').waitFor()

  expect(requests.filter((request) => request.method() === 'POST')).toHaveLength(1)
  expect(await page.locator('[aria-busy="true"]').count()).toBe(0)
})

it('another question takes the place of one that is under way', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  const { held, next } = await holdAnswers(page)
  await send(page, questions.answered)
  await expect.poll(() => held.length).toBe(1)
  const busy = await page.locator('[aria-busy="true"]').count()
  const ended = page.waitForEvent('requestfailed')
  held.length = 0

  await send(page, questions.urgent)
  await ended
  await expect.poll(() => held.length).toBe(1)
  await next()
  await page.locator('.exchange').waitFor()

  expect(busy).toBe(1)
  expect(await page.locator('.exchange').getAttribute('data-outcome')).toBe('urgent')
  expect(await page.locator('#notice').textContent()).toBe('')
})

it('what is typed while an answer is under way stays', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.goto(address)
  const { held, next } = await holdAnswers(page)
  await send(page, questions.answered)
  await expect.poll(() => held.length).toBe(1)

  await page.locator('#ask').pressSequentially(' and then')
  await next()
  await page.locator('.exchange').waitFor()

  expect(await page.locator('#ask').inputValue()).toBe(`${questions.answered} and then`)
})

it('a long conversation keeps its last 30 exchanges', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await ask(page, address, questions.answered, 'answered')
  await page.locator('.exchange').evaluate((oldest) => {
    for (let more = 1; more < 30; more += 1) oldest.before(document.createElement('article'))
    for (const each of document.querySelectorAll('#conversation > article')) each.className = 'exchange'
  })

  await send(page, questions.unknown)
  await page.locator('.exchange .asked', { hasText: questions.unknown }).waitFor()

  expect(await page.locator('.exchange').count()).toBe(30)
  expect(await page.locator('.exchange .asked').allTextContents()).toEqual([expect.stringContaining(questions.unknown)])
})

it('an answer that does not come is not waited for without end', async (test) => {
  const { address, bot } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.clock.install()
  await page.goto(address)
  const { held } = await holdAnswers(page)
  await send(page, questions.answered)
  await expect.poll(() => held.length).toBe(1)

  await page.clock.fastForward('00:15')

  await expect.poll(() => page.locator('#notice').textContent()).toBe(bot.chatWords('en').web.script.failed)
  expect(await page.locator('#ask').inputValue()).toBe(questions.answered)
})

it('the link to a section is copied whole', async (test) => {
  const { address, bot } = await startPage(test)
  const { page, context } = await openBrowser(test, { permissions: ['clipboard-read', 'clipboard-write'] })
  await ask(page, address, questions.answered, 'answered')
  const { copied } = bot.chatWords('en').web.link

  await page.locator('.exchange button.copy').click()
  await expect.poll(() => page.locator('button.copy').textContent()).toBe(copied)

  const copy = await page.evaluate(() => navigator.clipboard.readText())
  const [announced] = await page.locator('[role="status"]:not(:empty)').allTextContents()
  expect(copy).toBe(`${address}/topics/low-serotonin#genetics`)
  expect(announced).toBe(copied)
  await (await context.newPage()).goto(copy)
})

it('a finger is taken to the answer, which the keyboard on the screen would hide', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } })

  await ask(page, address, questions.answered, 'answered')

  expect(await page.evaluate(() => document.activeElement?.matches('.exchange :is(h2, h3)'))).toBe(true)
})

it('somebody asks with a page whose script did not arrive', async (test) => {
  const { address } = await startPage(test)
  const { page } = await openBrowser(test)
  await page.route('**/assets/chat.js', (route) => route.abort())

  await ask(page, address, questions.answered, 'answered')

  expect(await page.locator('.exchange .asked').textContent()).toContain(questions.answered)
})
