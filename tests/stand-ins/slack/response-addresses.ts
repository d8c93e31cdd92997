import { addMessage, botMessage, changeMessage, removeMessage, showTo, withBlockIds } from './messages.ts'
import { textArg } from './method.ts'
import { messageKey, type ResponseAddress, type World } from './world.ts'

/** Carries out what the app sent to a response address; gives Slack's word for what is wrong with it. */
export function respond(
  world: World,
  { user, channel, original }: ResponseAddress,
  body: Readonly<Record<string, unknown>>,
): 'no_text' | undefined {
  const key = messageKey(channel, original ?? '')
  if (body['delete_original'] === true) return removeOriginal(world, key)
  if (body['text'] === undefined && body['blocks'] === undefined) return 'no_text'

  const text = textArg(body, 'text')
  const ephemeral = world.ephemerals.get(key)
  const message = world.messages.get(key)
  if (body['replace_original'] === true && ephemeral !== undefined) {
    world.ephemerals.set(key, { ...ephemeral, text, blocks: withBlockIds(world, body['blocks']) })
    world.changed()
    return undefined
  }
  if (body['replace_original'] === true && message !== undefined) {
    changeMessage(world, message, { text, blocks: withBlockIds(world, body['blocks']) })
    return undefined
  }

  const threadTs = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : undefined
  const fresh = botMessage(world, channel, { text, blocks: body['blocks'], threadTs })
  if (body['response_type'] === 'in_channel') addMessage(world, { ...fresh, subtype: 'bot_message' })
  else showTo(world, user, fresh)
  return undefined
}

/** Why a response address takes nothing any more, in Slack's words; five uses in half an hour (docs.slack.dev, handling user interaction, 2026-11-23). */
export function whyClosed(world: World, address: ResponseAddress | undefined, lifeMs: number): string | undefined {
  if (address === undefined) return 'no_service'
  if (world.ended !== undefined) return 'no_active_hooks'
  if (performance.now() - address.at > lifeMs) return 'expired_url'
  return address.uses >= mostUses ? 'used_url' : undefined
}

function removeOriginal(world: World, key: string): undefined {
  world.ephemerals.delete(key)
  const message = world.messages.get(key)
  if (message !== undefined) removeMessage(world, message)
  world.changed()
  return undefined
}

const mostUses = 5
