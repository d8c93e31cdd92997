import { sendEvent } from './events.ts'
import type { World } from './world.ts'

/** How the app loses its place in the workspace. */
export type Endings = {
  /** Tokens are revoked: tokens_revoked is delivered, and every call answers token_revoked. */
  readonly revoke: () => void
  /** The app is removed: both events in this order (app_uninstalled first if left out), and every call answers account_inactive. */
  readonly uninstall: (first?: 'app_uninstalled' | 'tokens_revoked') => void
}

/** Makes the endings of a world; the order of the two events is not guaranteed (docs.slack.dev, app_uninstalled, 2026-11-23). */
export function createEndings(world: World): Endings {
  const send = {
    app_uninstalled: () => sendEvent(world, { type: 'app_uninstalled' }),
    tokens_revoked: () => sendEvent(world, { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.app.botUser] } }),
  }
  return {
    revoke: () => {
      world.ended = 'token_revoked'
      send.tokens_revoked()
    },
    uninstall: (first = 'app_uninstalled') => {
      world.ended = 'account_inactive'
      send[first]()
      send[first === 'app_uninstalled' ? 'tokens_revoked' : 'app_uninstalled']()
    },
  }
}
