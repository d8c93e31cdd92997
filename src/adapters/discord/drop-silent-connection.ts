import type { Client } from 'discord.js'

/**
 * Ends a connection on which the other side has fallen silent, if that is what a debug message of the library tells; says whether it did.
 *
 * @discordjs/ws 1.2 closes it politely and waits half a minute for an answer that cannot come, while nobody is answered.
 * There is no public way to the socket; where a later version keeps it elsewhere, the library's own patience remains.
 */
export function dropSilentConnection(client: Client, debugMessage: string): boolean {
  const shardId = /Shard (\d+)\].*Zombie connection/s.exec(debugMessage)?.[1]
  if (shardId === undefined) return false

  const { _ws: manager } = client.ws as unknown as LibraryInside
  manager?.strategy?.shards?.get(Number(shardId))?.connection?.terminate?.()
  return true
}

type LibraryInside = {
  readonly _ws?: { readonly strategy?: { readonly shards?: ReadonlyMap<number, Shard> } }
}

type Shard = { readonly connection?: { terminate?(): void } | null }
