import { z } from 'zod'
import { apiUrl } from '../api-url.ts'

export type DiscordSettings = {
  /** Bot token, a secret. */
  readonly token: string
  /** Base of the REST address, without version and without a slash at its end. */
  readonly apiUrl: string
  /** The one server whose commands are set; those of all servers where absent. */
  readonly devServer?: string
  /** Channels in which mentions are answered; empty means all. */
  readonly channels: readonly string[]
  /** Plain text instead of drawn components. */
  readonly plainText: boolean
}

const discordApi = 'https://discord.com/api'

/** Discord's ids are numbers of 64 bits: https://docs.discord.com/developers/reference#snowflakes, seen 2026-11-23. */
const discordId = /^\d{1,20}$/

/** Discord's settings as they stand in the environment, and the ones it cannot start without. */
export const discord = {
  needs: [['DISCORD_TOKEN']],
  settings: {
    DISCORD_TOKEN: z
      .string()
      .refine((token) => !/^\s*(?:bot|bearer)\s/i.test(token), {
        message: 'begins with a word that is no part of it (remove "Bot " and leave the token alone)',
        abort: true,
      })
      .refine((token) => !/[\s"']/.test(token), 'holds white space or quotes (paste the token alone, on one line)')
      .optional(),
    DISCORD_API_URL: apiUrl(discordApi, ({ pathname }) =>
      /\/v\d+\/*$/.test(pathname) ? 'ends with a version (remove it: the program chooses its own)' : undefined,
    ).default(discordApi),
    DISCORD_DEV_SERVER: z
      .string()
      .trim()
      .regex(discordId, 'is no id of a server (it is made of 1 to 20 digits: "Copy Server ID" in Discord)')
      .optional(),
    DISCORD_CHANNELS: z
      .string()
      .transform((list) => [...new Set(list.split(/[\s,]+/).filter((id) => id !== ''))])
      .refine(
        (ids) => ids.length > 0 && ids.every((id) => discordId.test(id)),
        'is no list of ids of channels (each of 1 to 20 digits, commas between them: "Copy Channel ID" in Discord)',
      )
      .default([]),
    DISCORD_PLAIN_TEXT: z.enum(['on', 'off'], 'must be on or off').default('off'),
  },
} as const

/** Makes settings of what was parsed; undefined where there is no token, so that Discord is not started. */
export function readDiscord(parsed: DiscordEnvironment): DiscordSettings | undefined {
  const { DISCORD_TOKEN: token, DISCORD_DEV_SERVER: devServer } = parsed
  if (token === undefined) return undefined
  return {
    token,
    apiUrl: parsed.DISCORD_API_URL,
    channels: parsed.DISCORD_CHANNELS,
    plainText: parsed.DISCORD_PLAIN_TEXT === 'on',
    ...(devServer === undefined ? {} : { devServer }),
  }
}

type DiscordEnvironment = z.infer<z.ZodObject<typeof discord.settings>>
