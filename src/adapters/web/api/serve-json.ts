import { prepareSame, type Same, serveSame } from '../serve-same.ts'
import type { WebContext } from '../web-env.ts'

/** Serves a value that stays the same while the program runs; it is made when first asked for. */
export function serveJson(make: () => object): (context: WebContext) => Response {
  let made: Same | undefined

  return (context) => {
    made ??= prepareSame(JSON.stringify(make()))
    return serveSame(context, made, { 'content-type': 'application/json' })
  }
}
