import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { WebContext } from './web-env.ts'

/** A body that stays the same while the program runs, for as many browsers as ask. */
export type Same = { readonly plain: Encoded; readonly zipped: Encoded }

type Encoded = { readonly body: Buffer<ArrayBuffer>; readonly etag: string; readonly encoding: object }

/** Prepares a body once: as it is, and compressed. */
export function prepareSame(body: Buffer<ArrayBuffer> | string): Same {
  const plain = typeof body === 'string' ? Buffer.from(body) : body
  return {
    plain: encoded(plain, {}),
    zipped: encoded(gzipSync(plain, { level: 9 }), { 'content-encoding': 'gzip' }),
  }
}

/** Serves a prepared body, or says that the browser's own copy is still right. */
export function serveSame(
  context: WebContext,
  { plain, zipped }: Same,
  headers: Readonly<Record<string, string>>,
): Response {
  const { body, etag, encoding } = context.req.header('accept-encoding')?.includes('gzip') ? zipped : plain
  const shared = { 'cache-control': 'no-cache', vary: 'accept-encoding', etag, ...headers }
  if (isSame(context.req.header('if-none-match'), etag)) return context.body(null, 304, shared)
  return context.body(body, 200, { ...shared, ...encoding })
}

/** Proxies that compress by themselves weaken the tag, which means the same here. */
function isSame(known: string | undefined, etag: string): boolean {
  return known?.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag) ?? false
}

function encoded(body: Buffer<ArrayBuffer>, encoding: object): Encoded {
  return { body, encoding, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
