import type { App, Receiver } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { Events } from '../../../src/adapters/slack/events.ts'
import { listen } from '../../../src/adapters/slack/listen.ts'
import { clientOptionsFor } from '../../../src/adapters/slack/slack-api.ts'
import type { LeanBody } from '../../../src/adapters/slack/workspace.ts'
import { fakeWorkspace } from './fake-workspace.ts'

type Body = Readonly<Record<string, unknown>>

const command = {
  command: '/ask',
  text: 'diet',
  user_id: 'U0FAKEANN',
  channel_id: 'C0FAKE',
  team_id: 'T0FAKE',
  trigger_id: 'fake-trigger',
  response_url: 'http://127.0.0.1/fake',
}
const shortcut = {
  type: 'message_action',
  callback_id: 'answer_this',
  trigger_id: 'fake-trigger',
  response_url: 'http://127.0.0.1/fake',
  team: { id: 'T0FAKE' },
  user: { id: 'U0FAKEANN' },
  channel: { id: 'C0FAKE' },
  message: { ts: '1.1', text: 'low' },
}
const press = {
  type: 'block_actions',
  trigger_id: 'fake-trigger',
  team: { id: 'T0FAKE' },
  user: { id: 'U0FAKEANN' },
  channel: { id: 'C0FAKE' },
  actions: [{ type: 'button', action_id: 'passage-3', block_id: '1', value: 'topics' }],
}

describe('listen() hands on', () => {
  it.each<[keyof Events, Body]>([
    ['onMention', event({ type: 'app_mention', channel: 'C0FAKE', user: 'U0FAKEANN', text: 'diet', ts: '1.1' })],
    ['onMessage', event({ type: 'message', channel: 'D0FAKE', channel_type: 'im', user: 'U0FAKEANN', ts: '1.1' })],
    ['onMessage', event({ type: 'message', channel: 'C0FAKE', channel_type: 'channel', ts: '1.1' })],
    ['onMessage', event({ type: 'message', subtype: 'message_changed', channel: 'C0FAKE', ts: '1.1' })],
    ['onTabOpened', event({ type: 'app_home_opened', user: 'U0FAKEANN', channel: 'D0FAKE', tab: 'home' })],
    ['onCommand', command],
    // as a workspace may name it where two apps have the same
    ['onCommand', { ...command, command: '/pamphlet-ask' }],
    ['onShortcut', shortcut],
    ['onPress', press],
    ['onPress', { ...press, actions: [{ type: 'static_select', action_id: 'pick:0', selected_option: null }] }],
    ['onPress', { ...press, channel: undefined, view: { id: 'V0FAKE', type: 'home' } }],
  ])('to %s, acknowledged before and with its workspace: %#', async (name, body) => {
    const { deliver, happened, workspace, faults } = start()

    await deliver(body)

    expect(happened).toEqual(['acknowledged', name])
    expect(workspace()).toBe('fake-workspace')
    expect(faults).toEqual([])
  })

  it('what the bot itself wrote, since it is left out elsewhere with whatever else is no question', async () => {
    const { deliver, happened } = start()

    await deliver(event({ type: 'message', channel: 'D0FAKE', user: 'U0FAKEBOT', bot_id: 'B0FAKE', ts: '1.1' }))

    expect(happened).toEqual(['acknowledged', 'onMessage'])
  })

  it('the ids by which repetitions are known', async () => {
    const { deliver, args } = start()

    await deliver(event({ type: 'app_mention', client_msg_id: 'fake-message', ts: '1.1' }, { event_id: 'Ev0FAKE' }))
    await deliver(event({ type: 'message', ts: '1.1' }, { event_id: undefined }))
    await deliver(command)

    expect(args.map((given) => given.at(-1))).toEqual([
      { eventId: 'Ev0FAKE', clientMessageId: 'fake-message' },
      {},
      'fake-trigger',
    ])
  })

  it.each([
    ['an event that nobody listens to', event({ type: 'reaction_added', user: 'U0FAKEANN' })],
    ['a shortcut without a message', { ...shortcut, type: 'shortcut', message: undefined, channel: undefined }],
    ['a view that was sent', { type: 'view_submission', team: { id: 'T0FAKE' }, user: {}, view: { id: 'V0FAKE' } }],
    ['what Slack has never sent', { type: 'something_new', team: { id: 'T0FAKE' } }],
    ['nothing', {}],
  ])('to nobody %s', async (_, body) => {
    const { deliver, happened } = start()

    await deliver(body)

    expect(happened.filter((what) => what !== 'acknowledged')).toEqual([])
  })
})

describe('listen() and what happened elsewhere', () => {
  it.each<[string, Body]>([
    ['an event', event({ type: 'app_mention', ts: '1.1' }, { team_id: 'T0OTHER' })],
    ['a command', { ...command, team_id: 'T0OTHER' }],
    ['a shortcut', { ...shortcut, team: { id: 'T0OTHER' } }],
    ['a press', { ...press, team: { id: 'T0OTHER' } }],
  ])('leaves %s alone, and logs it', async (_, body) => {
    const { deliver, happened, faults } = start()

    await deliver(body)

    expect(happened.filter((what) => what !== 'acknowledged')).toEqual([])
    expect(faults).toEqual(['other-workspace'])
  })
})

describe('listen() and the end', () => {
  it.each<[string, Body]>([
    ['the app was removed', event({ type: 'app_uninstalled' })],
    ['the token was revoked', event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0FAKEBOT'] } })],
    ['the token was revoked', event({ type: 'tokens_revoked', tokens: { bot: ['B0FAKE'] } })],
  ])('tells that %s: %#', async (reason, body) => {
    const { deliver, revoked } = start()

    await deliver(body)

    expect(revoked).toHaveLength(1)
    expect(revoked[0]).toContain(reason)
  })

  it.each<[string, Body]>([
    ['the tokens of people alone', event({ type: 'tokens_revoked', tokens: { oauth: ['U0FAKEANN'] } })],
    ['no tokens', event({ type: 'tokens_revoked' })],
    ['a removal elsewhere', event({ type: 'app_uninstalled' }, { team_id: 'T0OTHER' })],
    ['tokens elsewhere', event({ type: 'tokens_revoked', tokens: { bot: ['U0FAKEBOT'] } }, { team_id: 'T0OTHER' })],
  ])('does not take %s for it', async (_, body) => {
    const { deliver, revoked } = start()

    await deliver(body)

    expect(revoked).toEqual([])
  })

  it('takes no token of a person for its own while it does not know who it is', async () => {
    const { deliver, revoked } = start({ botUserId: undefined })

    await deliver(event({ type: 'tokens_revoked', tokens: { oauth: ['U0FAKEANN'], bot: [] } }))

    expect(revoked).toEqual([])
  })

  it('takes any token of a bot for its own while it does not know who it is', async () => {
    const { deliver, revoked } = start({ botUserId: undefined })

    await deliver(event({ type: 'tokens_revoked', tokens: { bot: ['U0FAKEBOT'] } }))

    expect(revoked).toHaveLength(1)
  })
})

describe('listen() and work that fails', () => {
  it.each<[string, Body]>([
    ['an event', event({ type: 'app_mention', ts: '1.1' })],
    ['a command', command],
    ['a shortcut', shortcut],
    ['a press', press],
  ])('logs once that %s failed, and goes on', async (_, body) => {
    const { deliver, faults, happened } = start({ fail: 1 })

    await deliver(body)
    await deliver(command)

    expect(faults).toEqual(['event-failed'])
    expect(happened.at(-1)).toBe('onCommand')
  })
})

/** An event as Slack delivers it, in the workspace of the token unless told otherwise. */
function event(what: Body, around: Body = {}): Body {
  const body = { type: 'event_callback', team_id: 'T0FAKE', event_id: 'Ev0FAKE', authorizations: [], ...around }
  return { ...body, event: { event_ts: '1.1', ...what } }
}

/** The app of Bolt behind a receiver to which deliveries are handed; the first `fail` pieces of work fail. */
function start({ fail = 0, ...who }: { readonly fail?: number; readonly botUserId?: string | undefined } = {}) {
  const workspace = fakeWorkspace('botUserId' in who ? who.botUserId : 'U0FAKEBOT')
  const happened: string[] = []
  const args: (readonly unknown[])[] = []
  const revoked: string[] = []
  const faults: string[] = []
  const tracked: Promise<void>[] = []
  let app: App | undefined
  const receiver: Receiver = {
    init: (created) => {
      app = created
    },
    start: async () => {},
    stop: async () => {},
  }
  const events = new Proxy({} as Events, {
    get:
      (_, name) =>
      async (...given: unknown[]) => {
        happened.push(String(name))
        args.push(given)
        if (args.length <= fail) throw new Error('broken')
      },
  })
  const note = (name: string) => void faults.push(name)

  listen({
    receiver,
    events,
    token: 'xoxb-fake-bot-token',
    clientOptions: clientOptionsFor('http://127.0.0.1/api/'),
    findWorkspace: ({ team_id, team }: LeanBody) => ((team_id ?? team?.id) === 'T0FAKE' ? workspace : undefined),
    onRevoked: (_, reason) => void revoked.push(reason),
    track: (work) => {
      tracked.push(work)
      return work
    },
    log: { info: note, warn: note, error: note },
  })

  return {
    happened,
    args,
    revoked,
    faults,
    workspace: () =>
      args
        .at(-1)
        ?.map((given) => (given === workspace ? workspace.id : ''))
        .join(''),
    deliver: async (body: Body) => {
      await app?.processEvent({
        body: JSON.parse(JSON.stringify(body)),
        ack: async () => void happened.push('acknowledged'),
      })
      await Promise.allSettled(tracked)
    },
  }
}
