import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import { type DiscordStandIn, type StandInOptions, startDiscordStandIn } from './discord-stand-in.ts'

type OnFinished = (end: () => Promise<void>) => void

/** A stand-in and a real client that is connected to it and ready; both go away with the test. */
export async function startConnected(
  onFinished: OnFinished,
  options: StandInOptions = {},
): Promise<{ readonly standIn: DiscordStandIn; readonly client: Client<true> }> {
  const standIn = await startDiscordStandIn(options)
  onFinished(() => standIn.close())
  return { standIn, client: await connectClient(standIn, onFinished) }
}

/** A real client that is connected to the stand-in and ready. */
export async function connectClient({ apiUrl, token }: DiscordStandIn, onFinished: OnFinished): Promise<Client<true>> {
  const client = createClient(apiUrl)
  onFinished(() => client.destroy())
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve)
  })
  await client.login(token)
  return ready
}

/** A real client that is not connected yet. */
export function createClient(api: string, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api },
    // The client's own would wait five seconds between two sessions.
    ws: { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }) },
    ...options,
  })
  client.on(Events.Error, () => {})
  return client
}
