import { createHash } from 'node:crypto'
import type { WebContext } from '../web-env.ts'

/** Serves a value that stays the same while the program runs; it is made when first asked for. */
export function serveJson(make: () => object): (context: WebContext) => Response {
  let made: { readonly body: string; readonly etag: string } | undefined

  return (context) => {
    made ??= withTag(JSON.stringify(make()))
    const headers = { etag: made.etag, 'cache-control': 'no-cache' }
    if (context.req.header('if-none-match') === made.etag) return context.body(null, 304, headers)
    return context.body(made.body, 200, { ...headers, 'content-type': 'application/json' })
  }
}

function withTag(body: string): { readonly body: string; readonly etag: string } {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
