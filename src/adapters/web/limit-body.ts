import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { WebContext, WebEnv } from './web-env.ts'

/**
 * Reads the body of every request, or refuses it as too large.
 *
 * It reads from the connection itself: a body that is read through a stream of the web costs as much again as an answer. The
 * server takes what stands in `rawBody` for the body (README of @hono/node-server).
 */
export function limitBody(refuse: (context: WebContext) => Response | Promise<Response>): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const { incoming } = context.env
    const body = await readBody(incoming, context.get('mostBytes'))
    if (body === 'too-large') return refuse(context)
    // Nobody is there any more to read an answer.
    if (body === 'broken-off') return context.body(null, 400)
    Object.assign(incoming, { rawBody: body })
    return next()
  }
}

function readBody(incoming: HttpBindings['incoming'], maxBytes: number): Promise<Buffer | 'too-large' | 'broken-off'> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large')

  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      chunks.push(chunk)
      if (bytes <= maxBytes) return
      incoming.off('data', take)
      resolve('too-large')
    }
    incoming.on('data', take)
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    incoming.once('close', () => resolve('broken-off'))
  })
}
