import type { Channel } from './channel.ts'
import type { Delivery } from './delivery.ts'
import type { Ephemeral, Message, SuggestedPrompts, View } from './message.ts'

/** All that exists in the stand-in: one workspace, its people and places, and the app in it. */
export type World = {
  readonly team: { readonly id: string; readonly domain: string; readonly enterprise: string | undefined }
  readonly app: { readonly id: string; readonly botUser: string; readonly botId: string; readonly orgWide: boolean }
  readonly scopes: Set<string>
  readonly people: Map<string, Profile>
  readonly channels: Map<string, Channel>
  /** By channel and time stamp, see `messageKey`. */
  readonly messages: Map<string, Message>
  readonly ephemerals: Map<string, Ephemeral>
  /** Keys of messages that are no more. */
  readonly removed: Set<string>
  readonly homes: Map<string, View>
  /** The open modals of each person, the one on top last. */
  readonly modals: Map<string, readonly View[]>
  readonly prompts: Map<string, SuggestedPrompts>
  readonly triggers: Map<string, Trigger>
  readonly responseAddresses: Map<string, ResponseAddress>
  /** Why the bot token is good for nothing any more, if so. */
  ended: 'token_revoked' | 'account_inactive' | undefined
  readonly newId: (prefix: string) => string
  /** A time stamp later than all before. */
  readonly newTs: () => string
  readonly newTrigger: (user: string) => string
  readonly newResponseAddress: (from: Omit<ResponseAddress, 'at' | 'uses'>) => string
  readonly deliver: Deliver
  readonly changed: () => void
  /** Notes something that the app did wrong. */
  readonly problem: (text: string) => void
}

/** Brings something to the app; `onAcknowledged` gets what comes back with the acknowledgement. */
export type Deliver = (
  kind: Delivery['kind'],
  name: string,
  body: Readonly<Record<string, unknown>>,
  onAcknowledged?: (payload: unknown) => void,
) => Delivery

/** What Slack knows of somebody. */
export type Profile = {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly guest: boolean
  readonly team: string
}

export type Trigger = { readonly user: string; readonly at: number; used: boolean }

/** Where the app may answer an interaction without any token. */
export type ResponseAddress = {
  readonly user: string
  readonly channel: string
  /** The message with the pressed button. */
  readonly original: string | undefined
  readonly at: number
  uses: number
}

type WorldParts = {
  readonly enterprise: string | undefined
  readonly orgWide: boolean
  readonly history: boolean
  readonly responseUrl: (token: string) => string
  readonly deliver: Deliver
  readonly changed: () => void
  readonly problem: (text: string) => void
}

/** Makes a world with the app in it and nobody else. */
export function createWorld({
  enterprise,
  orgWide,
  history,
  responseUrl,
  deliver,
  changed,
  problem,
}: WorldParts): World {
  let ids = 0
  let last = 0
  const newId = (prefix: string) => {
    ids += 1
    return `${prefix}0FAKE${String(ids).padStart(5, '0')}`
  }
  const world: World = {
    team: { id: newId('T'), domain: 'fake-workspace', enterprise },
    app: { id: newId('A'), botUser: newId('U'), botId: newId('B'), orgWide },
    scopes: new Set([...leastScopes, ...(history ? historyScopes : [])]),
    people: new Map(),
    channels: new Map(),
    messages: new Map(),
    ephemerals: new Map(),
    removed: new Set(),
    homes: new Map(),
    modals: new Map(),
    prompts: new Map(),
    triggers: new Map(),
    responseAddresses: new Map(),
    ended: undefined,
    newId,
    newTs: () => {
      last = Math.max(last + 1, Date.now() * 1_000)
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`
    },
    newTrigger: (user) => {
      const id = `1234.5678.${newId('trigger')}`
      world.triggers.set(id, { user, at: performance.now(), used: false })
      return id
    },
    newResponseAddress: (from) => {
      const token = newId('address')
      world.responseAddresses.set(token, { ...from, at: performance.now(), uses: 0 })
      return responseUrl(token)
    },
    deliver,
    changed,
    problem,
  }
  return world
}

/** The key of a message in the world. */
export function messageKey(channel: string, ts: string): string {
  return `${channel}:${ts}`
}

const leastScopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history']
const historyScopes = ['channels:history', 'groups:history']
