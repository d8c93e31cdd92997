import { Writable } from 'node:stream'
import type { Adapter } from '../../../../src/adapters/adapter.ts'
import { createDiscordAdapter } from '../../../../src/adapters/discord/discord-adapter.ts'
import type { DiscordSettings } from '../../../../src/adapters/discord/settings.ts'
import { createHealth } from '../../../../src/operations/health.ts'
import { createLog } from '../../../../src/operations/log.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot as shippedBot } from '../../../responder/shipped-bot.ts'
import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'

export type AdapterOptions = {
  /** Left out, the bot as shipped. */
  readonly bot?: Bot
  readonly settings?: Partial<Omit<DiscordSettings, 'token' | 'apiUrl'>>
}

/** Where what is written goes, line by line. */
type Output = { readonly logged: string[]; readonly told: string[] }

/** Starts the adapter with the settings that an empty environment gives, the stand-in's own aside. */
export async function startAdapter(
  { token, apiUrl }: Pick<DiscordStandIn, 'token' | 'apiUrl'>,
  { bot = shippedBot, settings }: AdapterOptions,
  { logged, told }: Output,
): Promise<Adapter> {
  const destination = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  const adapter = createDiscordAdapter({
    bot,
    settings: { token, apiUrl, channels: [], plainText: false, ...settings },
    log: createLog({ level: 'info', secrets: [token], destination }),
    health: createHealth(),
    tell: (lines) => told.push(...lines),
  })
  await adapter.start()
  return adapter
}
