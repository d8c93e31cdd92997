import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** What each request brings with it. */
export type WebEnv = {
  Bindings: HttpBindings
  Variables: {
    /** Address that the request comes from, as far as it is known. */
    address: string
    /** The language that the browser names first, BCP 47. */
    locale: string | undefined
    /** Bytes of a body that are read; what is longer is refused. */
    mostBytes: number
  }
}

export type WebContext = Context<WebEnv>
