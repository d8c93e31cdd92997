import type { types } from '@slack/bolt'
import type { View } from './message.ts'
import { withBlockIds } from './messages.ts'
import type { World } from './world.ts'

/** Makes a view of what the app sent. */
export function makeView(
  world: World,
  user: string,
  sent: Readonly<Record<string, unknown>>,
  id = world.newId('V'),
): View {
  const title = sent['title'] as types.PlainTextElement | undefined
  return {
    id,
    type: sent['type'] === 'home' ? 'home' : 'modal',
    hash: world.newTs(),
    user,
    ...(title !== undefined && { title }),
    callback_id: textOf(sent['callback_id']),
    private_metadata: textOf(sent['private_metadata']),
    external_id: textOf(sent['external_id']),
    blocks: withBlockIds(world, sent['blocks']),
  }
}

/** A view as Slack writes it into answers and interactions. */
export function viewPayload({ team, app }: World, { user: _user, ...view }: View): object {
  return {
    ...view,
    team_id: team.id,
    state: { values: {} },
    clear_on_close: false,
    notify_on_close: false,
    root_view_id: view.id,
    previous_view_id: null,
    app_id: app.id,
    app_installed_team_id: app.orgWide ? team.enterprise : team.id,
    bot_id: app.botId,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
