import { expect, it } from 'vitest'
import type { Target } from '../../../src/adapters/slack/asker.ts'
import { deliver } from '../../../src/adapters/slack/deliver.ts'
import type { FaultKind } from '../../../src/adapters/slack/read-fault.ts'
import { renderNote } from '../../../src/adapters/slack/render.ts'
import type { SlackApi } from '../../../src/adapters/slack/slack-api.ts'

const [first, second] = [renderNote('one'), renderNote('two')]
const address = { url: 'http://127.0.0.1/fake' }
const response = { type: 'response', address, isDirect: false } as const
const thread = { channelId: 'D0FAKE', threadTs: '1.1' }

it.each<[string, Target, boolean, Partial<Record<Way, FaultKind>>, readonly string[], FaultKind | undefined]>([
  ['by the response address, in order', response, false, {}, ['respond one', 'respond two'], undefined],
  ['no further than the first fault', response, false, { respond: 'gone' }, ['respond one'], 'gone'],
  [
    'what is urgent as a private message where the address is gone',
    response,
    true,
    { respond: 'gone' },
    ['respond one', 'private one', 'private two'],
    undefined,
  ],
  [
    'nothing where neither takes it',
    response,
    true,
    { respond: 'gone', private: 'forbidden' },
    ['respond one', 'private one'],
    'forbidden',
  ],
  [
    'as a private message where there is no address',
    { type: 'response', isDirect: false },
    false,
    {},
    ['private one', 'private two'],
    undefined,
  ],
  ['into the thread of direct messages', { type: 'thread', thread }, false, {}, ['post one', 'post two'], undefined],
  [
    'by the address where the direct messages are somebody else’s',
    { type: 'thread', thread, address },
    false,
    { post: 'not-a-member' },
    ['post one', 'respond one', 'respond two'],
    undefined,
  ],
  [
    'no second time where the first may have arrived',
    { type: 'thread', thread, address },
    false,
    { post: 'unsure' },
    ['post one'],
    'unsure',
  ],
  [
    'a second time where it is urgent',
    { type: 'thread', thread, address },
    true,
    { post: 'unsure' },
    ['post one', 'respond one', 'respond two'],
    undefined,
  ],
  ['nothing into a view', { type: 'same view', viewId: 'V0FAKE' }, true, {}, [], 'refused'],
])('deliver() brings it %s', async (_, target, isUrgent, faults, expected, fault) => {
  const { api, sent } = recordingApi(faults)
  const asker = { workspace: { id: 'w', api, botUserId: () => 'U0BOT' }, userId: 'U0FAKE', channelId: 'C0FAKE', target }

  const result = await deliver(asker, [first, second], isUrgent)

  expect(sent).toEqual(expected)
  expect(result).toBe(fault)
})

type Way = 'post' | 'respond' | 'private'

/** Calls that note what was sent, and fail where told. */
function recordingApi(faults: Partial<Record<Way, FaultKind>>) {
  const sent: string[] = []
  const way =
    (name: Way) =>
    async (_: unknown, { text }: { readonly text: string }) => {
      sent.push(`${name} ${text}`)
      const fault = faults[name]
      return fault === undefined ? { result: '1.1' } : { fault }
    }
  const api = { post: way('post'), respond: way('respond'), postPrivately: way('private') } as unknown as SlackApi
  return { api, sent }
}
