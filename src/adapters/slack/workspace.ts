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
  readonly teamId: string
  readonly botUserId: string
  readonly botId?: string
  readonly enterpriseId?: string
  /** Installed for all workspaces of the organisation. */
  readonly isOrgWide: boolean
}

/** The ids that something which happened names, those of a shared channel's other workspaces among them. */
export type Origin = {
  readonly teamIds: readonly (string | undefined)[]
  readonly enterpriseIds: readonly (string | undefined)[]
}

/** Whether something happened in an installation: in its workspace, or anywhere in the organisation that it is for. */
export function happenedIn({ teamId, enterpriseId, isOrgWide }: Identity, { teamIds, enterpriseIds }: Origin): boolean {
  return teamIds.includes(teamId) || (isOrgWide && enterpriseId !== undefined && enterpriseIds.includes(enterpriseId))
}

/** Reads where something happened, from whatever Slack delivers. */
export function readOrigin(body: LeanBody): Origin {
  const { authorizations = [] } = body
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
  readonly authorizations?: readonly { readonly team_id?: Id; readonly enterprise_id?: Id; readonly user_id?: Id }[]
}
