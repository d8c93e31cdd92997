import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { WebContext } from './web-env.ts'

/**
 * The address that a request comes from.
 *
 * A proxy that is trusted adds whom it heard at the end of X-Forwarded-For; what stands before that anybody can have written.
 * Some add a port, which changes with each connection.
 */
export function addressOf(context: WebContext, isProxyTrusted: boolean): string {
  const told = isProxyTrusted ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const [, bracketed, dotted] = /^(?:\[([\da-f:.%]+)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/i.exec(told ?? '') ?? []
  const address = bracketed ?? dotted ?? told ?? ''
  return isIP(address) === 0 ? (getConnInfo(context).remote.address ?? '') : address
}
