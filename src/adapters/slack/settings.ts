import { z } from 'zod'
import { apiUrl } from '../api-url.ts'

export type SlackSettings = {
  /** The bot's token, a secret. */
  readonly botToken: string
  /** How events arrive. */
  readonly connection: SlackConnection
  /** Base of the Web API's address, with a slash at its end. */
  readonly apiUrl: string
  /** Channels in which mentions are answered; empty means all. */
  readonly channels: readonly string[]
}

export type SlackConnection =
  /** Over a connection that the bot opens, with the app's token, a secret. */
  | { readonly type: 'socket'; readonly appToken: string }
  /** By requests to the HTTP server, signed with a secret. */
  | { readonly type: 'http'; readonly signingSecret: string }

const slackApi = 'https://slack.com/api'

/** Slack's settings as they stand in the environment, and the ones it cannot start without. */
export const slack = {
  needs: [['SLACK_BOT_TOKEN'], ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']],
  settings: {
    SLACK_BOT_TOKEN: secret()
      .refine(
        (token) => !token.startsWith('x') || token.startsWith('xoxb-'),
        'is a token of another kind (paste the "Bot User OAuth Token" of the page "OAuth & Permissions", which begins with xoxb-)',
      )
      .optional(),
    SLACK_APP_TOKEN: secret()
      .refine(
        (token) => !token.startsWith('x') || token.startsWith('xapp-'),
        'is a token of another kind (paste an "App-Level Token" of the page "Basic Information", which begins with xapp-)',
      )
      .optional(),
    SLACK_SIGNING_SECRET: secret()
      .refine(
        (token) => !/^x(?:app|ox.)[-.]/.test(token),
        'is a token (paste the "Signing Secret" of the page "Basic Information")',
      )
      .optional(),
    SLACK_API_URL: apiUrl(slackApi).default(slackApi),
    SLACK_CHANNELS: z
      .string()
      .transform((list) => [...new Set(list.split(/[\s,]+/).filter((id) => id !== ''))])
      .refine(
        (ids) => ids.length > 0 && ids.every((id) => /^[CG][A-Z0-9]{1,30}$/.test(id)),
        'is no list of ids of channels (each begins with C or G, commas between them: at the end of "View channel details" in Slack)',
      )
      .default([]),
  },
} as const

/** Makes settings of what was parsed; undefined where there are no tokens, so that Slack is not started. */
export function readSlack(parsed: SlackEnvironment): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = parsed
  const connection = readConnection(appToken, signingSecret)
  if (botToken === undefined || connection === undefined) return undefined
  return { botToken, connection, apiUrl: `${parsed.SLACK_API_URL}/`, channels: parsed.SLACK_CHANNELS }
}

type SlackEnvironment = z.infer<z.ZodObject<typeof slack.settings>>

/** Every app has a signing secret; a token for connections is made by whoever wants them. */
function readConnection(appToken?: string, signingSecret?: string): SlackConnection | undefined {
  if (appToken !== undefined) return { type: 'socket', appToken }
  return signingSecret === undefined ? undefined : { type: 'http', signingSecret }
}

function secret() {
  return z
    .string()
    .trim()
    .refine((value) => !/[\s"']/.test(value), 'holds white space or quotes (paste it alone, on one line)')
}
