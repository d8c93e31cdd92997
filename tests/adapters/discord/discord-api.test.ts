import { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type APIInteractionResponse, InteractionResponseType, REST, Routes } from 'discord.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDiscordApi } from '../../../src/adapters/discord/discord-api.ts'
import { textMessage } from '../../../src/adapters/discord/drawing/message-body.ts'
import { patience } from '../../../src/adapters/discord/patience.ts'
import type { Sent } from '../../../src/adapters/discord/try-request.ts'
import { createLog } from '../../../src/operations/log.ts'
import { type StandInOptions, startDiscordStandIn } from '../../stand-ins/discord/discord-stand-in.ts'
import type { FaultKind } from '../../stand-ins/discord/faults.ts'
import type { Handle } from '../../stand-ins/discord/handle.ts'

/** A word that stands nowhere else, so that any trace of it comes from what was sent. */
const canary = 'zorblaxium'
const body = textMessage(`A text with ${canary}.`)

type Matching = { readonly method: string; readonly path: RegExp }

const callback = { method: 'POST', path: /\/callback$/ }
const original = { method: 'GET', path: /@original$/ }
const messages = { method: 'POST', path: /^\/channels\/\d+\/messages$/ }

const broken503 = { kind: 'status', status: 503 } as const
const answered = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: `A text with ${canary}.` },
} as const
const choices: APIInteractionResponse = {
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: { choices: [{ name: 'Diet', value: 'Diet' }] },
}

describe('respond()', () => {
  it('answers in the callback itself, by one request without the token of the bot', async () => {
    const { api, ask, requests } = await open()

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBeUndefined()
    expect(requests().map(({ path, authorized }) => [path.split('/').at(-1), authorized])).toEqual([
      ['callback', false],
    ])
  })

  it.each<[string, FaultKind]>([
    ['an answer 503', { ...broken503, when: 'after' }],
    ['a connection that breaks off', { kind: 'reset', when: 'after' }],
  ])('sees after %s that the response stands there, and sends no second one', async (_, fault) => {
    const { api, discord, ask, log, count, visible } = await open()
    discord.faults.add({ match: callback, ...fault })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBeUndefined()
    expect(visible()).toHaveLength(1)
    expect(count(callback)).toBe(1)
    expect(log().filter((line) => line.includes('"unsure"'))).toHaveLength(1)
  })

  it.each<[string, FaultKind]>([
    ['an answer 503', broken503],
    ['a page of the machines before Discord', { kind: 'html', status: 502 }],
    ['a connection that breaks off', { kind: 'reset' }],
  ])('tries once more after %s where nothing stands there', async (_, fault) => {
    const { api, discord, ask, count, visible } = await open()
    discord.faults.add({ match: callback, ...fault })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBeUndefined()
    expect(visible()).toHaveLength(1)
    expect(count(callback)).toBe(2)
  })

  it('gives up after the second time', async () => {
    const { api, discord, ask, count, visible } = await open()
    discord.faults.add({ match: callback, ...broken503, times: 9 })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBe('unsure')
    expect(visible()).toHaveLength(0)
    expect(count(callback)).toBe(2)
  })

  it('does not try again where it cannot see what stands there', async () => {
    const { api, discord, ask, count } = await open()
    discord.faults.add({ match: callback, ...broken503 })
    discord.faults.add({ match: original, ...broken503 })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBe('unsure')
    expect(count(callback)).toBe(1)
  })

  it('does not try again when it would be too late', async () => {
    const { api, discord, ask, count } = await open()
    discord.faults.add({ match: callback, kind: 'silence' })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBe('gone')
    expect(count(callback)).toBe(1)
  })

  it('hears from Discord when the first attempt was there after all', async () => {
    const { api, discord, ask, count } = await open()
    discord.faults.add({ match: callback, ...broken503 })
    discord.faults.add({ match: callback, kind: 'status', status: 400, code: 40_060 })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBeUndefined()
    expect(count(callback)).toBe(2)
  })

  it.each([
    ['stands there, although Discord says that there is nothing to answer', 'after', undefined],
    ['does not stand there', 'before', 'gone'],
  ] as const)('sees for what is urgent whether it %s', async (_, when, fault) => {
    const { api, discord, ask, count } = await open()
    discord.faults.add({ match: callback, kind: 'status', status: 404, code: 10_062, when })

    const sent = await api.respond(ask(), answered, true)

    expect(sent.fault).toBe(fault)
    expect(count(callback)).toBe(1)
  })

  it('does not wait for a limit that outlasts the three seconds, so that there is time for another way', async () => {
    const { api, discord, ask } = await open()
    discord.faults.add({ match: callback, kind: 'rate-limit', scope: 'route', retryAfterMs: 4000 })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBe('busy')
    expect(discord.earlyRetries).toEqual([])
  })

  it('offers choices once and no more, since the next letter asks again', async () => {
    const { api, discord, type, requests } = await open()
    discord.faults.add({ match: callback, ...broken503 })

    const sent = await api.respond(type(), choices)

    expect(sent.fault).toBe('unsure')
    expect(requests()).toHaveLength(1)
  })

  it.each([
    [404, 10_062, 'gone'],
    [400, 40_060, 'answered'],
    [400, 50_035, 'refused'],
    [403, 50_001, 'forbidden'],
  ] as const)('does not try again after an answer %i with the code %i, and logs it once as "%s"', async (...told) => {
    const [status, code, kind] = told
    const { api, discord, ask, log, requests } = await open()
    discord.faults.add({ match: callback, kind: 'status', status, code })

    const sent = await api.respond(ask(), answered)

    expect(sent.fault).toBe(kind)
    expect(requests()).toHaveLength(1)
    expect(log()).toHaveLength(1)
    expect(log()[0]).toContain(`"code":${code}`)
  })

  it('says of a second response that there is one already', async () => {
    const { api, ask, visible } = await open()
    const interaction = ask()
    await api.respond(interaction, answered)

    const again = await api.respond(interaction, answered)

    expect(again.fault).toBe('answered')
    expect(visible()).toHaveLength(1)
  })
})

describe('followUp() and deleteOriginal()', () => {
  it('adds messages for the person alone or for all, and takes the first one away', async () => {
    const { api, discord, ask, ann, visible, requests } = await open()
    const interaction = ask()
    await api.respond(interaction, answered)

    await api.followUp(interaction, body, true)
    await api.followUp(interaction, body, false)
    const before = [visible().length, discord.privateTo(ann.id).length]
    const deleted = await api.deleteOriginal(interaction)

    expect(before).toEqual([2, 1])
    expect(deleted.fault).toBeUndefined()
    expect(visible()).toHaveLength(1)
    expect(requests().filter(({ authorized }) => authorized)).toEqual([])
  })

  it('say that there is nothing to add to or to take away', async () => {
    const { api, ask } = await open()
    const interaction = ask()

    expect(await api.followUp(interaction, body, true)).toEqual({ fault: 'gone' })
    expect(await api.deleteOriginal(interaction)).toEqual({ fault: 'gone' })
  })
})

describe('send()', () => {
  it('attaches to the question, also to one that is deleted meanwhile', async () => {
    const { api, discord, ann, visible } = await open()
    const [question, gone] = ['one', 'two'].map((content) =>
      discord.say({ channel: discord.channel, author: ann, content }),
    )
    discord.deleteMessage(gone?.id ?? '')

    const first = await api.send(discord.channel.id, { body, nonce: '1', replyTo: question?.id ?? '' })
    const second = await api.send(discord.channel.id, { body, nonce: '2', replyTo: gone?.id ?? '' })

    const references = visible().map(({ id, message_reference: to }) => [id, to?.message_id])
    expect(references).toEqual([
      [first.result, question?.id],
      [second.result, undefined],
    ])
    expect(discord.problems).toEqual([])
  })

  it.each<[string, FaultKind]>([
    ['was not carried out', broken503],
    ['was carried out without a word', { ...broken503, when: 'after' }],
    ['lost its connection afterwards', { kind: 'reset', when: 'after' }],
  ])('tries a message again that %s, and one stands there', async (_, fault) => {
    const { api, discord, visible } = await open()
    discord.faults.add({ match: messages, ...fault })

    const sent = await api.send(discord.channel.id, { body, nonce: '1' })

    expect(visible().map(({ id }) => id)).toEqual([sent.result])
  })

  it('posts no second message where half an answer came', async () => {
    const { api, discord, visible } = await open()
    discord.faults.add({ match: messages, kind: 'truncated' })

    const sent = await api.send(discord.channel.id, { body, nonce: '1' })

    expect(sent.fault).toBe('unsure')
    expect(visible()).toHaveLength(1)
  })

  it('lets what is urgent go before everything that waits in the same channel', async () => {
    const { api, discord, count, visible } = await open()
    discord.faults.add({ match: messages, kind: 'delay', ms: 200 })
    const waiting = Array.from({ length: 12 }, (_, place) =>
      api.send(discord.channel.id, { body, nonce: String(place) }),
    )
    await discord.until(() => count(messages) === 1, 'the first message')

    const urgent = await api.send(discord.channel.id, { body, nonce: 'urgent' }, { isUrgent: true })
    await Promise.all(waiting)

    expect(visible().findIndex(({ id }) => id === urgent.result)).toBeLessThanOrEqual(1)
  })

  it('gives up a message that would have to wait for longer than anybody waits', async () => {
    const { api, discord } = await open()
    const retryAfterMs = patience.longestRateLimitMs + 5000
    discord.faults.add({ match: messages, kind: 'rate-limit', scope: 'route', retryAfterMs })

    const sent = await api.send(discord.channel.id, { body, nonce: '1' })

    expect(sent.fault).toBe('busy')
    expect(discord.earlyRetries).toEqual([])
  })

  it.each(['route', 'global', 'shared'] as const)('waits for as long as a limit says (%s)', async (scope) => {
    const { api, discord, visible } = await open()
    discord.faults.add({ match: messages, kind: 'rate-limit', scope, retryAfterMs: 300 })

    const sent = await api.send(discord.channel.id, { body, nonce: '1' })

    expect(sent.fault).toBeUndefined()
    expect(discord.earlyRetries).toEqual([])
    expect(visible()).toHaveLength(1)
  })

  it('sheds what comes while a thousand requests wait, and lets what is urgent through', async () => {
    const { api, discord, log, count } = await open()
    discord.faults.add({ match: messages, kind: 'silence' })
    const waiting = Array.from({ length: patience.maxWaiting }, (_, place) =>
      api.send(discord.channel.id, { body, nonce: String(place) }),
    )
    const elsewhere = discord.addChannel({ guild: discord.guild, name: 'elsewhere' })
    await discord.until(() => count(messages) === 1, 'the first message')

    const shed = await api.send(elsewhere.id, { body, nonce: 'a' })
    const urgent = await api.send(elsewhere.id, { body, nonce: 'b' }, { isUrgent: true })

    expect(waiting).toHaveLength(1000)
    expect(shed).toEqual({ fault: 'busy' })
    expect(log().filter((line) => line.includes('"request-shed"'))).toHaveLength(1)
    expect(discord.visible(elsewhere.id).map(({ id }) => id)).toEqual([urgent.result])
  })
})

describe('the guard against being shut out', () => {
  it('holds back everything that is not urgent after a thousand refusals', { timeout: 60_000 }, async () => {
    const { api, discord, ask } = await open({ record: false })
    const locked = discord.addChannel({ guild: discord.guild, name: 'locked', denied: 'send' })
    const direct = discord.directMessages(discord.addPerson())
    const refusals = await Promise.all(
      Array.from({ length: patience.maxInvalidRequests }, (_, place) =>
        api.send(locked.id, { body, nonce: String(place) }, { isUrgent: true }),
      ),
    )
    const before = discord.requestCount()

    const faults = await Promise.all([
      api.send(discord.channel.id, { body, nonce: 'a' }),
      api.send(locked.id, { body, nonce: 'b' }),
      api.deleteMessage(discord.channel.id, '1'),
      api.typing(discord.channel.id),
    ])
    const held = discord.requestCount() - before
    const urgent = await api.send(direct.id, { body, nonce: 'c' }, { isUrgent: true })
    const card = await api.respond(ask(), answered, true)

    expect(new Set(refusals.map(({ fault }) => fault))).toEqual(new Set(['forbidden']))
    expect(faults.map((each) => each?.fault)).toEqual(['busy', 'busy', 'busy', undefined])
    expect(held).toBe(0)
    expect(discord.visible(direct.id).map(({ id }) => id)).toEqual([urgent.result])
    expect(card.fault).toBeUndefined()
  })
})

describe('deleteMessage() and openDirect()', () => {
  it('delete what is there, and say what is not', async () => {
    const { api, discord } = await open()
    const { result = '' } = await api.send(discord.channel.id, { body, nonce: '1' })

    const deleted = await api.deleteMessage(discord.channel.id, result)
    const again = await api.deleteMessage(discord.channel.id, result)

    expect(deleted.fault).toBeUndefined()
    expect(again.fault).toBe('gone')
  })

  it('open the direct messages with a person, the same ones each time', async () => {
    const { api, discord, ann } = await open()

    const opened = [await api.openDirect(ann.id), await api.openDirect(ann.id)]

    expect(opened.map(({ result }) => result)).toEqual([discord.directMessages(ann).id, discord.directMessages(ann).id])
    expect((await api.openDirect('1')).fault).toBe('refused')
  })
})

describe('typing()', () => {
  it('is given up after a moment, without a word', async () => {
    const { api, discord, log } = await open()
    discord.faults.add({ match: { path: /typing$/ }, kind: 'silence', times: 9 })

    await api.typing(discord.channel.id)

    expect(log()).toEqual([])
  })

  it('holds no answer up where its limit is used up', async () => {
    const { api, discord } = await open({ rateLimits: true })
    await Promise.all(Array.from({ length: 5 }, () => api.typing(discord.channel.id)))

    const ended = await Promise.race([
      api.typing(discord.channel.id).then(() => 'given up'),
      wait(patience.typingTimeoutMs + 500, 'still waited for'),
    ])

    expect(ended).toBe('given up')
  })
})

describe('every request', () => {
  const faults: readonly (readonly [string, FaultKind])[] = [
    ['400', { kind: 'status', status: 400 }],
    ['401', { kind: 'status', status: 401 }],
    ['403', { kind: 'status', status: 403, code: 50_013 }],
    ['404', { kind: 'status', status: 404, code: 10_003 }],
    ['500', { kind: 'status', status: 500 }],
    ['a page of the machines before Discord', { kind: 'html', status: 502 }],
    ['a broken connection', { kind: 'reset' }],
  ]
  const attempts: readonly (readonly [string, (opened: Opened) => Promise<Sent<unknown>>])[] = [
    ['respond()', ({ api, ask }) => api.respond(ask(), answered)],
    ['followUp()', ({ api, ask }) => api.followUp(ask(), body, true)],
    ['deleteOriginal()', ({ api, ask }) => api.deleteOriginal(ask())],
    ['deleteMessage()', ({ api, discord }) => api.deleteMessage(discord.channel.id, '1')],
    ['send()', ({ api, discord }) => api.send(discord.channel.id, { body, nonce: '1' })],
    ['openDirect()', ({ api, ann }) => api.openDirect(ann.id)],
  ]
  const cases = attempts.flatMap(([name, attempt]) =>
    faults.map(([what, fault]) => [name, what, attempt, fault] as const),
  )

  it.each(cases)('%s says that %s came, and neither throws nor logs what was sent', async (_, __, attempt, fault) => {
    const opened = await open()
    const { discord, log } = opened
    discord.faults.add({ match: {}, times: 9, ...fault })

    const sent = await attempt(opened)

    expect(sent.result).toBeUndefined()
    expect(sent.fault).toMatch(/^(?:gone|forbidden|unsure|refused)$/)
    expect(log().length).toBeGreaterThan(0)
    expect(log().join()).not.toContain(canary)
    expect(log().join()).not.toContain('fake-interaction-token')
    expect(log().join()).not.toContain(discord.token)
  })
})

type Opened = Awaited<ReturnType<typeof open>>

/** The requests over the real client, a person, and what was logged. */
async function open(options: StandInOptions = {}) {
  const discord = await startDiscordStandIn(options)
  onTestFinished(() => discord.close())
  const { apiUrl, token, application } = discord
  const rest = new REST({
    api: apiUrl,
    version: '10',
    retries: 1,
    // The library holds itself back to 50 requests a second, for which nobody here has to wait.
    globalRequestsPerSecond: 1_000_000,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > patience.longestRateLimitMs,
  }).setToken(token)
  await rest.put(Routes.applicationCommands(application.id), { body: [askCommand] })
  const before = discord.requests.length
  const requests = () => discord.requests.slice(before)

  const lines: string[] = []
  const destination = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString())
      done()
    },
  })
  const api = createDiscordApi({ rest, apiUrl, token, log: createLog({ level: 'info', secrets: [], destination }) })

  const ann = discord.addPerson()
  const where = { user: ann, channel: discord.channel, command: askCommand.name }
  const ofApplication = ({ id, token: ofInteraction }: Handle) => ({
    id,
    token: ofInteraction,
    application_id: application.id,
  })
  return {
    discord,
    api,
    ann,
    log: () => lines,
    requests,
    count: ({ method, path }: Matching) =>
      requests().filter((request) => request.method === method && path.test(request.path)).length,
    /** What the bot said in the channel for all to see. */
    visible: () => discord.visible(discord.channel.id).filter(({ author }) => author.id === discord.bot.id),
    ask: () => ofApplication(discord.slash({ ...where, options: { question: 'hello' } })),
    type: () => ofApplication(discord.autocomplete({ ...where, focused: { name: 'question', value: 'he' } })),
  }
}

const askCommand = {
  name: 'ask',
  description: 'Ask a question',
  options: [{ type: 3, name: 'question', description: 'The question', required: true, autocomplete: true }],
}
