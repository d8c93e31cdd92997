/**
 * What the app's manifests ask Slack for; a test holds them to this table.
 *
 * Which event and method needs which scope is said on its page under https://docs.slack.dev/reference, checked 2026-11-23.
 */
export const manifestFacts = {
  command: '/ask',
  /** `callback_id` of the message shortcut. */
  shortcut: 'answer_this',
  events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
  /** Listed in the manifest as the others are, since it knows no optional events; they come where their scope is granted. */
  optionalEvents: ['message.channels', 'message.groups'],
  /** Each scope with what it is for. */
  scopes: {
    'app_mentions:read': 'to get the messages that mention it, in channels that it was added to',
    'assistant:write': 'to offer questions when its Messages tab opens',
    'chat:write': 'to answer, and to delete an answer on request',
    commands: 'to offer /ask and the message shortcut',
    'im:history': 'to get what people write to it in a direct message',
  },
  /** Left out by whoever installs the app without them; follow-ups in threads then need a mention each. */
  optionalScopes: {
    'channels:history': 'to hear a follow-up in its own threads without a new mention, in public channels',
    'groups:history': 'the same in private channels',
  },
} as const

/** The methods that are called, with the scope that each needs of the bot token. */
export const methods = {
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': 'none',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'views.open': 'none',
  'views.publish': 'none',
  'views.update': 'none',
} as const
