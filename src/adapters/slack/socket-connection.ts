import { quietLogger } from './quiet-logger.ts'
import { SocketClient } from './socket-client.ts'
import { SocketEnded } from './socket-ended.ts'
import type { SocketFrame } from './socket-frame.ts'
import type { SocketPatience } from './socket-patience.ts'

/** One connection, from the request for its address to its end. */
export type SocketConnection = {
  /** Resolves at the hello; rejects with what came in between, such as a reason to disconnect. */
  readonly hello: Promise<void>
  /** Resolves once it is over, whoever ended it. */
  readonly end: Promise<void>
  /** Sends this; throws where the connection is gone. */
  readonly send: (message: object) => void
  /** Ends it, soon and whatever the other side does; from now on nothing more is heard of it. */
  readonly close: (why?: SocketEnded) => Promise<void>
}

export type SocketConnectionParts = {
  readonly appToken: string
  readonly apiUrl: string
  readonly patience: SocketPatience
  /** Hears of everything but the hello, and a disconnect before it, which ends the attempt; never throws. */
  readonly onFrame: (frame: SocketFrame) => void
}

/** Opens a connection that does not come back by itself. */
export function openSocketConnection(parts: SocketConnectionParts): SocketConnection {
  const { patience, onFrame } = parts
  const givingUp = new AbortController()
  const hello = createLatch()
  const end = createLatch()
  // The end tells whoever does not wait for the hello.
  hello.promise.catch(() => {})
  let isOpen = false
  let isClosing = false
  let fault: unknown

  const client = createClient(parts, givingUp.signal, (frame) => {
    if (isClosing) return
    if (frame.type === 'hello') {
      isOpen = true
      clearTimeout(deadline)
      hello.resolve()
      return
    }
    if (isOpen || frame.type !== 'disconnect') onFrame(frame)
    else void close(new SocketEnded(frame.reason))
  })

  const deadline = setTimeout(() => void close(new SocketEnded('no-hello')), patience.connectWithinMs)
  // The library waits for the next ping, or half a minute, where one side alone has closed.
  const looking = setInterval(() => {
    if (!isClosing && client.websocket?.readyState === closingState) client.websocket.disconnect()
  }, patience.lookMs)

  function finish(error: unknown): void {
    isClosing = true
    clearTimeout(deadline)
    clearInterval(looking)
    hello.reject(error ?? fault ?? new SocketEnded('closed'))
    end.resolve()
  }

  async function close(why = new SocketEnded('closed')): Promise<void> {
    if (isClosing) return end.promise

    isClosing = true
    hello.reject(why)
    givingUp.abort(why)
    const { websocket } = client
    if (websocket?.readyState === undefined) {
      finish(why)
      return
    }
    beginToClose(websocket)
    const force = setTimeout(() => websocket.disconnect(), patience.closeWithinMs)
    await end.promise
    clearTimeout(force)
  }

  client.on('error', (error: unknown) => {
    fault = error
  })
  client.on('close', () => finish(undefined))
  // The answer with the address may come together with the order to close.
  client.on('connecting', () => {
    if (isClosing) delete client.websocket
  })
  client.start().catch(finish)

  return {
    hello: hello.promise,
    end: end.promise,
    close,
    send: (message) => {
      if (isClosing || client.websocket?.isActive() !== true) throw new SocketEnded('closed')
      let problem: unknown
      client.websocket.send(JSON.stringify(message), (error) => {
        problem = error
      })
      if (problem !== undefined) throw new SocketEnded('closed', { cause: problem })
    },
  }
}

/** Of a WebSocket. */
const closingState = 2

/**
 * Sends the close frame, for which the library starts a timer of half a minute.
 *
 * A connection that is still being opened is over at once, and the timer is left behind: a second call clears it. An error meanwhile
 * makes the library forget the timer, which must not keep the program from ending.
 */
function beginToClose(websocket: NonNullable<SocketClient['websocket']>): void {
  websocket.disconnect()
  if (websocket.readyState === undefined) websocket.disconnect()
  const inside = websocket as unknown as { readonly closeHandshakeTimeout?: { unref?(): void } }
  inside.closeHandshakeTimeout?.unref?.()
}

function createClient(
  { appToken, apiUrl, patience }: SocketConnectionParts,
  signal: AbortSignal,
  onFrame: (frame: SocketFrame) => void,
): SocketClient {
  const options = {
    appToken,
    logger: quietLogger,
    autoReconnectEnabled: false,
    clientPingTimeout: patience.pongWithinMs,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: patience.connectWithinMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: (url: string | URL, init: RequestInit = {}) =>
        fetch(url, { ...init, signal: AbortSignal.any([signal, ...(init.signal ? [init.signal] : [])]) }),
    },
  }
  return new SocketClient(options, onFrame)
}

type Latch = {
  readonly promise: Promise<void>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

function createLatch(): Latch {
  let settle: Omit<Latch, 'promise'> = { resolve: () => {}, reject: () => {} }
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}
