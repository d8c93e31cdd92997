import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js'
import type { Refusal } from './gateway-controls.ts'

/** How an identify is refused for its intents, if it is. */
export function refuseIntents(intents: unknown): Refusal | undefined {
  const isKnown = typeof intents === 'number' && intents >= 0 && (intents & ~known) === 0
  if (!isKnown) return { close: GatewayCloseCodes.InvalidIntents }
  return (intents & privileged) === 0 ? undefined : { close: GatewayCloseCodes.DisallowedIntents }
}

const known = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0)

/** What an owner must switch on in the developer portal, and here never has (gateway.mdx, "Privileged Intents"). */
const privileged = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent
