import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  REST,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js'
import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import { patience } from './patience.ts'
import type { MessageBody } from './render.ts'
import { createTryRequest, type Sent } from './try-request.ts'
import { createTurns } from './turns.ts'

/** A message to a channel. */
export type Message = {
  readonly body: MessageBody
  /** Discord makes one message of all that carry the same nonce in a channel, so that sending again is safe. */
  readonly nonce: string
  /** The message that this one answers. */
  readonly replyTo?: string
}

export type SendOptions = {
  /** Goes before everything that waits in the channel. */
  readonly isUrgent?: boolean
  /** Given up after this time, for another way to be taken. */
  readonly withinMs?: number
}

/** What is needed of an interaction to answer it. */
export type Interaction = Pick<APIInteraction, 'id' | 'token' | 'application_id'>

/** Requests to Discord; none of them throws. Those that make messages give their ids. */
export type DiscordApi = {
  /** The first response to an interaction, within Discord's three seconds; never a second one. */
  readonly respond: (interaction: Interaction, response: APIInteractionResponse, isUrgent?: boolean) => Promise<Sent>
  /** Further messages after the first response, `isPrivate` for the person alone. */
  readonly followUp: (
    interaction: Interaction,
    body: MessageBody,
    isPrivate: boolean,
  ) => Promise<Sent<string | undefined>>
  /** The message of the first response. */
  readonly findOriginal: (interaction: Interaction) => Promise<Sent<string | undefined>>
  /** Fills in a response that was put off. */
  readonly editOriginal: (interaction: Interaction, body: MessageBody) => Promise<Sent>
  /** Deletes the message of the first response, or the one that a pressed button stands on, wherever it is. */
  readonly deleteOriginal: (interaction: Interaction) => Promise<Sent>
  readonly send: (channelId: string, message: Message, options?: SendOptions) => Promise<Sent<string | undefined>>
  readonly deleteMessage: (channelId: string, messageId: string) => Promise<Sent>
  /** Opens the direct messages with a person and gives the channel's id. */
  readonly openDirect: (userId: string, isUrgent?: boolean) => Promise<Sent<string>>
  /** Shows for some seconds that the bot is typing, unless there is much to do; waits only shortly. */
  readonly typing: (channelId: string) => Promise<void>
}

export type DiscordApiParts = {
  /** For everything that may wait and be tried again. */
  readonly rest: REST
  /** Base of the addresses, without the version. */
  readonly apiUrl: string
  readonly token: string
  readonly log: Log
  readonly metrics?: Metrics | undefined
  /** Ends every request that is still under way. */
  readonly signal?: AbortSignal
}

/** Creates the requests that the bot makes. */
export function createDiscordApi({ rest, apiUrl, token, log, metrics, signal }: DiscordApiParts): DiscordApi {
  // For first responses the library's own patience (15 s, three retries) would outlast the three seconds, and a blind retry could answer twice.
  const once = new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: patience.responseTimeoutMs,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > patience.respondAgainWithinMs,
  })
  const tryTo = createTryRequest([rest, once], log, signal)
  const turns = createTurns()
  metrics?.watchQueue('discord', turns.length)

  return {
    respond,

    followUp: (interaction, body, isPrivate) =>
      tryTo({ purpose: 'follow-up' }, () =>
        // Without a nonce, as here, a second attempt could make a second message.
        once
          .post(Routes.webhook(interaction.application_id, interaction.token), {
            auth: false,
            query: new URLSearchParams({ wait: 'true' }),
            body: isPrivate ? privately(body) : body,
          })
          .then(idOf),
      ),

    findOriginal: (interaction) =>
      tryTo({ purpose: 'find-original' }, () => rest.get(original(interaction), { auth: false }).then(idOf)),

    editOriginal: (interaction, body) =>
      tryTo({ purpose: 'edit-original' }, () => rest.patch(original(interaction), { auth: false, body }).then(isDone)),

    deleteOriginal: (interaction) =>
      tryTo({ purpose: 'delete' }, () => rest.delete(original(interaction), { auth: false }).then(isDone)),

    send: (channelId, { body, nonce, replyTo }, { isUrgent = false, withinMs } = {}) => {
      const reference = { message_id: replyTo, channel_id: channelId, fail_if_not_exists: false }
      const message = {
        ...body,
        nonce,
        enforce_nonce: true,
        ...(replyTo === undefined ? {} : { message_reference: reference }),
      }
      const request = { purpose: 'send', isUrgent, inTurn: turns.inChannel(channelId, isUrgent) }
      return tryTo(withinMs === undefined ? request : { ...request, withinMs }, (giveUp) =>
        withToken(rest.post(Routes.channelMessages(channelId), { body: message, signal: giveUp })).then(idOf),
      )
    },

    deleteMessage: (channelId, messageId) =>
      tryTo({ purpose: 'delete', inTurn: turns.anywhere }, () =>
        withToken(rest.delete(Routes.channelMessage(channelId, messageId))).then(isDone),
      ),

    openDirect: (userId, isUrgent = false) =>
      tryTo({ purpose: 'open-direct', isUrgent, ...(isUrgent ? {} : { inTurn: turns.anywhere }) }, async () => {
        const channel = await withToken(rest.post(Routes.userChannels(), { body: { recipient_id: userId } }))
        return (channel as RESTPostAPICurrentUserCreateDMChannelResult).id
      }),

    typing: async (channelId) => {
      if (turns.isBusy()) return
      const request = { purpose: 'typing', inTurn: turns.anywhere, isQuiet: true, withinMs: patience.typingTimeoutMs }
      await tryTo(request, (giveUp) => withToken(rest.post(Routes.channelTyping(channelId), { signal: giveUp })))
    },
  }

  async function respond(interaction: Interaction, response: APIInteractionResponse, isUrgent = false): Promise<Sent> {
    const receivedAt = performance.now()
    const request = { purpose: 'respond', isUrgent, isFirstResponse: true }
    const route = Routes.interactionCallback(interaction.id, interaction.token)
    const post = () => tryTo(request, () => once.post(route, { auth: false, body: response }).then(isDone))

    const first = await post()
    const isDoubtful = first.fault === 'unsure' || (first.fault !== undefined && isUrgent)
    if (!isDoubtful || response.type === InteractionResponseType.ApplicationCommandAutocompleteResult) return first
    // What stands there now shows whether it was carried out.
    const seen = await tryTo(request, () => once.get(original(interaction), { auth: false }).then(isDone))
    if (seen.fault === undefined) return seen
    const isInTime = performance.now() - receivedAt < patience.respondAgainWithinMs
    if (first.fault !== 'unsure' || seen.fault !== 'gone' || !isInTime) return { fault: seen.fault }
    const again = await post()
    return again.fault === 'answered' ? { result: true } : again
  }

  /** After a 401 discord.js forgets the token, and a single one may be a mistake of Discord's. */
  async function withToken(request: Promise<unknown>): Promise<unknown> {
    try {
      return await request
    } finally {
      rest.setToken(token)
    }
  }
}

/** The message for the person alone who pressed, chose or commanded. */
export function privately<Body extends { readonly flags: number }>(body: Body): Body {
  return { ...body, flags: body.flags | MessageFlags.Ephemeral }
}

function original({ application_id, token }: Interaction) {
  return Routes.webhookMessage(application_id, token, '@original')
}

/** Absent where a proxy keeps the message to itself. */
function idOf(message: unknown): string | undefined {
  return (message as Partial<APIMessage>).id
}

function isDone(): true {
  return true
}
