import { directMessages } from './members.ts'
import type { SuggestedPrompts } from './message.ts'
import { type Args, type Method, textArg } from './method.ts'
import { SlackError } from './slack-error.ts'
import type { World } from './world.ts'

/** The methods about the app itself, people and the Messages tab. */
export const otherMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    token: 'bot',
    run: ({ team, app }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: 'Fake Workspace',
      user: 'pamphlet',
      team_id: team.id,
      user_id: app.botUser,
      bot_id: app.botId,
      ...(team.enterprise !== undefined && { enterprise_id: team.enterprise }),
      is_enterprise_install: app.orgWide,
    }),
  },
  'assistant.threads.setSuggestedPrompts': {
    token: 'bot',
    scope: 'assistant:write',
    badArguments: 'invalid_arguments',
    run: (world, args) => {
      // In the agent view prompts with a thread_ts are taken and then shown to nobody; here the fault is to be seen.
      if (args['thread_ts'] !== undefined) throw new SlackError('invalid_arguments')
      const channel = appMessages(world, args)
      const { title, prompts } = args as Partial<SuggestedPrompts>
      if (!Array.isArray(prompts)) throw new SlackError('invalid_arguments')
      world.prompts.set(channel, { channel, ...(title !== undefined && { title }), prompts })
      return {}
    },
  },
  'assistant.threads.setStatus': {
    token: 'bot',
    scope: 'assistant:write',
    run: (world, args) => {
      appMessages(world, args)
      if (textArg(args, 'thread_ts') === '') throw new SlackError('invalid_arguments')
      return {}
    },
  },
  'conversations.open': {
    token: 'bot',
    scope: 'im:write',
    run: (world, args) => {
      const user = textArg(args, 'users')
      if (!world.people.has(user)) throw new SlackError('user_not_found')
      return { channel: { id: directMessages(world, [user]).id } }
    },
  },
  'users.info': {
    token: 'bot',
    scope: 'users:read',
    run: (world, args) => {
      const person = world.people.get(textArg(args, 'user'))
      if (person === undefined) throw new SlackError('user_not_found')
      const { id, name, team, guest, locale } = person
      return {
        user: {
          id,
          team_id: team,
          name,
          is_bot: false,
          is_restricted: guest,
          ...(args['include_locale'] === true && { locale }),
        },
      }
    },
  },
}

function appMessages(world: World, args: Args): string {
  const channel = world.channels.get(textArg(args, 'channel_id'))
  if (channel?.kind !== 'im' || !channel.hasBot) throw new SlackError('channel_not_found')
  return channel.id
}
