import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { prepareSame, serveSame } from './serve-same.ts'
import type { WebEnv } from './web-env.ts'

/** The same depth from `src/` and from `dist/`. */
const publicFolder = new URL('../../../public/', import.meta.url)

const javascript = 'text/javascript; charset=utf-8'

/** Every file that browsers may have, by its address. */
const assets = [
  ['/assets/style.css', 'style.css', 'text/css; charset=utf-8'],
  ['/assets/chat.js', 'chat.js', javascript],
  ['/assets/suggestions.js', 'suggestions.js', javascript],
  ['/assets/icon.svg', 'icon.svg', 'image/svg+xml'],
  ['/widget.js', 'widget.js', javascript],
] as const

/** Serves the files that pages are made with; they are read once. */
export function createAssetRoutes(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  // The same library that finds topics here finds them in the browser, so that what is typed need not leave it.
  const fuse = fileURLToPath(import.meta.resolve('fuse.js/min-basic'))
  const files = assets.map(([address, name, type]) => [address, fileURLToPath(new URL(name, publicFolder)), type])
  for (const [address = '', path = '', type = ''] of [...files, ['/assets/fuse.mjs', fuse, javascript]]) {
    const file = prepareSame(readFileSync(path))
    // Sites that embed the chat load the widget from elsewhere.
    const shared = address === '/widget.js' ? { 'cross-origin-resource-policy': 'cross-origin' } : {}
    routes.get(address, (context) => serveSame(context, file, { 'content-type': type, ...shared }))
  }
  return routes
}
