import type { APIMessage, APIUser } from 'discord.js'
import type { AllowedMentions } from './message-body.ts'
import type { World } from './world.ts'

type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>

/**
 * Whom a text pings.
 *
 * Without `allowed` it is everybody who is named, and the author of the message that is replied to: Discord's default.
 */
export function mentionsIn(
  world: World,
  text: string,
  allowed: AllowedMentions = { parse: ['users', 'roles', 'everyone'], replied_user: true },
  repliedTo?: APIUser,
): Mentions {
  const parse = allowed.parse ?? []
  const users = named(text, /<@!?(\d+)>/g).filter((id) => parse.includes('users') || allowed.users?.includes(id))
  const pinged = repliedTo !== undefined && allowed.replied_user === true ? [repliedTo.id, ...users] : users

  return {
    mentions: [...new Set(pinged)].flatMap((id) => userOf(world, id, repliedTo) ?? []),
    mention_roles: named(text, /<@&(\d+)>/g).filter((id) => parse.includes('roles') || allowed.roles?.includes(id)),
    mention_everyone: parse.includes('everyone') && /@(?:everyone|here)/.test(text),
  }
}

function userOf(world: World, id: string, repliedTo?: APIUser): APIUser | undefined {
  if (id === world.bot.id) return world.bot
  return id === repliedTo?.id ? repliedTo : world.people.get(id)?.user
}

function named(text: string, token: RegExp): readonly string[] {
  return [...text.matchAll(token)].map(([, id]) => id ?? '')
}
