import { type Client, Events, type Interaction } from 'discord.js'
import { startConnected } from './connect-client.ts'
import type { DiscordStandIn, StandInOptions } from './discord-stand-in.ts'

/** A stand-in and a real client whose commands are `/ask` and the menu item "Answer this". */
export async function startWithCommands(
  onFinished: Parameters<typeof startConnected>[0],
  options: StandInOptions = {},
  integrationTypes: readonly number[] = [0],
): Promise<{ readonly standIn: DiscordStandIn; readonly client: Client<true> }> {
  const { standIn, client } = await startConnected(onFinished, options)
  const option = { type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true }
  const body = [
    { name: 'ask', description: 'Ask', options: [option], integration_types: integrationTypes },
    { name: 'Answer this', type: 3, integration_types: integrationTypes },
  ]
  await client.rest.put(`/applications/${client.application.id}/commands`, { body })
  return { standIn, client }
}

/** The use of `/ask`, without who and where. */
export const ask = { command: 'ask', options: { question: 'Why?' } }

/** Has the client answer every interaction in a way. */
export function onInteraction(client: Client, answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction))
}
