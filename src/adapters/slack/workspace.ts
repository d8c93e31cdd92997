import type { SlackApi } from './slack-api.ts'

/** One installation of the app, in a workspace or in a whole organisation; everything that happens in it carries it. */
export type Workspace = {
  /** Stands for it wherever people and places are told apart. */
  readonly id: string
  readonly api: SlackApi
  /** The bot's own user, as far as it is known. */
  readonly botUserId: () => string | undefined
}

/** Whose token it is, as `auth.test` tells. */
export type Identity = {
  /** Empty where Slack does not say. */
  readonly teamId: string
  readonly botUserId: string
  readonly enterpriseId?: string
  /** Installed for all workspaces of the organisation. */
  readonly isOrgWide: boolean
}

/** The ids that something which happened names, those of a shared channel's other workspaces among them. */
export type Origin = {
  readonly teamIds: readonly (string | undefined)[]
  readonly enterpriseIds: readonly (string | undefined)[]
  /** Delivered to an installation for a whole organisation. */
  readonly isOrgWide: boolean
}

/** Whether something happened in an installation: in its workspace, or anywhere in the organisation that it is for. */
export function happenedIn({ teamId, enterpriseId, isOrgWide }: Identity, origin: Origin): boolean {
  if (teamId === '' || origin.teamIds.includes(teamId) || isNowhere(origin)) return true
  if (!isOrgWide && !origin.isOrgWide) return false
  return enterpriseId !== undefined && origin.enterpriseIds.includes(enterpriseId)
}

/** Nothing says where it happened, and there is one token to answer with. */
function isNowhere({ teamIds, enterpriseIds }: Origin): boolean {
  return [...teamIds, ...enterpriseIds].every((id) => id === undefined)
}

/** Reads where something happened, from whatever Slack delivers. */
export function readOrigin(body: LeanBody): Origin {
  const authorizations = body.authorizations ?? []
  return {
    teamIds: [body.team_id, body.context_team_id, body.team?.id, ...authorizations.map(({ team_id }) => team_id)].map(
      (id) => id ?? undefined,
    ),
    enterpriseIds: [
      body.enterprise_id,
      body.context_enterprise_id,
      body.enterprise?.id,
      ...authorizations.map(({ enterprise_id }) => enterprise_id),
    ].map((id) => id ?? undefined),
    isOrgWide: [body, ...authorizations].some(({ is_enterprise_install: is }) => is === true || is === 'true'),
  }
}

type Id = string | null | undefined

/** What of a delivery says where it comes from; events, commands and interactions each name it in their own way. */
export type LeanBody = {
  readonly team_id?: Id
  readonly enterprise_id?: Id
  readonly context_team_id?: Id
  readonly context_enterprise_id?: Id
  readonly team?: { readonly id?: Id } | null
  readonly enterprise?: { readonly id?: Id } | null
  /** Commands have it as a word. */
  readonly is_enterprise_install?: boolean | string | null
  readonly authorizations?:
    | readonly {
        readonly team_id?: Id
        readonly enterprise_id?: Id
        readonly is_enterprise_install?: boolean
      }[]
    | null
}
