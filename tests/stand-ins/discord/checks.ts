import { checkCallback, checkCommands, checkMessageBody } from './check-body.ts'
import { RestError } from './rest-error.ts'

/** Refuses bodies that Discord would refuse. */
export type Checks = {
  readonly message: (body: unknown, context: 'create' | 'followup' | 'edit') => void
  readonly callback: (body: unknown) => void
  readonly commands: (body: unknown) => void
}

/** Makes the checks, or ones that let everything pass where there is no time for them. */
export function createChecks(on: boolean): Checks {
  if (!on) return { message: () => {}, callback: () => {}, commands: () => {} }
  return {
    message: (body, context) => refuse(checkMessageBody(withoutNoise(body), context)),
    callback: (body) => refuse(checkCallback(withoutNoise(body))),
    commands: (body) => refuse(checkCommands(body)),
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new RestError('invalidForm', problems)
}

/** The body without what discord.js writes into every message, asked or not, and Discord ignores where it means nothing. */
function withoutNoise(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const entries = Object.entries(body).filter(([key, value]) => !(noise.has(key) && value === false))
  return Object.fromEntries(entries.map(([key, value]) => [key, key === 'data' ? withoutNoise(value) : value]))
}

const noise: ReadonlySet<string> = new Set(['tts', 'enforce_nonce'])
