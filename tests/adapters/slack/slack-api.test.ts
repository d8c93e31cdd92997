import { describe, expect, it, onTestFinished } from 'vitest'
import { patience } from '../../../src/adapters/slack/patience.ts'
import { type HomeView, type ModalView, renderNote } from '../../../src/adapters/slack/render.ts'
import { clientOptionsFor, createSlackApi } from '../../../src/adapters/slack/slack-api.ts'
import type { Delivery } from '../../stand-ins/slack/delivery.ts'
import { type StandInOptions, startSlackStandIn } from '../../stand-ins/slack/slack-stand-in.ts'

/** A word that stands nowhere else, so that any trace of it comes from what was sent. */
const canary = 'zorblaxium'
const body = renderNote(`A text with ${canary}.`)
const blocks = [{ type: 'section', text: { type: 'plain_text', text: canary, emoji: false } }] as const
const home = { type: 'home', blocks } as unknown as HomeView
const modal = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Pamphlet', emoji: false },
  blocks,
} as unknown as ModalView

it('clientOptionsFor() lets no call wait for ever, nor one limit hold up all others', () => {
  expect(clientOptionsFor('http://127.0.0.1/api/')).toMatchObject({
    slackApiUrl: 'http://127.0.0.1/api/',
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
})

describe('post()', () => {
  it('posts into the channel, and gives the id of the message', async () => {
    const { api, slack } = await open()

    const { result } = await api.post({ channelId: slack.channel.id }, body)

    const [message] = slack.visible(slack.channel)
    expect(message).toMatchObject({ ts: result, text: body.text })
    expect(message).not.toHaveProperty('thread_ts')
  })

  it('posts into a thread, and sends the body as it is', async () => {
    const { api, slack, person } = await open()
    const { ts } = person.write('is it genetic?', { channel: slack.channel })

    await api.post({ channelId: slack.channel.id, threadTs: ts }, body)

    expect(slack.thread(slack.channel, ts)).toHaveLength(2)
    expect(argsOf(slack, 'chat.postMessage')).toEqual([{ channel: slack.channel.id, thread_ts: ts, ...body }])
  })

  it('posts again after an answer 500', async () => {
    const { api, slack } = await open()
    slack.faults.add({ method: 'chat.postMessage', status: 500 })

    expect(await api.post({ channelId: slack.channel.id }, body)).toHaveProperty('result')
    expect(slack.visible(slack.channel)).toHaveLength(1)
  })

  it('posts nothing twice where the connection broke after it was carried out', async () => {
    const { api, slack, logged } = await open()
    slack.faults.add({ method: 'chat.postMessage', after: true, cut: true })

    const sent = await api.post({ channelId: slack.channel.id }, body)

    expect(sent).toEqual({ fault: 'unsure' })
    expect(slack.visible(slack.channel)).toHaveLength(1)
    expect(logged.map(({ event }) => event)).toEqual(['call-failed'])
  })

  it('posts what is urgent rather twice than never', async () => {
    const { api, slack } = await open()
    slack.faults.add({ method: 'chat.postMessage', after: true, cut: true })

    await api.post({ channelId: slack.channel.id }, body, { isUrgent: true })

    expect(slack.visible(slack.channel)).toHaveLength(2)
  })

  it('says that the bot is no member, and logs nothing of it', async () => {
    const { api, slack, logged } = await open()
    const channel = slack.addChannel({ name: 'without-bot', hasBot: false })

    expect(await api.post({ channelId: channel.id }, body)).toEqual({ fault: 'not-a-member' })
    expect(logged).toEqual([])
  })

  it('gives up after the time that it has, for another way to be taken', async () => {
    const { api, slack } = await open()
    slack.faults.add({ method: 'chat.postMessage', hang: true })
    const start = performance.now()

    const sent = await api.post({ channelId: slack.channel.id }, body, { isUrgent: true, withinMs: 50 })

    expect(sent).toEqual({ fault: 'busy' })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('turns messages away where too many wait in a channel, urgent ones never, and logs it', async () => {
    const { api, slack, logged } = await open()
    slack.faults.add({ method: 'chat.postMessage', hang: true })
    const to = { channelId: slack.channel.id }
    for (let waiting = 0; waiting <= patience.maxWaitingInChannel; waiting += 1) void api.post(to, body)

    const shed = await api.post(to, body)
    const urgent = api.post(to, body, { isUrgent: true })
    api.close()

    expect(shed).toEqual({ fault: 'busy' })
    expect(await urgent).toEqual({ fault: 'closed' })
    expect(logged.map(({ event }) => event)).toEqual(['message-shed'])
  })
})

describe('postPrivately()', () => {
  it('shows one person alone, in the same turns as what all see', async () => {
    const { api, slack, person } = await open()

    expect(await api.postPrivately({ channelId: slack.channel.id, userId: person.id }, body)).toEqual({ result: true })

    expect(slack.visible(slack.channel)).toEqual([])
    expect(slack.ephemerals(person.id)).toHaveLength(1)
    expect(argsOf(slack, 'chat.postEphemeral')).toEqual([{ channel: slack.channel.id, user: person.id, ...body }])
  })
})

describe('respond()', () => {
  it.each([
    [undefined, 'ephemeral'],
    [{ isPublic: true }, 'in_channel'],
  ])('with %j answers %s, and leaves what was pressed as it is', async (options, response_type) => {
    const { api, slack, person } = await open()
    const url = text(person.command('/ask diet', slack.channel), 'response_url')

    expect(await api.respond({ url }, body, options)).toEqual({ result: true })

    expect(argsOf(slack, 'response_url')).toEqual([{ ...body, response_type, replace_original: false }])
  })

  it('answers in the thread of the address', async () => {
    const { api, slack, person } = await open()
    const { ts } = person.write('low', { channel: slack.channel })
    const url = text(person.command('/ask diet', slack.channel), 'response_url')

    await api.respond({ url, threadTs: ts }, body)

    expect(argsOf(slack, 'response_url')[0]).toMatchObject({ thread_ts: ts })
  })

  it.each([
    ['a private answer rather twice than never', {}, 2],
    ['no public one twice', { isPublic: true }, 1],
  ])('gives %s where the connection broke after it was carried out', async (_, options, times) => {
    const { api, slack, person } = await open()
    const url = text(person.command('/ask diet', slack.channel), 'response_url')
    slack.faults.add({ method: 'response_url', after: true, cut: true })

    await api.respond({ url }, body, options)

    expect(slack.visible(slack.channel, person.id)).toHaveLength(times)
  })

  it('says that the address is used up', async () => {
    const { api, slack, person } = await open()
    const url = text(person.command('/ask diet', slack.channel), 'response_url')
    await Promise.all(Array.from({ length: 5 }, () => api.respond({ url }, body)))

    expect(await api.respond({ url }, body)).toEqual({ fault: 'gone' })
  })
})

describe('deleting', () => {
  it('takes a message away, and says where there is none', async () => {
    const { api, slack } = await open()
    const { result = '' } = await api.post({ channelId: slack.channel.id }, body)

    const sent = [await api.deleteMessage(slack.channel.id, result), await api.deleteMessage(slack.channel.id, result)]

    expect(sent).toEqual([{ result: true }, { fault: 'gone' }])
    expect(slack.visible(slack.channel)).toEqual([])
  })

  it('takes what was pressed away by its address alone', async () => {
    const { api, slack, person } = await open()
    const url = text(person.command('/ask diet', slack.channel), 'response_url')

    expect(await api.deleteOriginal({ url })).toEqual({ result: true })
    expect(argsOf(slack, 'response_url')).toEqual([{ delete_original: true }])
  })
})

describe('views and prompts', () => {
  it('publishes the home tab of a person', async () => {
    const { api, slack, person } = await open()

    expect(await api.publishHome(person.id, home)).toEqual({ result: true })
    expect(slack.views.home(person.id)?.blocks).toHaveLength(1)
  })

  it('opens a view, and changes it', async () => {
    const { api, slack, person } = await open()
    const trigger = text(person.command('/ask diet', slack.channel), 'trigger_id')

    const opened = await api.openModal(trigger, modal)
    const [view] = slack.views.modals(person.id)
    const changed = await api.updateModal(view?.id ?? '', { ...modal, blocks: [...modal.blocks, ...modal.blocks] })

    expect([opened, changed]).toEqual([{ result: true }, { result: true }])
    expect(slack.views.modals(person.id).map((shown) => shown.blocks.length)).toEqual([2])
  })

  it('says that a trigger was used already, and logs nothing of it', async () => {
    const { api, slack, person, logged } = await open()
    const trigger = text(person.command('/ask diet', slack.channel), 'trigger_id')
    await api.openModal(trigger, modal)

    expect(await api.openModal(trigger, modal)).toEqual({ fault: 'gone' })
    expect(logged).toEqual([])
  })

  it('sets prompts without a thread, with which Slack would drop them', async () => {
    const { api, slack, person } = await open()
    const channel = slack.directMessages(person)

    const sent = await api.suggest(channel.id, [{ title: 'Diet', message: 'Diet' }])

    expect(sent).toEqual({ result: true })
    expect(argsOf(slack, 'assistant.threads.setSuggestedPrompts')).toEqual([
      { channel_id: channel.id, prompts: [{ title: 'Diet', message: 'Diet' }] },
    ])
  })
})

describe('one call beside the others', () => {
  it('holds no other method up by a limit or by never ending', async () => {
    const { api, slack, person } = await open()
    slack.faults.add({ method: 'chat.postMessage', retryAfter: 20 })
    slack.faults.add({ method: 'views.publish', hang: true })
    const start = performance.now()
    void api.post({ channelId: slack.channel.id }, body)
    void api.publishHome(person.id, home)
    await slack.until(() => slack.callCount() >= 2, 'both calls')

    const url = text(person.command('/ask diet', slack.channel), 'response_url')
    const other = slack.addChannel({ name: 'other' })
    const sent = [
      await api.respond({ url }, body),
      await api.postPrivately({ channelId: other.id, userId: person.id }, body),
    ]

    expect(sent).toEqual([{ result: true }, { result: true }])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('tells of a token that is taken no longer, and logs nothing that was sent', async () => {
    const { api, slack, revoked, lines } = await open()
    slack.faults.add({ error: 'token_revoked' })
    slack.faults.add({ error: 'invalid_blocks' })
    slack.faults.add({ cut: true })

    const to = { channelId: slack.channel.id, userId: 'U0FAKEANN' }
    await api.postPrivately(to, body)
    await api.publishHome('U0FAKEANN', home)
    await api.post({ channelId: 'C0OTHER' }, body)

    expect(revoked).toEqual(['token_revoked'])
    expect(lines()).toHaveLength(3)
    expect(lines().join()).not.toMatch(new RegExp(`${canary}|${slack.botToken}|U0FAKEANN|C0OTHER`))
  })
})

it('whoAmI() gives whose token it is, and throws what the library throws', async () => {
  const { api, slack } = await open()

  expect(await api.whoAmI()).toMatchObject({ user_id: slack.app.botUser, team_id: slack.team.id })
  slack.faults.add({ error: 'invalid_auth' })
  await expect(api.whoAmI()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
})

it('close() ends every call, under way or not, and none is made afterwards', async () => {
  const { api, slack, person, logged } = await open()
  slack.faults.add({ hang: true })
  const to = { channelId: slack.channel.id, userId: person.id }
  const underWay = api.post(to, body)
  await slack.until(() => slack.callCount() >= 1, 'the call')

  api.close()
  const after = await Promise.all([
    api.post(to, body, { isUrgent: true }),
    api.postPrivately(to, body),
    api.respond({ url: slack.apiUrl }, body),
    api.deleteMessage(slack.channel.id, '1.1'),
    api.deleteOriginal({ url: slack.apiUrl }),
    api.publishHome(person.id, home),
    api.openModal('fake', modal),
    api.updateModal('V0FAKE', modal),
    api.suggest(slack.channel.id, []),
  ])

  expect(await underWay).toEqual({ fault: 'closed' })
  expect(after).toEqual(after.map(() => ({ fault: 'closed' })))
  expect(slack.callCount()).toBe(1)
  expect(logged).toEqual([])
})

/** The calls to a stand-in, with somebody in its workspace; both are closed with the test. */
async function open(options: StandInOptions = {}) {
  const slack = await startSlackStandIn({ check: false, ...options })
  const logged: { readonly event: string }[] = []
  const revoked: string[] = []
  const write = (event: string, fields?: object) => void logged.push({ event, ...fields })
  const api = createSlackApi({
    token: slack.botToken,
    clientOptions: clientOptionsFor(slack.apiUrl),
    log: { info: write, warn: write, error: write },
    onRevoked: (code) => revoked.push(code),
  })
  onTestFinished(async () => {
    api.close()
    await slack.close()
  })
  return {
    slack,
    api,
    logged,
    revoked,
    person: slack.addPerson(),
    lines: () => logged.map((entry) => JSON.stringify(entry)),
  }
}

function argsOf({ calls }: Awaited<ReturnType<typeof startSlackStandIn>>, method: string) {
  return calls.filter((call) => call.method === method).map(({ args }) => args)
}

/** What a delivery says, though nobody takes it in here. */
function text({ body: payload }: Delivery, name: string): string {
  return String(payload[name])
}
