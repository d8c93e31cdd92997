import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { happenedIn, type Identity, type LeanBody, readOrigin } from '../../../src/adapters/slack/workspace.ts'

const identity: Identity = { teamId: 'T0FAKE', botUserId: 'U0FAKEBOT', isOrgWide: false }
const inOrganisation: Identity = { ...identity, enterpriseId: 'E0FAKE' }
const orgWide: Identity = { ...inOrganisation, isOrgWide: true }

describe('happenedIn() of an app of one workspace', () => {
  it.each<[string, LeanBody, boolean]>([
    ['an event of it', { team_id: 'T0FAKE' }, true],
    ['an event of another one', { team_id: 'T0OTHER' }, false],
    ['an interaction of it', { team: { id: 'T0FAKE' }, enterprise: null }, true],
    ['an interaction of another one', { team: { id: 'T0OTHER' }, enterprise: null }, false],
    // the writer's workspace comes first, and ours is among those that the event is delivered for
    ['a shared channel', { team_id: 'T0OTHER', authorizations: [{ team_id: 'T0FAKE', enterprise_id: null }] }, true],
    ['a shared channel, named by its context', { team_id: 'T0OTHER', context_team_id: 'T0FAKE' }, true],
    ['a shared channel of others', { team_id: 'T0OTHER', authorizations: [{ team_id: 'T0THIRD' }] }, false],
    ['something that says nothing', {}, true],
    ['something that says null', { team_id: null, team: null, enterprise: null, authorizations: [] }, true],
    ['something with empty ids', { team_id: '', enterprise_id: '' }, false],
  ])('says of %s: %#', (_, body, isHere) => {
    expect(happenedIn(identity, readOrigin(body))).toBe(isHere)
  })

  it('does not answer in the other workspaces of its organisation', () => {
    const body = { team_id: 'T0OTHER', enterprise_id: 'E0FAKE', context_enterprise_id: 'E0FAKE' }

    expect(happenedIn(inOrganisation, readOrigin(body))).toBe(false)
  })
})

describe('happenedIn() of an app of a whole organisation', () => {
  it.each<[string, LeanBody, boolean]>([
    ['an event of the workspace of the token', { team_id: 'T0FAKE', enterprise_id: 'E0FAKE' }, true],
    ['an event of another workspace of the organisation', { team_id: 'T0OTHER', enterprise_id: 'E0FAKE' }, true],
    ['an interaction of the organisation, without a workspace', { team: null, enterprise: { id: 'E0FAKE' } }, true],
    ['an event whose context alone names it', { team_id: 'T0OTHER', context_enterprise_id: 'E0FAKE' }, true],
    [
      'an event that is delivered for the organisation',
      { team_id: 'T0OTHER', authorizations: [{ team_id: null, enterprise_id: 'E0FAKE' }] },
      true,
    ],
    ['an event of another organisation', { team_id: 'T0OTHER', enterprise_id: 'E0OTHER' }, false],
    ['something that says nothing', {}, true],
  ])('says of %s: %#', (_, body, isHere) => {
    expect(happenedIn(orgWide, readOrigin(body))).toBe(isHere)
  })

  it('takes nothing for its own while it does not know its organisation', () => {
    const { enterpriseId: _, ...unknown } = orgWide

    expect(happenedIn(unknown, readOrigin({ team_id: 'T0OTHER' }))).toBe(false)
  })
})

it('happenedIn() is never true where other ids are named than those of the installation', () => {
  const id = fc.option(fc.constantFrom('T1', 'T2', 'E1', 'E2', ''), { nil: null })
  const named = fc.option(fc.record({ id }), { nil: null })
  const body = fc.record(
    {
      team_id: id,
      enterprise_id: id,
      context_team_id: id,
      context_enterprise_id: id,
      team: named,
      enterprise: named,
      authorizations: fc.array(fc.record({ team_id: id, enterprise_id: id }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )

  fc.assert(
    fc.property(body, fc.boolean(), (some, isOrgWide) => {
      const delivered = { ...some, context_team_id: 'T1' }
      const here = { ...identity, teamId: 'T0FAKE', enterpriseId: 'E0FAKE', isOrgWide }

      expect(happenedIn(here, readOrigin(delivered))).toBe(false)
      expect(happenedIn(here, readOrigin({ ...delivered, team_id: 'T0FAKE' }))).toBe(true)
      expect(happenedIn(here, readOrigin({ ...delivered, enterprise_id: 'E0FAKE' }))).toBe(isOrgWide)
    }),
  )
})
