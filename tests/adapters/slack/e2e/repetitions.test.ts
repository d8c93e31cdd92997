import { describe, expect, it } from 'vitest'
import { createContractBot } from '../../adapter-contract-bot.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { modes, type Slack, startSlack } from './start-slack.ts'

const ways: readonly [string, (ann: Someone, slack: Slack) => Promise<unknown>][] = [
  ['a mention', (ann, { answerTo }) => answerTo(ann.mention('hello'))],
  ['a direct message', (ann, { answerTo }) => answerTo(ann.inDirectMessages().write('hello'))],
  ['a command', (ann) => ann.ask('hello')],
  ['a shortcut', (ann) => ann.answerThis(ann.write('hello'))],
]

describe.concurrent.each(modes)('what Slack delivers again, over %s', (mode) => {
  it.for(ways)(
    'is answered once: %s of which two copies come at once',
    async ([, ask], { onTestFinished: onFinished }) => {
      const bot = createContractBot()
      const slack = await startSlack({ mode, onFinished, bot })
      slack.duplicate(1)

      await ask(slack.someone(), slack)

      await slack.settled()
      expect(bot.asked.map(({ text }) => text)).toEqual(['hello'])
      expect(sent(slack)).toBe(1)
    },
  )

  it.for(ways.slice(0, 2))(
    'is answered once: %s whose acknowledgement was lost',
    async ([, ask], { onTestFinished: onFinished }) => {
      const bot = createContractBot()
      const slack = await startSlack({ mode, onFinished, bot, acknowledgeMs: 100 })
      slack.loseAcknowledgements(1)

      await ask(slack.someone(), slack)

      const [delivery] = slack.deliveries
      await slack.until(() => delivery?.attempts() === 2, 'a second attempt')
      await delivery?.acknowledged
      await slack.settled()
      expect(bot.asked.map(({ text }) => text)).toEqual(['hello'])
      expect(sent(slack)).toBe(1)
    },
  )

  it('is acted on once: a press of which two copies come at once', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    const answer = await ann.ask('What is tryptophan?')
    slack.duplicate(1)

    await ann.press(answer, english.chat.buttons.share)

    await slack.settled()
    expect(slack.visible(slack.channel)).toHaveLength(1)
    expect(slack.ephemerals(ann.person.id)).toHaveLength(2)
  })

  it.for<[string, object, object]>([
    [
      'the same event with another message id',
      { client_msg_id: 'fake-1', ts: '1700000000.000002' },
      { event_id: 'Ev0SAME' },
    ],
    [
      'the same message in another event',
      { client_msg_id: 'fake-0', ts: '1700000000.000002' },
      { event_id: 'Ev0OTHER' },
    ],
    ['the same place in its channel', { client_msg_id: 'fake-1' }, { event_id: 'Ev0OTHER' }],
  ])('is known by any of its ids: %s', async ([, event, body], { onTestFinished: onFinished }) => {
    const bot = createContractBot()
    const slack = await startSlack({ mode, onFinished, bot })
    const direct = slack.someone().inDirectMessages()
    const first = {
      type: 'message',
      channel: direct.channel.id,
      channel_type: 'im',
      user: direct.person.id,
      text: 'hello',
      ts: '1700000000.000001',
      client_msg_id: 'fake-0',
      thread_ts: direct.write('a longer one').ts,
    }

    slack.deliverEvent(first, { event_id: 'Ev0SAME' })
    await slack.until(() => bot.asked.length === 2, 'two questions')
    slack.deliverEvent({ ...first, ...event }, body)

    await slack.settled()
    expect(bot.asked.map(({ text }) => text)).toEqual(['a longer one', 'hello'])
  })

  it('is told from what somebody says twice', async ({ onTestFinished: onFinished }) => {
    const bot = createContractBot()
    const slack = await startSlack({ mode, onFinished, bot })
    const ann = slack.someone()

    await ann.ask('hello')
    await ann.ask('hello')

    expect(bot.asked).toHaveLength(2)
  })
})

describe.concurrent.each(modes)('what nobody asks the bot, over %s', (mode) => {
  it.for<[string, (ann: Someone, slack: Slack) => unknown]>([
    ['an edited mention', (ann) => ann.person.edit(ann.mention('hello'), 'a longer one')],
    [
      'a mention that an edit adds',
      (ann, { app }) => ann.person.edit(ann.write('hello'), `<@${app.botUser}> hello again`),
    ],
    ['a deleted mention', (ann) => ann.person.deleteMessage(ann.mention('hello'))],
    ['an edited direct message', (ann) => ann.person.edit(ann.inDirectMessages().write('hello'), 'a longer one')],
    ['a deleted direct message', (ann) => ann.person.deleteMessage(ann.inDirectMessages().write('hello'))],
    ['a mention by another bot', (_, { botWrites, app, channel }) => botWrites(`<@${app.botUser}> hello`, { channel })],
    [
      'a mention by a bot of the old kind',
      (_, { botWrites, app, channel }) => botWrites(`<@${app.botUser}> hello`, { channel, oldStyle: true }),
    ],
    [
      'a mention by itself',
      ({ channel }, { deliverEvent, app }) =>
        deliverEvent({
          type: 'app_mention',
          channel: channel.id,
          user: app.botUser,
          text: `<@${app.botUser}> hello`,
          ts: '1700000000.000001',
        }),
    ],
    [
      'a direct message by Slack itself',
      (ann, { deliverEvent }) =>
        deliverEvent({
          type: 'message',
          channel: ann.inDirectMessages().channel.id,
          channel_type: 'im',
          user: 'USLACKBOT',
          text: 'hello',
          ts: '1700000000.000001',
        }),
    ],
  ])('asks it nothing: %s', async ([, write], { onTestFinished: onFinished }) => {
    const bot = createContractBot()
    const slack = await startSlack({ mode, onFinished, bot, history: true })

    write(slack.someone(), slack)

    await slack.settled()
    // What was first written, where something was.
    expect(bot.asked.map(({ text }) => text).filter((text) => text !== 'hello')).toEqual([])
    expect(bot.asked.length).toBeLessThanOrEqual(1)
  })

  it.for([
    ['in its thread', true],
    ['beside it', false],
  ] as const)(
    'makes no loop with another bot that answers all it writes, %s',
    async ([, inThread], { onTestFinished: onFinished }) => {
      const slack = await startSlack({ mode, onFinished, history: true })
      const { app, channel } = slack
      const asked = slack.someone().mention('What is tryptophan?')
      const answer = await slack.answerTo(asked)

      const echo = `<@${app.botUser}> ${shown(answer).text}`
      for (let round = 0; round < 3; round += 1)
        slack.botWrites(echo, { channel, ...(inThread ? { threadTs: asked.ts } : {}), oldStyle: round === 1 })

      await slack.settled()
      const next = await slack.answerTo(slack.someone().mention('What do receptors do?'))
      expect(slack.visible(channel).filter(({ bot_id: bot }) => bot === app.botId)).toEqual([answer, next])
    },
  )
})

/** How many messages the bot sent. */
function sent({ calls }: Slack): number {
  const pages = 3
  const messages = calls.filter(({ method }) => method.startsWith('chat.') || method === 'response_url')
  return messages.length - pages
}
