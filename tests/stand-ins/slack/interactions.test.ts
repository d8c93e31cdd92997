import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { messageBody } from './message-body.ts'

const choices = { buttons: ['This & that'], options: ['Here', 'There'] }

describe.each(['socket', 'http'] as const)('presses and choices, mode %s', (mode) => {
  it('carry what was pressed, in a message that all see', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard), { mode })
    const { channel } = standIn
    const person = standIn.addPerson()
    const root = person.write('why?', { channel })
    await call('chat.postMessage', { channel: channel.id, thread_ts: root.ts, ...messageBody('hello', choices) })
    const message = standIn.thread(channel, root.ts).at(-1) ?? root

    await person.press(message, 'This & that').acknowledged
    await person.choose(message, 'There').acknowledged

    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        user: { id: person.id, team_id: standIn.team.id },
        team: { id: standIn.team.id },
        api_app_id: standIn.app.id,
        channel: { id: channel.id },
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel.id,
          is_ephemeral: false,
          thread_ts: root.ts,
        },
        message: { ts: message.ts },
        actions: [{ type: 'button', action_id: 'button-0', value: 'value-0', text: { text: 'This &amp; that' } }],
      },
      { actions: [{ type: 'static_select', action_id: 'list', selected_option: { value: 'option-1' } }] },
    ])
    expect(Object.keys(heard[0] ?? {})).toEqual(expect.arrayContaining(['trigger_id', 'response_url']))
  })

  it('carry no message where only one person sees it', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard), { mode })
    const [person, other] = [standIn.addPerson(), standIn.addPerson()]
    const body = messageBody('hello', choices)
    await call('chat.postEphemeral', { channel: standIn.channel.id, user: person.id, ...body })
    const [card] = standIn.ephemerals(person.id)
    if (card === undefined) throw new Error('no card')

    await person.press(card, 'This & that').acknowledged

    expect(heard).toMatchObject([{ container: { is_ephemeral: true, message_ts: card.ts } }])
    expect(Object.keys(heard[0] ?? {})).not.toContain('message')
    expect(() => other.press(card, 'This & that')).toThrow('does not see')
    expect(() => person.press(card, 'Other')).toThrow('There is no button "Other", only "This & that"')
    expect(() => person.choose(card, 'Nowhere')).toThrow('only "Here", "There"')
  })
})

describe('response addresses', () => {
  it('answer a command, change and take away what was pressed, five times', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard))
    const channel = standIn.addChannel({ hasBot: false })
    const person = standIn.addPerson()
    await person.command('/ask why?', channel).acknowledged
    const forCommand = heard[0]?.['response_url']

    expect(await post(forCommand, messageBody('private', choices))).toBe('200 ok')
    expect(await post(forCommand, { ...messageBody('public'), response_type: 'in_channel' })).toBe('200 ok')
    const [card] = standIn.ephemerals(person.id)
    if (card === undefined) throw new Error('no card')
    await person.press(card, 'This & that').acknowledged
    const forPress = heard[1]?.['response_url']
    expect(await post(forPress, { ...messageBody('changed'), replace_original: true })).toBe('200 ok')
    expect(standIn.visible(channel, person.id).map(({ text }) => text)).toEqual(['changed', 'public'])
    expect(await post(forPress, { delete_original: true })).toBe('200 ok')
    expect(standIn.ephemerals(person.id)).toEqual([])

    await Promise.all(['3', '4', '5'].map((text) => post(forCommand, messageBody(text))))
    expect(await post(forCommand, messageBody('6'))).toBe('404 used_url')
    expect(standIn.calls.filter(({ method }) => method === 'response_url')).toHaveLength(8)
  })

  it('expire', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { responseAddressMs: 0 })
    await standIn.addPerson().command('/ask why?', standIn.channel).acknowledged

    expect(await post(heard[0]?.['response_url'], messageBody('late'))).toBe('404 expired_url')
  })
})

describe('commands', () => {
  it('may be answered by their acknowledgement', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, (app) => {
      app.command('/ask', ({ ack }) => ack({ text: 'soon' }))
    })
    const person = standIn.addPerson()

    const { payload } = await person.command('/ask why?', standIn.channel).acknowledged

    expect(payload).toEqual({ text: 'soon' })
    expect(standIn.ephemerals(person.id).map(({ text }) => text)).toEqual(['soon'])
  })
})

describe('views', () => {
  const title = { type: 'plain_text', text: 'Pamphlet', emoji: false } as const

  it('are opened once by a trigger, and can be pressed and changed', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard))
    const person = standIn.addPerson()
    await person.command('/ask', standIn.channel).acknowledged
    const trigger_id = String(heard[0]?.['trigger_id'])
    const { blocks } = messageBody('a modal', choices)
    const view = { type: 'modal', title, blocks } as const

    await call('views.open', { trigger_id, view })
    const again = call('views.open', { trigger_id, view })
    await expect(again).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } })
    const [modal] = standIn.views.modals(person.id)
    if (modal === undefined) throw new Error('no modal')
    await person.press(modal, 'This & that').acknowledged
    await call('views.update', { view_id: modal.id, view: { ...view, blocks: messageBody('changed').blocks } })

    expect(heard[1]).toMatchObject({ container: { type: 'view', view_id: modal.id }, view: { id: modal.id } })
    expect(Object.keys(heard[1] ?? {})).not.toContain('response_url')
    expect(standIn.views.modals(person.id)[0]?.blocks).toHaveLength(1)
  })

  it('are too late after a while', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard), { triggerMs: 0 })
    await standIn.addPerson().command('/ask', standIn.channel).acknowledged
    const trigger_id = String(heard[0]?.['trigger_id'])
    const { blocks } = messageBody('a modal')

    const late = call('views.open', { trigger_id, view: { type: 'modal', title, blocks } })

    await expect(late).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } })
  })

  it('are published to the home tab of one person, who opens it', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard))
    const person = standIn.addPerson()
    const { blocks } = messageBody('home', choices)

    await call('views.publish', { user_id: person.id, view: { type: 'home', blocks } })
    await person.opensHome().acknowledged
    const home = standIn.views.home(person.id)
    if (home === undefined) throw new Error('no home')
    await person.press(home, 'This & that').acknowledged

    await expect.poll(() => heard).toHaveLength(2)
    expect(heard).toContainEqual(expect.objectContaining({ tab: 'home', view: expect.anything() as unknown }))
  })
})

describe('the Messages tab', () => {
  it('takes prompts without a thread only', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const channel = standIn.directMessages(standIn.addPerson())
    const prompts = [{ title: 'Why?', message: 'Why is it so?' }] as const

    const args = { channel_id: channel.id, prompts }
    const inThread = call('assistant.threads.setSuggestedPrompts', { ...args, thread_ts: '1234567890.123456' })
    await expect(inThread).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    })
    await call('assistant.threads.setSuggestedPrompts', args)

    expect(standIn.suggestedPrompts(channel)?.prompts).toEqual(prompts)
  })
})

async function post(address: unknown, body: object): Promise<string> {
  const response = await fetch(String(address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return `${response.status} ${await response.text()}`
}
