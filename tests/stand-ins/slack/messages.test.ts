import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { messageBody } from './message-body.ts'

describe('messages of the app', () => {
  it('are seen in their channel and thread, changed and taken away', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const { channel } = standIn
    const question = standIn.addPerson().write('why?', { channel })

    const thread = { channel: channel.id, thread_ts: question.ts }
    const first = await call('chat.postMessage', { ...thread, ...messageBody('because') })
    const second = await call('chat.postMessage', { ...thread, ...messageBody('and so on') })
    await call('chat.update', { channel: channel.id, ts: first, ...messageBody('for a reason') })
    await call('chat.delete', { channel: channel.id, ts: second })

    expect(standIn.thread(channel, question.ts).map(({ text }) => text)).toEqual(['why?', 'for a reason'])
    expect(standIn.visible(channel)).toHaveLength(2)
    expect(standIn.problems).toEqual([])
  })

  it('come back to it as events where it may hear them', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard), { history: true })

    const ts = await call('chat.postMessage', { channel: standIn.channel.id, ...messageBody('hello') })
    await call('chat.update', { channel: standIn.channel.id, ts, ...messageBody('hullo') })
    await call('chat.delete', { channel: standIn.channel.id, ts })

    // Bolt itself drops what its own user says, but neither changes nor ends of it.
    await standIn.until(() => standIn.acknowledgements.length === 3, 'three acknowledgements')
    expect(standIn.deliveries.map(({ body }) => body['event'])).toMatchObject([
      { type: 'message', ts, bot_id: standIn.app.botId, app_id: standIn.app.id, channel_type: 'channel' },
      { subtype: 'message_changed', message: { text: 'hullo' }, previous_message: { text: 'hello' } },
      { subtype: 'message_deleted', deleted_ts: ts },
    ])
    await expect.poll(() => heard.map(({ subtype }) => subtype)).toEqual(['message_changed', 'message_deleted'])
  })

  it('are for one person alone where they are ephemeral, and need an active thread', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const { channel } = standIn
    const [one, other] = [standIn.addPerson(), standIn.addPerson()]
    const question = one.write('why?', { channel })
    const card = { channel: channel.id, user: one.id, thread_ts: question.ts }

    await call('chat.postEphemeral', { ...card, ...messageBody('unseen') })
    await call('chat.postMessage', { channel: channel.id, thread_ts: question.ts, ...messageBody('a line') })
    await call('chat.postEphemeral', { ...card, ...messageBody('a card') })

    expect(standIn.ephemerals(one.id).map(({ text }) => text)).toEqual(['a card'])
    expect(standIn.ephemerals(other.id)).toEqual([])
    expect(standIn.visible(channel, one.id).map(({ text }) => text)).toEqual(['why?', 'a line', 'a card'])
    expect(standIn.visible(channel).map(({ text }) => text)).toEqual(['why?', 'a line'])
  })

  it('are refused as Slack refuses them', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const person = standIn.addPerson()
    const outsider = standIn.addPerson()
    const body = messageBody('hello')
    const here = standIn.channel.id
    const open = standIn.addChannel({ hasBot: false }).id
    const secret = standIn.addChannel({ hasBot: false, private: true }).id
    const club = standIn.addChannel({ members: [person] }).id
    const between = standIn.messagesBetween(person, outsider).id
    const theirs = person.write('mine', { channel: standIn.channel }).ts

    const refusals = [
      ['channel_not_found', call('chat.postMessage', { channel: 'C0NOWHERE', ...body })],
      ['channel_not_found', call('chat.postMessage', { channel: secret, ...body })],
      ['channel_not_found', call('chat.postMessage', { channel: between, ...body })],
      ['not_in_channel', call('chat.postMessage', { channel: open, ...body })],
      ['user_not_in_channel', call('chat.postEphemeral', { channel: club, user: outsider.id, ...body })],
      ['message_not_found', call('chat.update', { channel: here, ts: '1234567890.123456', ...body })],
      ['cant_update_message', call('chat.update', { channel: here, ts: theirs, ...body })],
      ['cant_delete_message', call('chat.delete', { channel: here, ts: theirs })],
    ] as const
    await Promise.all(refusals.map(([error, refusal]) => expect(refusal).rejects.toMatchObject({ data: { error } })))
    expect(standIn.problems).toEqual([])

    standIn.scopes.take('chat:write')
    const scopeless = call('chat.postMessage', { channel: here, ...body })
    await expect(scopeless).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'chat:write' } })
  })

  it('leave a trace where they are against the limits or in the wrong thread', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const { channel } = standIn
    const person = standIn.addPerson()
    const reply = person.write('reply', { channel, threadTs: person.write('question', { channel }).ts })

    const refusal = call('chat.postMessage', { channel: channel.id, ...messageBody('x'.repeat(3_001)) })
    await expect(refusal).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
    const [problem] = standIn.problems
    await call('chat.postMessage', { channel: channel.id, thread_ts: reply.ts, ...messageBody('stray') })

    expect(problem).toContain('chat.postMessage: ')
    expect(standIn.problems.at(-1)).toBe(`thread_ts ${reply.ts} names a reply, not the first message of a thread`)
  })
})

describe('messages of people', () => {
  it('reach an app with the history scope, mentions twice with the same id', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { history: true })
    const { channel } = standIn
    const person = standIn.addPerson()

    const message = person.mention('why?', { channel })
    person.write('and?', { channel, threadTs: message.ts, broadcast: true })
    person.write('see', { channel: standIn.addChannel({ private: true }), file: 'notes.pdf' })
    person.edit(message, 'why not?')
    person.deleteMessage(message)
    standIn.botWrites('beep', { channel, oldStyle: true })

    await expect.poll(() => heard.length).toBe(7)
    const ids = heard.filter(({ ts }) => ts === message.ts).map(({ type, client_msg_id: id }) => [type, id])
    expect(ids).toContainEqual(['app_mention', message.client_msg_id])
    expect(ids).toContainEqual(['message', message.client_msg_id])
    for (const subtype of ['thread_broadcast', 'file_share', 'message_changed', 'message_deleted', 'bot_message'])
      expect(heard).toContainEqual(expect.objectContaining({ type: 'message', subtype }))
  })

  it('say which person, workspace and installation they come from', async ({ onTestFinished }) => {
    const options = { enterprise: 'E0FAKE00001', orgWide: true }
    const { standIn } = await startConnected(onTestFinished, hearAll([]), options)
    const person = standIn.addPerson({ team: 'T0FAKEOTHER' })

    person.write('hello', { channel: standIn.directMessages(person) })

    expect(standIn.deliveries[0]?.body).toMatchObject({
      type: 'event_callback',
      team_id: standIn.team.id,
      enterprise_id: 'E0FAKE00001',
      context_team_id: standIn.team.id,
      is_ext_shared_channel: true,
      authorizations: [{ enterprise_id: 'E0FAKE00001', team_id: null, is_bot: true, is_enterprise_install: true }],
      event: { user: person.id, team: 'T0FAKEOTHER' },
    })
  })

  it('cannot be written where a person is not', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished)
    const [one, other] = [standIn.addPerson(), standIn.addPerson()]

    expect(() => other.write('hello', { channel: standIn.addChannel({ members: [one] }) })).toThrow('is not in channel')
    expect(() => other.edit(one.write('mine', { channel: standIn.channel }), 'yours')).toThrow('has no message')
  })
})
