import { expect, it } from 'vitest'
import type { DiscordApi, Message, SendOptions } from '../../../src/adapters/discord/discord-api.ts'
import { textMessage } from '../../../src/adapters/discord/drawing/message-body.ts'
import { limits } from '../../../src/adapters/discord/limits.ts'
import { postParts } from '../../../src/adapters/discord/post-parts.ts'
import type { Sent } from '../../../src/adapters/discord/try-request.ts'

const bodies = ['one', 'two', 'three', 'four'].map((text) => textMessage(text))

/** The longest id that Discord can give: a number of 64 bits. */
const longestId = '18446744073709551615'

it('postParts() posts one part after the other, each only when the one before is there', async () => {
  const channel = openChannel()

  const posted = await postParts(channel, bodies, { channelId: '201', nonce: '401' })

  expect(posted).toEqual({ messageIds: ['m1', 'm2', 'm3', 'm4'] })
  expect(channel.contents()).toEqual(['one', 'two', 'three', 'four'])
  expect(channel.mostAtOnce()).toBe(1)
})

it('postParts() attaches the first part alone to the question', async () => {
  const channel = openChannel()

  await postParts(channel, bodies, { channelId: '201', nonce: '401', replyTo: '401' })

  expect(channel.sent.map(({ message }) => message.replyTo)).toEqual(['401', undefined, undefined, undefined])
})

it('postParts() gives each part a nonce of its own, which Discord takes, and the same one the next time', async () => {
  const [first, second] = [openChannel(), openChannel()]

  await postParts(first, bodies, { channelId: '201', nonce: longestId })
  await postParts(second, bodies, { channelId: '201', nonce: longestId })

  const nonces = first.sent.map(({ message }) => message.nonce)
  expect(new Set(nonces).size).toBe(4)
  for (const nonce of nonces) expect(nonce.length).toBeLessThanOrEqual(limits.maxNonce)
  expect(second.sent.map(({ message }) => message.nonce)).toEqual(nonces)
})

it('postParts() stops at the first part that fails, and says what stands there', async () => {
  const channel = openChannel({ failsAt: 3 })

  const posted = await postParts(channel, bodies, { channelId: '201', nonce: '401' })

  expect(posted).toEqual({ messageIds: ['m1', 'm2'], fault: 'forbidden' })
  expect(channel.contents()).toEqual(['one', 'two', 'three'])
})

it.each([{}, { isUrgent: true }, { isUrgent: true, withinMs: 500 }])(
  'postParts() hands on to every part what is %j',
  async (options) => {
    const channel = openChannel()

    await postParts(channel, bodies, { channelId: '201', nonce: '401', ...options })

    expect(channel.sent.map((each) => each.options)).toEqual([options, options, options, options])
  },
)

it('postParts() posts nothing of nothing', async () => {
  const channel = openChannel()

  expect(await postParts(channel, [], { channelId: '201', nonce: '401' })).toEqual({ messageIds: [] })
  expect(channel.sent).toEqual([])
})

/** A channel that takes a moment for each message, and refuses one of them if told so. */
function openChannel({ failsAt }: { readonly failsAt?: number } = {}) {
  const sent: { readonly message: Message; readonly options: SendOptions | undefined }[] = []
  let under = 0
  let most = 0

  const send: DiscordApi['send'] = async (_, message, options): Promise<Sent<string>> => {
    under += 1
    most = Math.max(most, under)
    sent.push({ message, options })
    const count = sent.length
    await Promise.resolve()
    under -= 1
    return count === failsAt ? { fault: 'forbidden' } : { result: `m${count}` }
  }
  return { send, sent, mostAtOnce: () => most, contents: () => sent.map(({ message }) => message.body.content) }
}

it('postParts() posts an answer unattached where the bot may not read, and so not reply', async () => {
  const sent: Message[] = []
  const send: DiscordApi['send'] = async (_, message) => {
    sent.push(message)
    return message.replyTo === undefined ? { result: 'm1' } : { fault: 'cannot-reply' }
  }

  const posted = await postParts({ send }, bodies.slice(0, 1), { channelId: '201', nonce: '401', replyTo: '401' })

  expect(posted).toEqual({ messageIds: ['m1'] })
  expect(sent.map(({ replyTo }) => replyTo)).toEqual(['401', undefined])
})
