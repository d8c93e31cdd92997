import { setTimeout as wait } from 'node:timers/promises'
import { type Client, Events, GatewayDispatchEvents } from 'discord.js'

/** What is done to connections from the inside. */
export type GatewayInside = {
  /** Ends the client for good, whatever it is doing. */
  readonly retire: () => Promise<void>
}

export type GatewayInsideParts = {
  readonly closeWithinMs: number
  /** The library could not make sense of an event. */
  readonly onFault: (error: unknown) => void
  /** A connection on which the other side has fallen silent was ended. */
  readonly onSilence: () => void
}

/**
 * Mends three things that @discordjs/ws 1.2 offers no public way to.
 *
 * It closes a silent connection politely and waits half a minute for an answer that cannot come. And a client that is
 * destroyed while it connects comes back, or never says that it has ended. And an event that it cannot make sense of
 * would end the process, though it only keeps its caches by it. Where a later version is built otherwise
 * nothing is done here, and the library's own patience remains.
 */
export function openGatewayInside(
  client: Client,
  { closeWithinMs, onSilence, onFault }: GatewayInsideParts,
): GatewayInside {
  // Collected as they come, since the library forgets them when it is destroyed, not when they have ended.
  const shards = new Map<number, Shard>()
  let isRetired = false

  client.on(Events.Debug, (message) => {
    for (const [id, shard] of shardsOf(client)) shards.set(id, shard)
    // A login that was under way makes them only after the end.
    if (isRetired) stopComingBack(shards)
    const silentId = /Shard (\d+)\].*Zombie connection/s.exec(message)?.[1]
    if (silentId === undefined) return
    shards.get(Number(silentId))?.connection?.terminate?.()
    onSilence()
  })

  const ws = client.ws as unknown as LibraryInside
  const handle = ws.handlePacket?.bind(client.ws)
  if (handle !== undefined) {
    ws.handlePacket = (packet, shard) => {
      if (packet !== undefined && ours.has(packet.t)) return true
      try {
        return handle(packet, shard)
      } catch (error) {
        onFault(error)
        return false
      }
    }
  }

  return {
    async retire() {
      isRetired = true
      stopComingBack(shards)
      await Promise.race([client.destroy(), wait(closeWithinMs, undefined, { ref: false })])
      for (const { connection } of shards.values()) {
        // One that is still being established says that it is ended as an error, which nobody hears any more.
        connection?.on?.('error', () => {})
        connection?.terminate?.()
      }
    },
  }
}

function stopComingBack(shards: ReadonlyMap<number, Shard>): void {
  for (const shard of shards.values()) shard.internalConnect = () => Promise.resolve()
}

function shardsOf(client: Client): ReadonlyMap<number, Shard> {
  const { _ws: manager } = client.ws as unknown as LibraryInside
  return manager?.strategy?.shards ?? new Map()
}

/** Events that are read from the wire alone, so that the library needs to build nothing of them. */
const ours: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
])

type LibraryInside = {
  handlePacket?: (packet: { readonly t: string } | undefined, shard: unknown) => boolean
  readonly _ws?: { readonly strategy?: { readonly shards?: ReadonlyMap<number, Shard> } }
}

type Shard = { internalConnect?: () => Promise<void>; readonly connection?: LibrarySocket | null }

type LibrarySocket = { terminate?(): void; on?(event: 'error', listener: () => void): unknown }
