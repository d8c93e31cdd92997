import { mkdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { root } from '../../../responder/shipped-bot.ts'
import { launchBrowser, noBrowser } from './launch-browser.ts'
import { screens } from './screens.ts'
import { startPage } from './start-page.ts'

const folder = join(root, 'docs/screenshots')

type Shot = { readonly name: string; readonly shown: string; readonly options: BrowserContextOptions }

/** High enough for a whole answer, down to its disclaimer. */
const wide = { width: 1000, height: 1150 }

const shots: readonly Shot[] = [
  { name: 'chat', shown: 'an answer', options: { viewport: wide } },
  { name: 'chat-dark', shown: 'an answer', options: { viewport: wide, colorScheme: 'dark' } },
  { name: 'chat-narrow', shown: 'an answer', options: { viewport: { width: 390, height: 844 } } },
  { name: 'topics', shown: 'the list of topics', options: { viewport: wide } },
  {
    name: 'urgent',
    shown: 'an urgent card with the lines of a country',
    // Then the page holds the card alone, and not what was asked before it.
    options: { viewport: wide, javaScriptEnabled: false },
  },
]

const browser = await launchBrowser()
if (browser === undefined) throw new Error(noBrowser)
const ends: (() => Promise<void>)[] = []
try {
  const { address } = await startPage({ onTestFinished: (end) => ends.push(end) })
  mkdirSync(folder, { recursive: true })
  for (const { name, shown, options } of shots) {
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
    const page = await context.newPage()
    await screens[shown]?.(page, address)
    const path = join(folder, `${name}.png`)
    await page.mouse.move(0, 0)
    await page.screenshot({ path, animations: 'disabled' })
    await context.close()
    console.info(`${relative(root, path)}: ${Math.round(statSync(path).size / 1000)} kB`)
  }
} finally {
  await browser.close()
  for (const end of ends) await end()
}
