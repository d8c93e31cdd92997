import { App, type Receiver, type webApi } from '@slack/bolt'
import type { Log } from '../../operations/log.ts'
import { dropNulls } from './drop-nulls.ts'
import type { Delivered, Events } from './events.ts'
import { quietLogger } from './quiet-logger.ts'
import type { LeanMessage } from './read-message.ts'
import type { LeanBody, Workspace } from './workspace.ts'

export type ListenParts = {
  readonly receiver: Receiver
  readonly events: Events
  readonly token: string
  readonly clientOptions: webApi.WebClientOptions
  /** The installation that something happened in; undefined for one that is not ours. */
  readonly findWorkspace: (body: LeanBody) => Workspace | undefined
  /** The app has been removed from a workspace, or its token revoked. */
  readonly onRevoked: (workspace: Workspace, reason: string) => void
  /** Is given all work, for it to be waited for at the end. */
  readonly track: (work: Promise<void>) => Promise<void>
  readonly log: Log
}

/** Builds Bolt's app: everything is acknowledged before any work, and handed on with the workspace that it happened in. */
export function listen({
  receiver,
  events,
  token,
  clientOptions,
  findWorkspace,
  onRevoked,
  track,
  log,
}: ListenParts): App {
  const app = new App({
    receiver,
    clientOptions,
    logger: quietLogger,
    // Known without a call, so that whatever is signed is taken in while the Web API is down.
    authorize: async ({ teamId, enterpriseId }, body) => {
      const workspace = findWorkspace(body ?? { team_id: teamId, enterprise_id: enterpriseId })
      if (workspace === undefined) throw new OtherWorkspace('not the workspace that the token is for')
      const botUserId = workspace.botUserId()
      return { botToken: token, workspace, ...(botUserId === undefined ? {} : { botUserId }) }
    },
    // Bot and own messages are left out in one place, with whatever else is no question.
    ignoreSelf: false,
    convoStore: false,
  })
  app.error(async (error) => {
    const { original } = error as { readonly original?: unknown }
    if (original instanceof OtherWorkspace) log.warn('other-workspace', { platform: 'slack' })
    else log.error('event-failed', { platform: 'slack', error })
  })

  app.use(async ({ body, next }) => {
    dropNulls(body)
    await next()
  })

  app.event('app_mention', ({ event, body, context }) =>
    track(events.onMention(event as LeanMessage, workspaceOf(context), deliveredBy(body, event))),
  )
  app.event('message', ({ event, body, context }) =>
    track(events.onMessage(event as LeanMessage, workspaceOf(context), deliveredBy(body, event))),
  )
  app.event('app_home_opened', ({ event, body, context }) =>
    track(events.onTabOpened(event, workspaceOf(context), deliveredBy(body, event))),
  )
  app.event('app_uninstalled', async ({ body }) => revoked(body, 'the app was removed from the workspace'))
  app.event('tokens_revoked', async ({ event, body }) => {
    const { tokens } = event as { readonly tokens?: { readonly bot?: readonly string[] } }
    // Tokens of people may be among them; an app has one bot in a workspace.
    if ((tokens?.bot ?? []).length > 0) revoked(body, 'the token was revoked')
  })
  // A workspace may give the command another name where two apps have the same.
  app.command(/^\//, async ({ command, ack, context }) => {
    await ack()
    await track(events.onCommand(command, workspaceOf(context), command.trigger_id))
  })
  app.shortcut({ type: 'message_action' }, async ({ shortcut, ack, context }) => {
    await ack()
    await track(events.onShortcut(shortcut, workspaceOf(context), shortcut.trigger_id))
  })
  app.action(/./, async ({ body, ack, context }) => {
    await ack()
    await track(events.onPress(body, workspaceOf(context)))
  })
  return app

  function revoked(body: LeanBody, reason: string): void {
    const workspace = findWorkspace(body)
    if (workspace !== undefined) onRevoked(workspace, reason)
  }
}

/** Something that happened where another token would be needed. */
class OtherWorkspace extends Error {
  override readonly name = 'OtherWorkspace'
}

function workspaceOf(context: object): Workspace {
  return (context as { readonly workspace: Workspace }).workspace
}

function deliveredBy(body: object, event: object): Delivered {
  const { event_id: eventId } = body as { readonly event_id?: string }
  const { client_msg_id: clientMessageId } = event as { readonly client_msg_id?: string }
  return {
    ...(eventId === undefined ? {} : { eventId }),
    ...(clientMessageId === undefined ? {} : { clientMessageId }),
  }
}
