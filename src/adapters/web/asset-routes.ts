import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
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
    const plain = encoded(readFileSync(path), {})
    const zipped = encoded(gzipSync(plain.body, { level: 9 }), { 'content-encoding': 'gzip' })
    routes.get(address, (context) => {
      const { body, etag, encoding } = context.req.header('accept-encoding')?.includes('gzip') ? zipped : plain
      const headers = { 'content-type': type, 'cache-control': 'no-cache', vary: 'accept-encoding', etag, ...encoding }
      if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers)
      // Sites that embed the chat load the widget from elsewhere.
      if (address === '/widget.js') context.header('cross-origin-resource-policy', 'cross-origin')
      return context.body(body, 200, headers)
    })
  }
  return routes
}

function encoded(body: Buffer<ArrayBuffer>, encoding: { readonly 'content-encoding'?: 'gzip' }) {
  return { body, encoding, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
