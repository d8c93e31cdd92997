import { setTimeout as wait } from 'node:timers/promises'
import { type DiscordStandIn, startDiscordStandIn } from '../tests/stand-ins/discord/discord-stand-in.ts'
import { createCrowd } from './discord-load-crowd.ts'
import { type Phase, runPhase } from './discord-load-phase.ts'
import { phaseHead, phaseRow } from './discord-load-table.ts'
import { startLoadedBot } from './load-bot.ts'

export type DiscordLoadOptions = {
  /** Longest that any phase lasts; as long as the phases say where absent. */
  readonly seconds?: number
  readonly say: (text: string) => void
}

/** Discord's own limit of requests that are no responses to interactions: 50 a second; rate-limits.mdx, checked 2026-11-23. */
const phases = [
  { name: 'interactions, 200 a second', act: 'interaction', rate: 200, seconds: 60 },
  { name: 'interactions, 500 a second', act: 'interaction', rate: 500, seconds: 10 },
  { name: 'mentions, 20 a second', act: 'mention', rate: 20, seconds: 20 },
  { name: 'mentions, 50 a second', act: 'mention', rate: 50, seconds: 20 },
  { name: 'beside 20,000 other messages a second', act: 'beside chatter', rate: 20, seconds: 5 },
] as const satisfies readonly Phase[]

/** For the heap to come to rest. */
const idleMs = 10_000

/**
 * Puts the built program under load against the stand-in for Discord, which runs in this process.
 *
 * The stand-in believes every body: whether they are right is for the tests to say.
 */
export async function runDiscordLoad({ seconds = 60, say }: DiscordLoadOptions): Promise<void> {
  const discord = await startDiscordStandIn({ check: false, record: false })
  const crowd = createCrowd(discord)
  const bot = startLoadedBot({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl })
  try {
    await ready(discord)
    await crowd.settle()
    await wait(Math.min(idleMs, seconds * 1000))
    const before = bot.usage().rssMb

    say(phaseHead)
    for (const phase of phases) {
      const short = { ...phase, seconds: Math.min(seconds, phase.seconds) }
      // One after the other: each has the machine for itself.
      // oxlint-disable-next-line no-await-in-loop
      say(phaseRow(await runPhase(short, crowd, bot)))
    }

    await wait(Math.min(idleMs, seconds * 1000))
    say(`\nResident memory at rest: ${before.toFixed(0)} MB before, ${bot.usage().rssMb.toFixed(0)} MB after.`)
    say(`Log: ${bot.logged().join(', ') || 'nothing'}`)
  } finally {
    await bot.stop()
    await discord.close()
  }
}

async function ready({ until, gateway, commands }: DiscordStandIn): Promise<void> {
  await until(() => gateway.isConnected() && commands.find('ask', 1) !== undefined, 'the bot and its commands', 30_000)
}
