import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Pressing,
  readCommander,
  readPresser,
  readShortcutUser,
  type Shortcut,
} from '../../../src/adapters/slack/asker.ts'
import { fakeWorkspace } from './fake-workspace.ts'

const workspace = fakeWorkspace()
const url = 'http://127.0.0.1/respond/fake'
const user = { id: 'U0FAKEANN' }
const inChannel = { id: 'C0FAKE' }
const withBot = { id: 'D0FAKE' }

describe('readCommander()', () => {
  it.each([
    ['C0FAKE', false],
    ['G0FAKE', false],
    ['D0FAKE', true],
  ])('answers in %s to the person alone', (channel_id, isDirect) => {
    expect(readCommander({ user_id: user.id, channel_id, text: 'stress', response_url: url }, workspace)).toEqual({
      workspace,
      userId: user.id,
      channelId: channel_id,
      target: { type: 'response', address: { url }, isDirect },
    })
  })
})

describe('readShortcutUser()', () => {
  it('answers to the person alone, in the channel', () => {
    expect(shortcutUser({})).toEqual({
      workspace,
      userId: user.id,
      channelId: inChannel.id,
      target: { type: 'response', address: { url }, isDirect: false },
    })
  })

  it('answers in the thread that the message stands in', () => {
    expect(shortcutUser({ message: { text: 'low', thread_ts: '1.1' } }).target).toEqual({
      type: 'response',
      address: { url, threadTs: '1.1' },
      threadTs: '1.1',
      isDirect: false,
    })
  })

  it('answers where no channel is named', () => {
    const asker = shortcutUser({ channel: undefined })

    expect(asker).not.toHaveProperty('channelId')
    expect(asker.target).toEqual({ type: 'response', address: { url }, isDirect: false })
  })
})

describe('readPresser() in a channel', () => {
  it('answers by the response address, to the person alone', () => {
    expect(presser({ channel: inChannel, response_url: url })).toEqual({
      workspace,
      userId: user.id,
      channelId: inChannel.id,
      target: { type: 'response', address: { url }, isDirect: false },
    })
  })

  it.each([
    ['the container', { container: { thread_ts: '1.1' }, message: { thread_ts: '2.2' } }],
    ['the message, where the container names none', { container: {}, message: { thread_ts: '1.1' } }],
    ['the message alone', { message: { thread_ts: '1.1' } }],
  ])('answers in the thread of %s', (_, parts) => {
    expect(presser({ channel: inChannel, response_url: url, ...parts })?.target).toEqual({
      type: 'response',
      address: { url, threadTs: '1.1' },
      threadTs: '1.1',
      isDirect: false,
    })
  })

  it('begins no thread under the pressed message', () => {
    const parts = { container: { message_ts: '1.1' }, message: { ts: '1.1' } }

    expect(presser({ channel: inChannel, response_url: url, ...parts })?.target).toEqual({
      type: 'response',
      address: { url },
      isDirect: false,
    })
  })

  it('answers by a private message where there is no response address', () => {
    expect(presser({ channel: inChannel, container: { thread_ts: '1.1' } })?.target).toEqual({
      type: 'response',
      threadTs: '1.1',
      isDirect: false,
    })
  })
})

describe('readPresser() in direct messages with the bot', () => {
  it.each([
    ['the thread of the container', { container: { thread_ts: '1.1', message_ts: '2.2' } }],
    ['the thread of the message', { container: { message_ts: '2.2' }, message: { thread_ts: '1.1' } }],
    ['a thread under the message of the container', { container: { message_ts: '1.1' }, message: { ts: '2.2' } }],
    ['a thread under the message', { message: { ts: '1.1' } }],
  ])('answers into %s', (_, parts) => {
    expect(presser({ channel: withBot, ...parts })?.target).toEqual({
      type: 'thread',
      thread: { channelId: withBot.id, threadTs: '1.1' },
    })
  })

  it('keeps the response address, as the direct messages may be somebody else’s', () => {
    const parts = { container: { thread_ts: '1.1' }, response_url: url }

    expect(presser({ channel: withBot, ...parts })?.target).toEqual({
      type: 'thread',
      thread: { channelId: withBot.id, threadTs: '1.1' },
      address: { url, threadTs: '1.1' },
    })
  })

  it('answers a press on what the person alone sees in the same way', () => {
    const parts = { container: { is_ephemeral: true, message_ts: '1.1' }, response_url: url }

    expect(presser({ channel: withBot, ...parts })?.target).toEqual({
      type: 'response',
      address: { url },
      isDirect: true,
    })
  })

  it('answers by the response address where no message is named', () => {
    expect(presser({ channel: withBot, response_url: url })?.target).toEqual({
      type: 'response',
      address: { url },
      isDirect: true,
    })
  })

  it('answers by a private message where neither a message nor an address is named', () => {
    expect(presser({ channel: withBot })?.target).toEqual({ type: 'response', isDirect: true })
  })
})

describe('readPresser() on the Home tab', () => {
  it('opens a view over it', () => {
    expect(presser({ view: { id: 'V1', type: 'home' }, trigger_id: 'fake-trigger' })).toEqual({
      workspace,
      userId: user.id,
      target: { type: 'new view', triggerId: 'fake-trigger' },
    })
  })

  it('changes the view that was pressed', () => {
    expect(presser({ view: { id: 'V1', type: 'modal' }, trigger_id: 'fake-trigger' })?.target).toEqual({
      type: 'same view',
      viewId: 'V1',
    })
  })

  it('knows nobody where nothing can be opened', () => {
    expect(presser({ view: { id: 'V1', type: 'home' } })).toBeUndefined()
    expect(presser({ trigger_id: 'fake-trigger' })).toBeUndefined()
    expect(presser({})).toBeUndefined()
  })
})

describe('readPresser() and the language', () => {
  it.each([
    ['de:1', 'de'],
    ['pt-BR:1', 'pt'],
    ['gsw:1', 'gsw'],
    ['en:de:1', 'en'],
    ['1', undefined],
    ['', undefined],
    ['DE:1', undefined],
    ['d:1', undefined],
    ['deutsch:1', undefined],
    ['de', undefined],
  ])('reads the block "%s" as %s', (block_id, language) => {
    const action = { type: 'button', action_id: 'a', block_id, value: 'topics' }

    expect(presser({ channel: inChannel, response_url: url, actions: [action] })?.language).toBe(language)
    expect(presser({ view: { id: 'V1' }, trigger_id: 'fake', actions: [action] })?.language).toBe(language)
  })
})

it('readPresser() shows nobody but the person what is pressed in a channel, whatever else Slack says', () => {
  const ts = fc.option(fc.constantFrom('1.1', '2.2'), { nil: undefined })
  const container = fc.record({ message_ts: ts, thread_ts: ts, is_ephemeral: fc.boolean() }, { requiredKeys: [] })
  const message = fc.record({ ts, thread_ts: ts }, { requiredKeys: [] })
  const channel = fc.stringMatching(/^[CG][A-Z0-9]{2,10}$/).map((id) => ({ id }))

  fc.assert(
    fc.property(channel, container, message, (place, shownIn, shown) => {
      const asker = presser({ channel: place, container: shownIn, message: shown, response_url: url })

      expect(asker?.target).toMatchObject({ type: 'response', isDirect: false })
    }),
  )
})

function shortcutUser(parts: Readonly<Record<string, unknown>>) {
  const shortcut = {
    user,
    channel: inChannel,
    response_url: url,
    message: { text: 'low', user: 'U0FAKEBOB' },
    ...parts,
  }
  return readShortcutUser(overTheWire(shortcut) as Shortcut, workspace)
}

function presser(parts: Readonly<Record<string, unknown>>) {
  return readPresser(overTheWire({ user, ...parts }) as Pressing, workspace)
}

function overTheWire(payload: object): unknown {
  return JSON.parse(JSON.stringify(payload))
}
