import { PlatformRefused } from '../platform-refused.ts'
import { SocketEnded } from './socket-ended.ts'

/**
 * What to mend where Slack gives no address to connect to; all else is healed by trying again.
 *
 * The codes of UnrecoverableSocketModeStartError in @slack/socket-mode 3.1.0, and those that every method of the Web API may give.
 */
export function readSocketRefusal(error: unknown): PlatformRefused | undefined {
  const code = codeOf(error)
  const words = code === undefined ? undefined : problems.get(code)
  return words === undefined ? undefined : new PlatformRefused(`Slack refuses the connection (${code}): ${words}`)
}

/** Whether Slack has said that Socket Mode is switched off in the app's settings. */
export function isSocketModeOff(error: unknown): boolean {
  return error instanceof SocketEnded && error.code === 'link_disabled'
}

/** What to mend then. */
export const socketModeOff =
  'Socket Mode is switched off (switch it on: api.slack.com/apps, your app, Socket Mode; Pamphlet goes on trying)'

const page = 'api.slack.com/apps, your app, Basic Information, App-Level Tokens'

const notValid = `SLACK_APP_TOKEN is not valid (copy it anew: ${page}; it begins with xapp-)`

const notAllowed = `SLACK_APP_TOKEN may not connect (ask an admin of the workspace to allow the app, then generate another token: ${page})`

const closedWorkspace =
  'the workspace or the account that SLACK_APP_TOKEN belongs to is switched off (take the token of an app in another workspace)'

const problems: ReadonlyMap<string, string> = new Map([
  ['invalid_auth', notValid],
  ['not_authed', notValid],
  ['token_revoked', `SLACK_APP_TOKEN has been revoked (generate another one with connections:write: ${page})`],
  ['token_expired', `SLACK_APP_TOKEN has expired (generate another one with connections:write: ${page})`],
  [
    'not_allowed_token_type',
    `SLACK_APP_TOKEN is a token of another kind (take the one that begins with xapp-: ${page})`,
  ],
  ['missing_scope', `SLACK_APP_TOKEN has no connections:write (generate one that has it: ${page})`],
  ['no_permission', notAllowed],
  ['access_denied', notAllowed],
  ['accesslimited', notAllowed],
  ['team_access_not_granted', notAllowed],
  ['enterprise_is_restricted', notAllowed],
  ['user_removed_from_team', notAllowed],
  ['account_inactive', closedWorkspace],
  ['team_disabled', closedWorkspace],
])

/** The word that Slack gives, as the library passes it on. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined
  const { data } = error
  if (typeof data !== 'object' || data === null || !('error' in data)) return undefined
  return typeof data.error === 'string' ? data.error : undefined
}
