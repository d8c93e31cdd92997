import { setTimeout as wait } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { Log } from '../../operations/log.ts'
import type { Metrics } from '../../operations/metrics.ts'
import { patience } from './patience.ts'
import { postTo } from './post-to.ts'
import { quietLogger } from './quiet-logger.ts'
import type { HomeView, MessageBody, ModalView } from './render.ts'
import { createTryCall, type Sent } from './try-call.ts'
import { createTurns } from './turns.ts'

/** Where a message goes. */
export type Thread = {
  readonly channelId: string
  /** The message whose thread it stands in; absent for the channel itself. */
  readonly threadTs?: string
}

export type SendOptions = {
  /** Goes before everything that waits in the channel, and is tried again even where it may have arrived. */
  readonly isUrgent?: boolean
  /** Goes before what else is urgent: the line that leads everybody to help. */
  readonly goesFirst?: boolean
  /** Given up after this time, for another way to be taken. */
  readonly withinMs?: number
}

/** A response address: takes five messages within half an hour, in channels without the bot as well. */
export type ResponseAddress = { readonly url: string; readonly threadTs?: string }

/** A question that can be asked by choosing it. */
export type Prompt = { readonly title: string; readonly message: string }

/** Calls to one workspace; none of them throws. Those that post give the time stamp, which is a message's id in its channel. */
export type SlackApi = {
  readonly post: (to: Thread, body: MessageBody, options?: SendOptions) => Promise<Sent<string>>
  /** For one person, if they are there: Slack does not promise that it arrives. */
  readonly postPrivately: (
    to: Thread & { readonly userId: string },
    body: MessageBody,
    options?: SendOptions,
  ) => Promise<Sent>
  /** Answers a command, shortcut or press: to the person alone, or with `isPublic` to everybody there. */
  readonly respond: (
    address: ResponseAddress,
    body: MessageBody,
    options?: { readonly isPublic?: boolean; readonly isUrgent?: boolean },
  ) => Promise<Sent>
  readonly deleteMessage: (channelId: string, ts: string) => Promise<Sent>
  /** Deletes the message that a pressed button stands on. */
  readonly deleteOriginal: (address: ResponseAddress) => Promise<Sent>
  readonly publishHome: (userId: string, view: HomeView) => Promise<Sent>
  /** Opens a view over everything else, within three seconds of what triggered it. */
  readonly openModal: (triggerId: string, view: ModalView) => Promise<Sent>
  readonly updateModal: (viewId: string, view: ModalView) => Promise<Sent>
  /** Sets what can be chosen in the Messages tab. */
  readonly suggest: (channelId: string, prompts: readonly Prompt[]) => Promise<Sent>
  /** Learns whose token this is; throws what the library throws. */
  readonly whoAmI: () => Promise<webApi.AuthTestResponse>
  /** Ends every call at once, for good. */
  readonly close: () => void
}

export type SlackApiParts = {
  readonly token: string
  readonly clientOptions: webApi.WebClientOptions
  readonly log: Log
  readonly metrics?: Metrics | undefined
  readonly onRevoked: (code: string) => void
}

/** What every client of this adapter is made with: without these, a call waits for ever and one limit holds up all others. */
export function clientOptionsFor(apiUrl: string): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: patience.callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger,
  }
}

/** Creates the calls to one workspace. */
export function createSlackApi({ token, clientOptions, log, metrics, onRevoked }: SlackApiParts): SlackApi {
  const ending = new AbortController()
  const client = new webApi.WebClient(token, clientOptions)
  const tryTo = createTryCall({ log, signal: ending.signal, onRevoked })
  const turns = createTurns()
  metrics?.watchQueue('slack', turns.length)

  return {
    post: (to, body, options = {}) =>
      within(
        options,
        tryTo({ method: 'chat.postMessage', ...inTurn(to, options), expected: ['not-a-member'] }, async () => {
          const posted: webApi.ChatPostMessageResponse = await client.apiCall('chat.postMessage', {
            ...placeOf(to),
            ...body,
          })
          return posted.ts ?? ''
        }),
      ),

    postPrivately: (to, body, options = {}) =>
      within(
        options,
        tryTo({ method: 'chat.postEphemeral', ...inTurn(to, options), isRepeatable: true }, () =>
          call('chat.postEphemeral', { ...placeOf(to), user: to.userId, ...body }),
        ),
      ),

    respond: ({ url, threadTs }, body, { isPublic = false, isUrgent = false } = {}) =>
      tryTo({ method: responseAddress, isUrgent, isRepeatable: !isPublic }, () =>
        postTo(url, {
          ...body,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
          response_type: isPublic ? 'in_channel' : 'ephemeral',
          replace_original: false,
        }),
      ),

    deleteMessage: (channel, ts) =>
      tryTo({ method: 'chat.delete', isRepeatable: true, expected: ['gone', 'not-a-member'] }, () =>
        call('chat.delete', { channel, ts }),
      ),

    deleteOriginal: ({ url }) =>
      tryTo({ method: responseAddress, isRepeatable: true }, () => postTo(url, { delete_original: true })),

    publishHome: (userId, view) =>
      tryTo({ method: 'views.publish', isRepeatable: true }, () => call('views.publish', { user_id: userId, view })),

    openModal: (triggerId, view) =>
      tryTo({ method: 'views.open', expected: ['gone'] }, () => call('views.open', { trigger_id: triggerId, view })),

    updateModal: (viewId, view) =>
      tryTo({ method: 'views.update', isRepeatable: true }, () => call('views.update', { view_id: viewId, view })),

    // The library's own type asks for a thread, with which the call fails without a word in apps with the agent view.
    suggest: (channelId, prompts) =>
      tryTo({ method: 'assistant.threads.setSuggestedPrompts', isRepeatable: true }, () =>
        call('assistant.threads.setSuggestedPrompts', { channel_id: channelId, prompts }),
      ),

    whoAmI: () => client.auth.test(),

    close: () => ending.abort(),
  }

  async function call(method: string, options: Record<string, unknown>): Promise<true> {
    await client.apiCall(method, options)
    return true
  }

  function inTurn({ channelId }: Thread, { isUrgent = false, goesFirst = false }: SendOptions) {
    const rank = goesFirst ? 'first' : isUrgent ? 'urgent' : 'ordinary'
    return { isUrgent, turn: () => turns.inChannel(channelId, rank) }
  }
}

/** Waits for a message no longer than it may take; it may still be sent. */
async function within<Result>({ withinMs }: SendOptions, sending: Promise<Sent<Result>>): Promise<Sent<Result>> {
  if (withinMs === undefined) return sending
  return Promise.race([sending, wait(withinMs, { fault: 'busy' } as const, { ref: false })])
}

function placeOf({ channelId, threadTs }: Thread) {
  return { channel: channelId, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) }
}

/** What stands for the method where there is none. */
const responseAddress = 'response address'
