import { PlatformRefused } from '../platform-refused.ts'

/**
 * What to mend, by the code with which Discord closed the connection; other codes are healed by connecting again.
 *
 * opcodes-and-status-codes.mdx, "Gateway close event codes" that may not reconnect, checked 2026-11-23.
 */
export function readCloseCode(closeCode: number): PlatformRefused | undefined {
  const words = problems.get(closeCode)
  return words === undefined
    ? undefined
    : new PlatformRefused(`Discord refuses the connection (${closeCode}): ${words}`)
}

const problems: ReadonlyMap<number, string> = new Map([
  [
    4004,
    'DISCORD_TOKEN is not valid (copy it anew: discord.com/developers, your application, Bot, Reset Token; mind that it is the bot token, not the client secret)',
  ],
  [4010, 'the shard is not one of this bot (is another program connected with the same DISCORD_TOKEN?)'],
  [4011, 'the bot is in more servers than one connection may have (restart it, so that it asks for the number again)'],
  [4012, 'this version of the gateway is no longer served (update Pamphlet; if DISCORD_API_URL is set, check it)'],
  [4013, 'an intent is not known (update Pamphlet; if DISCORD_API_URL is set, check it)'],
  [
    4014,
    'an intent is not allowed (Pamphlet asks for Guilds, GuildMessages and DirectMessages alone, none of them privileged: see discord.com/developers, your application, Bot, Privileged Gateway Intents, and whether the application has been restricted)',
  ],
])
