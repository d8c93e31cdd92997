import { setTimeout as wait } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import type { Log } from '../../operations/log.ts'
import { PlatformRefused } from '../platform-refused.ts'
import { manifestFacts } from './manifest-facts.ts'
import { patience } from './patience.ts'
import { readFault } from './read-fault.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { Identity } from './workspace.ts'

/** Whose token it is, and what its operator has to know. */
export type Learned = { readonly identity: Identity; readonly lines: readonly string[] }

export type LearnIdentityParts = {
  readonly whoAmI: () => Promise<webApi.AuthTestResponse>
  readonly log: Log
  /** Ends the attempts. */
  readonly signal: AbortSignal
}

/** Asks Slack whose token it is, with patience where it cannot be reached; rejects with what to mend where it refuses the token. */
export async function learnIdentity({ whoAmI, log, signal }: LearnIdentityParts): Promise<Learned> {
  let told: string | undefined
  for (let attempt = 0; ; attempt += 1) {
    try {
      return readIdentity(await unlessAborted(whoAmI(), signal))
    } catch (error) {
      signal.throwIfAborted()
      const { code = '', retryAfterMs = 0 } = readFault(error)
      const reason = refusals.get(code)
      if (reason !== undefined) throw new PlatformRefused(`SLACK_BOT_TOKEN ${reason}`)
      const backoffMs = Math.min(patience.firstAttemptMs * 2 ** attempt, patience.longestAttemptMs)
      const ms = Math.max(backoffMs, Math.min(retryAfterMs, patience.longestRetryAfterMs))
      if (told !== code) log.warn('cannot-connect', { platform: 'slack', error, code, ms })
      told = code
      await wait(ms, undefined, { signal })
    }
  }
}

const notAllowed = 'may not be used here (ask an admin of the workspace to allow the app, then install it again)'

/** What Slack says of a token that no second attempt would make better; reference/methods/auth.test, checked 2026-11-23. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['invalid_auth', 'is not valid (copy the "Bot User OAuth Token" of the page "OAuth & Permissions" again)'],
  ['not_authed', 'is not valid (copy the "Bot User OAuth Token" of the page "OAuth & Permissions" again)'],
  ['not_allowed_token_type', 'is a token of another kind (copy the "Bot User OAuth Token", which begins with xoxb-)'],
  ['token_revoked', 'has been revoked (install the app to the workspace again, and copy the new token)'],
  [
    'token_expired',
    'has expired (turn token rotation off in the settings of the app, install it again, and copy the new token)',
  ],
  [
    'account_inactive',
    'belongs to an app that was removed (install it to the workspace again, and copy the new token)',
  ],
  ['team_disabled', 'belongs to a workspace that is switched off'],
  ['access_denied', notAllowed],
  ['accesslimited', notAllowed],
  ['team_access_not_granted', notAllowed],
  ['enterprise_is_restricted', notAllowed],
  ['no_permission', notAllowed],
  ['user_removed_from_team', notAllowed],
])

function readIdentity(answer: webApi.AuthTestResponse): Learned {
  const { user_id: botUserId = '', team_id: teamId = '', enterprise_id: enterpriseId } = answer
  const identity = {
    teamId,
    botUserId,
    ...(enterpriseId === undefined ? {} : { enterpriseId }),
    isOrgWide: answer.is_enterprise_install === true,
  }
  const name = answer.user === undefined ? 'the bot' : `@${answer.user}`
  const place = answer.team === undefined ? '' : ` in ${answer.team}`
  return { identity, lines: [`Slack is connected, as ${name}${place}.`, ...missingScopes(answer)] }
}

/** Scopes that the app needs and was not given, where Slack lists those it was. */
function missingScopes({ response_metadata: { scopes = [] } = {} }: webApi.AuthTestResponse): readonly string[] {
  if (scopes.length === 0) return []
  return Object.entries(manifestFacts.scopes)
    .filter(([scope]) => !scopes.includes(scope))
    .map(
      ([scope, why]) =>
        `The app lacks the scope ${scope}, which it needs ${why} (add it on the page "OAuth & Permissions", and install the app again)`,
    )
}
