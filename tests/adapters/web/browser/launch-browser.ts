import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/**
 * Starts the Chromium of this machine, without a window; undefined where there is none.
 *
 * It reaches no other machine: every name and number but this machine's own is unknown to it.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  const wanted = process.env['CHROMIUM_PATH']
  const executablePath = (wanted === undefined ? places : [wanted]).find((place) => existsSync(place))
  if (executablePath === undefined) return undefined
  return await chromium.launch({
    executablePath,
    // Chromium refuses to start its sandbox for root, as whom programs run in many containers.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  })
}

/** What to do where there is no browser. */
export const noBrowser =
  'No Chromium here: install one (such as "apt-get install chromium"), or set CHROMIUM_PATH to where it is'

/** Where systems put it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
