import type { Frame, Page } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'
import { inTurn } from './in-turn.ts'
import { openBrowser } from './open-browser.ts'
import { questions } from './screens.ts'
import { startPage } from './start-page.ts'
import { startSite } from './start-site.ts'

/** Serves a chat and another site; `bodyOf` writes that site's page for the address of the chat. */
async function startBoth(test: TestContext, bodyOf: (chat: string) => string, isAllowed = true) {
  let chat = ''
  const site = await startSite(test, () => chat)
  const { address } = await startPage(test, { settings: { widgetOrigins: isAllowed ? [site.origin] : [] } })
  chat = address
  site.write(bodyOf(chat))
  return { chat, site: site.origin }
}

const tag = (chat: string) => `<script src="${chat}/widget.js" async></script>`

/** The frame of the chat, once its page is there. */
async function frameOf(page: Page, chat: string): Promise<Frame> {
  await page.frameLocator('iframe').locator('#ask').waitFor()
  const frame = page.frames().find((each) => each.url() === `${chat}/embed`)
  if (frame === undefined) throw new Error('The site shows no chat')
  return frame
}

/** Height of the chat, and that of its frame in pixels. */
const heights = [
  ['600px', 600],
  ['100px', 320],
  ['5000px', 900],
] as const

const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)

it('the frame stands in place of its tag and is as high as the chat, between limits', async (test) => {
  const { chat, site } = await startBoth(test, (address) => `${tag(address)}<p>Further down</p>`)
  const { page } = await openBrowser(test)
  await page.clock.install()
  await page.goto(site)
  const frame = await frameOf(page, chat)

  const seen = await inTurn(heights, async ([content, expected]) => {
    await frame.evaluate((blockSize) => {
      const planted = document.createElement('p')
      Object.assign(planted.style, { margin: '0', blockSize })
      document.body.replaceChildren(planted)
      Object.assign(document.body.style, { margin: '0', padding: '0' })
    }, content)
    await expect.poll(() => heightOf(page)).toBe(expected)
    return heightOf(page)
  })
  await page.clock.fastForward('00:10')

  expect(seen).toEqual([600, 320, 900])
  expect(await page.locator('iframe + p').textContent()).toBe('Further down')
})

it('what somebody asks on another site goes on in the frame, and its links open beside it', async (test) => {
  const { chat, site } = await startBoth(test, tag)
  const { page, requests } = await openBrowser(test)
  await page.goto(site)
  const frame = await frameOf(page, chat)
  await frame.locator('#ask').fill(questions.answered)
  await frame.locator('#ask').press('Enter')

  await frame.locator('.exchange button[name="show"]').first().click()
  await frame.locator('.exchange').nth(1).waitFor()

  const links = await frame
    .locator('.exchange a[href^="/"], .exchange a[href^="http"]')
    .evaluateAll((all) => all.map((each) => [each.getAttribute('target'), each.getAttribute('rel')].join(' ')))
  expect(frame.url()).toBe(`${chat}/embed`)
  expect(requests.filter((request) => new URL(request.url()).search !== '')).toEqual([])
  expect(links.length).toBeGreaterThan(0)
  expect(new Set(links)).toEqual(new Set(['_blank noopener']))
})

it('chat and site cannot reach into each other', async (test) => {
  const { chat, site } = await startBoth(test, tag)
  const { page } = await openBrowser(test)
  await page.goto(site)
  const frame = await frameOf(page, chat)

  const fromChat = await frame.evaluate(() => {
    const tries = [() => parent.document.title, () => parent.location.href, () => parent.localStorage.length]
    return tries.map((reach) => {
      try {
        return `${reach()}`
      } catch (error) {
        return error instanceof Error ? error.name : ''
      }
    })
  })
  const fromSite = await page.locator('iframe').evaluate((element) => {
    return element instanceof HTMLIFrameElement && element.contentDocument === null
  })

  expect(fromChat).toEqual(['SecurityError', 'SecurityError', 'SecurityError'])
  expect(fromSite).toBe(true)
  expect(await page.locator('iframe').getAttribute('sandbox')).not.toContain('top-navigation')
})

it('nothing of the site is changed, or told to the chat', async (test) => {
  const { chat, site } = await startBoth(test, (address) => `<div id="here"></div>${tag(address)}`)
  const { page, requests } = await openBrowser(test)
  await page.addInitScript(() => {
    const names = new Set(Object.getOwnPropertyNames(window))
    Reflect.set(window, 'added', () => Object.getOwnPropertyNames(window).filter((name) => !names.has(name)))
  })
  await page.goto(`${site}/patients?name=zorblaxium`)
  await frameOf(page, chat)

  const added = await page.evaluate(() => Reflect.get(window, 'added')())

  // A frame stands among the properties of its window by its number.
  expect(added).toEqual(['0', 'added'])
  const toChat = requests.filter((request) => request.url().startsWith(chat) && request.frame() !== page.mainFrame())
  expect(toChat.length).toBeGreaterThan(0)
  const told = await Promise.all(toChat.map(async (request) => [request.url(), await request.allHeaders()]))
  expect(JSON.stringify(told)).not.toContain('zorblaxium')
})

it('two tags give two chats, each in its place, with the title and height that it asks for', async (test) => {
  const { chat, site } = await startBoth(
    test,
    (address) =>
      `<script src="${address}/widget.js" data-into="#here" data-title="Fragen" data-height="500"></script>
       ${tag(address)}<div id="here"></div>`,
  )
  const { page } = await openBrowser(test)
  await page.goto(site)
  const chosen = page.locator('#here > iframe[title="Fragen"]')

  await page.frameLocator('#here > iframe').locator('#ask').waitFor()
  await page.frameLocator('body > iframe').locator('#ask').waitFor()

  expect(await page.locator('iframe').count()).toBe(2)
  expect(await chosen.getAttribute('src')).toBe(`${chat}/embed`)
  expect(await chosen.evaluate((frame) => frame.getBoundingClientRect().height)).toBe(500)
})

it('a site that is not allowed shows a link to the chat and no broken frame', async (test) => {
  const { chat, site } = await startBoth(test, (address) => `${tag(address)}<p>Further down</p>`, false)
  const { page, problems } = await openBrowser(test)
  await page.goto(site)

  const link = page.locator('a', { hasText: 'Health questions' })
  await link.waitFor()

  expect(await link.getAttribute('href')).toBe(`${chat}/`)
  expect(await page.locator('a + p').textContent()).toBe('Further down')
  expect(await page.locator('iframe').count()).toBe(0)
  // The browser says why, to whoever runs the site.
  expect(problems.splice(0)).toEqual([expect.stringContaining('frame-ancestors')])
})
