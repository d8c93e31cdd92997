import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { TestContext } from 'vitest'
import { type SocketPatience, socketPatience } from '../../../src/adapters/slack/socket-patience.ts'
import { createSocketReceiver } from '../../../src/adapters/slack/socket-receiver.ts'
import type { LogFields } from '../../../src/operations/log.ts'
import { type SocketServer, startSocketServer } from './socket-server.ts'

/** A receiver on a server of its own, and what is heard of it. */
export type SocketTrial = {
  readonly server: SocketServer
  readonly receiver: Receiver
  /** What Bolt was handed, in order. */
  readonly events: readonly ReceiverEvent[]
  readonly states: readonly (readonly [state: string, reason?: string])[]
  readonly logged: readonly (readonly [event: string, fields: LogFields | undefined])[]
  readonly stopping: AbortController
}

export type SocketTrialOptions = {
  readonly patience?: Partial<SocketPatience>
  /** What Bolt does with an event, unless it acknowledges at once. */
  readonly onEvent?: (event: ReceiverEvent) => Promise<void>
}

/** Numbers with which faults take no time. */
export const quick: SocketPatience = {
  ...socketPatience,
  connectWithinMs: 500,
  drainMs: 300,
  closeWithinMs: 100,
  lookMs: 20,
  firstAgainMs: 20,
  longestAgainMs: 100,
  refusedAgainMs: 60,
  maxAtOnce: 1_000,
}

/** Prepares one that is not started; both end with the test. */
export async function prepareSocketTrial(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  { patience = {}, onEvent = ({ ack }) => ack() }: SocketTrialOptions = {},
): Promise<SocketTrial> {
  const server = await startSocketServer()
  const events: ReceiverEvent[] = []
  const states: [string, string?][] = []
  const logged: [string, LogFields | undefined][] = []
  const note = (event: string, fields?: LogFields) => void logged.push([event, fields])
  const stopping = new AbortController()
  const receiver = createSocketReceiver({
    appToken: 'xapp-fake',
    apiUrl: server.apiUrl,
    log: { info: note, warn: note, error: note },
    onState: (state, reason) => void states.push(reason === undefined ? [state] : [state, reason]),
    signal: stopping.signal,
    patience: { ...quick, ...patience },
  })
  const processEvent = (event: ReceiverEvent) => {
    events.push(event)
    return onEvent(event)
  }
  receiver.init({ processEvent } as unknown as App)
  onTestFinished(async () => {
    stopping.abort()
    await receiver.stop()
    await server.close()
  })
  return { server, receiver, events, states, logged, stopping }
}

/** Starts one. */
export async function startSocketTrial(
  context: Pick<TestContext, 'onTestFinished'>,
  options?: SocketTrialOptions,
): Promise<SocketTrial> {
  const trial = await prepareSocketTrial(context, options)
  await trial.receiver.start()
  return trial
}
