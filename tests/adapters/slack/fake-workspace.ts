import type { SlackApi } from '../../../src/adapters/slack/slack-api.ts'
import type { Workspace } from '../../../src/adapters/slack/workspace.ts'

/** A workspace for what only reads, where a call is a mistake; left out, it is not known yet who the bot is. */
export function fakeWorkspace(botUserId?: string): Workspace {
  const api = new Proxy({} as SlackApi, {
    get: (_, method) => {
      throw new Error(`Nothing is to be called here, least of all ${String(method)}`)
    },
  })
  return { id: 'fake-workspace', api, botUserId: () => botUserId }
}
