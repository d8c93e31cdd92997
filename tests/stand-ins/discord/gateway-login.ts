import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js'
import type { Connection } from './gateway-connection.ts'
import type { GatewayFacts, Refusal } from './gateway-controls.ts'
import { refuseIntents } from './gateway-intents.ts'
import { createSession, type Session } from './gateway-session.ts'

/** What beginning and resuming sessions works with. */
export type Login = {
  readonly token: string
  readonly sessions: Map<string, Session>
  readonly facts: Writable<GatewayFacts>
  /** How the next attempts are met, in order. */
  readonly refusals: { readonly identify: Refusal[]; readonly resume: Refusal[] }
  /** What a new session is greeted with: READY, without what concerns sessions, and the servers. */
  readonly greet: () => { readonly ready: object; readonly guilds: readonly object[] }
  readonly resumeUrl: () => string
}

/** The same lists, to write into. */
type Writable<Facts> = { readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : never }

/** Op 2: begins a session, or says why not. */
export function identify(login: Login, connection: Connection, data: unknown): void {
  const { token, intents = 0 } = (data ?? {}) as { readonly token?: string; readonly intents?: number }
  login.facts.identifies.push({ at: performance.now(), intents })
  const refusal = refuseToken(login, connection, token) ?? login.refusals.identify.shift() ?? refuseIntents(intents)
  if (refusal === undefined) begin(login, connection, intents)
  else refuse(login, connection, refusal)
}

/** Op 6: goes on with a session, or says why not. */
export function resume(login: Login, connection: Connection, data: unknown): void {
  const { token, session_id: id = '', seq = -1 } = (data ?? {}) as Resume
  login.facts.resumes.push({ at: performance.now(), session: id, sequence: seq })
  const session = login.sessions.get(id)
  const refusal = refuseToken(login, connection, token) ?? login.refusals.resume.shift()
  if (refusal !== undefined) refuse(login, connection, refusal)
  else if (session === undefined) refuse(login, connection, { invalidSession: false })
  else if (!session.knows(seq)) refuse(login, connection, { close: GatewayCloseCodes.InvalidSeq })
  else goOn(connection, session, seq)
}

/** Turns a connection out of its session, or away. */
export function refuse({ sessions }: Login, connection: Connection, refusal: Refusal): void {
  if ('close' in refusal) {
    connection.close(refusal.close)
    return
  }
  connection.session?.leave(connection)
  if (!refusal.invalidSession) sessions.delete(connection.session?.id ?? '')
  connection.session = undefined
  connection.send(GatewayOpcodes.InvalidSession, refusal.invalidSession)
}

type Resume = { readonly token?: string; readonly session_id?: string; readonly seq?: number }

function refuseToken({ token }: Login, { session }: Connection, sent: string | undefined): Refusal | undefined {
  if (session !== undefined) return { close: GatewayCloseCodes.AlreadyAuthenticated }
  return sent === token ? undefined : { close: GatewayCloseCodes.AuthenticationFailed }
}

function begin(login: Login, connection: Connection, intents: number): void {
  const session = createSession(`fake-session-${login.facts.identifies.length}`, intents)
  login.sessions.set(session.id, session)
  join(connection, session)
  const { ready, guilds } = login.greet()
  const ofSession = { session_id: session.id, session_type: 'normal', resume_gateway_url: login.resumeUrl() }
  session.dispatch('READY', JSON.stringify({ ...ready, ...ofSession }))
  for (const guild of guilds) session.dispatch('GUILD_CREATE', JSON.stringify(guild))
}

function goOn(connection: Connection, session: Session, sequence: number): void {
  join(connection, session)
  session.replay(sequence)
  session.dispatch('RESUMED', '{"_trace":[]}')
}

function join(connection: Connection, session: Session): void {
  connection.session = session
  session.join(connection)
}
