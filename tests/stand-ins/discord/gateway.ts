import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js'
import { WebSocketServer } from 'ws'
import { busiestMinute } from './busiest-minute.ts'
import { type Connection, createConnection } from './gateway-connection.ts'
import type { GatewayControls } from './gateway-controls.ts'
import { identify, type Login, refuse, resume } from './gateway-login.ts'
import { createOutbox, type Outbox } from './gateway-outbox.ts'
import type { Session } from './gateway-session.ts'

/** What the gateway gets from the rest of the stand-in. */
export type GatewayParts = Pick<Login, 'token' | 'greet' | 'resumeUrl'> & {
  readonly heartbeatMs: number
  readonly changed: () => void
}

/** The gateway: where events go in, and what tests do with it. */
export type Gateway = {
  readonly controls: GatewayControls
  readonly dispatch: Outbox['dispatch']
  /** Takes over a request to connect. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly end: () => void
}

/** Opens the gateway. */
export function createGateway({ heartbeatMs, changed, ...parts }: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const sessions = new Map<string, Session>()
  const connections = new Set<Connection>()
  const facts: Login['facts'] = { connections: [], identifies: [], resumes: [], closes: [], sends: [] }
  const login: Login = { ...parts, sessions, facts, refusals: { identify: [], resume: [] } }
  const outbox = createOutbox(sessions)
  const each = (act: (connection: Connection) => void) => connections.forEach(act)
  let toTurnAway = 0

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Who leaves while they are turned away resets the connection; without a listener that would end the process.
    socket.on('error', () => {})
    const path = request.url ?? ''
    facts.connections.push({ at: performance.now(), path })
    if (toTurnAway === 0 && path.startsWith('/gateway')) {
      server.handleUpgrade(request, socket, head, (webSocket) => connect(webSocket, path))
      return
    }
    toTurnAway = Math.max(0, toTurnAway - 1)
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    changed()
  }

  function connect(socket: Parameters<typeof createConnection>[0], path: string): void {
    const connection = createConnection(socket, (op, data) => {
      facts.sends.push({ at: performance.now(), op })
      hear(login, connection, op, data)
      changed()
    })
    connections.add(connection)
    socket.on('close', (code) => {
      connections.delete(connection)
      facts.closes.push({ at: performance.now(), code })
      connection.session?.leave(connection)
      // Who leaves with one of these ends the session (gateway.mdx, "Initiating a Disconnect").
      if (code === 1000 || code === 1001) sessions.delete(connection.session?.id ?? '')
      changed()
    })
    connection.send(GatewayOpcodes.Hello, { heartbeat_interval: heartbeatMs, _trace: [] })
    if (!path.includes('v=10')) connection.close(GatewayCloseCodes.InvalidAPIVersion)
  }

  const controls: GatewayControls = {
    ...facts,
    busiestMinute: () => busiestMinute(facts.sends.map(({ at }) => at)),
    isConnected: () => [...connections].some(({ session }) => session !== undefined),
    reconnect: () => each((connection) => connection.send(GatewayOpcodes.Reconnect, null)),
    invalidate: (resumable) => each((connection) => refuse(login, connection, { invalidSession: resumable })),
    askForHeartbeat: () => each((connection) => connection.send(GatewayOpcodes.Heartbeat, null)),
    close: (code) => each((connection) => connection.close(code)),
    cut: () => each((connection) => connection.cut()),
    freeze: () => each((connection) => connection.freeze()),
    stopAcknowledging: () =>
      each((connection) => {
        connection.acknowledges = false
      }),
    duplicate: outbox.duplicate,
    hold: outbox.hold,
    release: outbox.release,
    turnAway: (attempts) => {
      toTurnAway = attempts
    },
    refuse: (step, how, times = 1) => login.refusals[step].push(...Array.from({ length: times }, () => how)),
  }

  return {
    controls,
    dispatch: outbox.dispatch,
    upgrade,
    end: () => {
      each((connection) => connection.cut())
      server.close()
    },
  }
}

function hear(login: Login, connection: Connection, op: number, data: unknown): void {
  const act = acts[op]
  if (act === undefined) connection.close(GatewayCloseCodes.UnknownOpcode)
  else act(login, connection, data)
}

const acts: Readonly<Record<number, typeof identify>> = {
  [GatewayOpcodes.Identify]: identify,
  [GatewayOpcodes.Resume]: resume,
  [GatewayOpcodes.Heartbeat]: (_, connection) => {
    if (connection.acknowledges) connection.send(GatewayOpcodes.HeartbeatAck, null)
  },
  [GatewayOpcodes.PresenceUpdate]: expectSession,
  [GatewayOpcodes.VoiceStateUpdate]: expectSession,
  [GatewayOpcodes.RequestGuildMembers]: expectSession,
}

/** What the stand-in takes without doing anything, though only from who has a session. */
function expectSession(_: Login, connection: Connection): void {
  if (connection.session === undefined) connection.close(GatewayCloseCodes.NotAuthenticated)
}
