import { describe, expect, it } from 'vitest'
import { english, wordsIn } from '../../english.ts'
import { turnClock } from '../../turn-clock.ts'
import { shown } from './shown.ts'
import { modes, type Slack, type SlackOptions, startSlack } from './start-slack.ts'

/** Issue 3, "In public places", word for word. */
const neutralLine =
  'If anyone may be in danger, call your local emergency number now. Press below for people to talk to; only you will see it.'
const cardWords = 'Please reach a person now.'
const { button } = english.help.public

describe.concurrent.each(modes)('a mention in a crisis, over %s', (mode) => {
  it.for([
    ['a crisis', 'I want to kill myself', cardWords],
    ['a crisis of a friend', 'my friend wants to kill himself', 'Are you thinking about suicide?'],
    ['abuse', 'he is beating me', 'It is not your fault.'],
    ['an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
  ] as const)(
    'gets one public line for %s in its thread, always the same, and then the card there for the asker alone',
    async ([, text, words], { onTestFinished: onFinished }) => {
      const slack = await startSlack({ mode, onFinished })
      const ann = slack.someone()

      const asked = ann.mention(text)
      const card = await slack.until(() => slack.ephemerals(ann.person.id)[0], 'the card')

      await slack.settled()
      const [line, ...others] = slack.answersTo(asked)
      expect(others).toEqual([])
      expect(line && shown(line)).toEqual({
        text: `${neutralLine}\n${english.disclaimer.short}`,
        buttons: [button],
        options: [],
        isPrivate: false,
      })
      expect(card.thread_ts).toBe(asked.ts)
      expect(shown(card).text).toContain(words)
      expect(shown(card).text).toContain(english.disclaimer.text)
      expect(shown(card).buttons).not.toContain(english.chat.buttons.share)
      expect(slack.visible(slack.channel)).toHaveLength(2)
      expect(slack.calls.flatMap(({ method }) => (method.startsWith('chat.') ? [method] : []))).toEqual([
        'chat.postMessage',
        'chat.postEphemeral',
      ])
    },
  )

  it('gets that line in the language in which it is written', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })

    const line = await answerTo(someone().mention('je veux me tuer'))

    expect(line.text).toContain(wordsIn('fr').help.public.urgent)
    expect(line.text).toContain(wordsIn('fr').disclaimer.short)
  })

  it('leads the asker to their card by its button, which only they see, in the thread', async ({
    onTestFinished: onFinished,
  }) => {
    const { ann, line } = await lineFor('I want to kill myself', { mode, onFinished })

    const card = await ann.press(line, button)

    expect(shown(card).isPrivate).toBe(true)
    expect(card.thread_ts).toBe(line.thread_ts)
    expect(card.text).toContain(cardWords)
    expect(card.text).toContain('https://findahelpline.com')
    expect(card.text).toContain(english.disclaimer.text)
    expect(shown(card).buttons).toEqual([english.help.buttons.countries, english.help.buttons.show])
  })

  it('leads the asker to their card where the ephemeral message never came', async ({ onTestFinished: onFinished }) => {
    const { ann, slack, line } = await lineFor('I want to kill myself', { mode, onFinished, lacksEphemerals: true })
    expect(slack.ephemerals(ann.person.id)).toEqual([])

    const card = await ann.press(line, button)

    expect(card.text).toContain(cardWords)
  })

  it('gets the card for the asker alone where they see it, where the bot may not post the line', async ({
    onTestFinished: onFinished,
  }) => {
    const slack = await startSlack({ mode, onFinished })
    slack.faults.add({ method: 'chat.postMessage', error: 'restricted_action', times: 10 })
    const ann = slack.someone()

    const asked = ann.mention('I want to kill myself')
    const card = await slack.until(() => slack.ephemerals(ann.person.id)[0], 'the card')

    expect(card.text).toContain(cardWords)
    expect(slack.answersTo(asked)).toEqual([])
  })

  it('leads everybody else to people to talk to, and not to the card', async ({ onTestFinished: onFinished }) => {
    const { slack, line } = await lineFor('I want to kill myself', { mode, onFinished })

    const help = shown(await slack.someone().press(line, button))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.help.support.intro)
    expect(help.text).toContain('https://findahelpline.com')
    expect(help.text).toContain(english.disclaimer.text)
    expect(help.text).not.toContain(cardWords)
    expect(help.options).toContain('Ireland')
  })
})

describe.concurrent.each(modes)(
  'a second mention in a crisis, in the same thread within ten minutes, over %s',
  (mode) => {
    it('gets no second line: somebody else gets their card directly, and the line leads everybody to their own', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, ann, asked, line } = await lineFor('I want to kill myself', { mode, onFinished })
      const bob = slack.someone()

      bob.mention('my friend wants to kill himself', { threadTs: asked.ts })
      const direct = await slack.until(() => slack.ephemerals(bob.person.id)[0], 'a card for the other one')

      await slack.settled()
      expect(slack.answersTo(asked)).toEqual([line])
      expect(direct.thread_ts).toBe(asked.ts)
      expect(direct.text).toContain('Are you thinking about suicide?')
      const [toAnn, toBob] = [await ann.press(line, button), await bob.press(line, button)]
      expect(toAnn.text).toContain(cardWords)
      expect(toBob.text).toContain('Are you thinking about suicide?')
    })

    it('gets no second line: the same person gets their card directly', async ({ onTestFinished: onFinished }) => {
      const { slack, ann, asked, line } = await lineFor('I want to kill myself', { mode, onFinished })

      ann.mention('I want to die', { threadTs: asked.ts })
      await slack.until(() => slack.ephemerals(ann.person.id).length === 2, 'a second card')

      await slack.settled()
      expect(slack.answersTo(asked)).toEqual([line])
    })

    it('gets a line of its own in another thread', async ({ onTestFinished: onFinished }) => {
      const { slack, ann } = await lineFor('I want to kill myself', { mode, onFinished })

      const line = await slack.answerTo(ann.mention('I want to die'))

      expect(line.text).toContain(neutralLine)
    })
  },
)

describe.concurrent.each(modes)('"This isn\'t about me", over %s', (mode) => {
  it('shows the person the answer that they asked for, with help kept in view, alone and not to share', async ({
    onTestFinished: onFinished,
  }) => {
    const { ann, line } = await lineFor('Which medicines affect serotonin? I want to die', { mode, onFinished })
    const card = await ann.press(line, button)

    const answer = shown(await ann.press(card, english.help.buttons.show))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('If that changes, for you or for anyone, these people listen.')
    expect(answer.text).toContain('https://findahelpline.com')
    expect(answer.text).toContain('Some medicines can get in the way of serotonin.')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
  })
})

describe('a mention in a crisis later on', () => {
  it('gets no second line in the thread after nine minutes', async () => {
    const { slack, ann, asked, line } = await lineFor('I want to kill myself')
    turnClock(9)

    ann.mention('I want to die', { threadTs: asked.ts })
    await slack.until(() => slack.ephemerals(ann.person.id).length === 2, 'a second card')

    await slack.settled()
    expect(slack.answersTo(asked)).toEqual([line])
  })

  it('gets a line again once the ten minutes are over', async () => {
    const { slack, ann, asked } = await lineFor('I want to kill myself')
    turnClock(10.1)

    const line = await slack.answerTo(ann.mention('I want to die', { threadTs: asked.ts }))

    expect(line.text).toContain(neutralLine)
  })
})

describe('a line whose question is no longer held', () => {
  it.each<[string, (slack: Slack) => unknown]>([
    ['after a quarter of an hour', () => turnClock(15.1)],
    ['after the bot was started anew', ({ restart }) => restart()],
  ])('asks the asker to ask again, with people to talk to, %s', async (_, pass) => {
    const { slack, ann, line } = await lineFor('I want to kill myself')
    await pass(slack)

    const own = shown(await ann.press(line, button))
    const others = shown(await slack.someone().press(line, button))

    expect(own.text).toContain(english.chat.notes['ask-again'])
    expect(others.text).not.toContain(english.chat.notes['ask-again'])
    for (const help of [own, others]) {
      expect(help.isPrivate).toBe(true)
      expect(help.text).toContain(english.help.support.intro)
      expect(help.text).toContain(english.disclaimer.text)
      expect(help.options).toContain('Ireland')
    }
  })

  it('asks to ask again where a card says that it is not about the person, too', async () => {
    const { ann, line } = await lineFor('I want to kill myself')
    const card = await ann.press(line, button)
    turnClock(15.1)

    const help = shown(await ann.press(card, english.help.buttons.show))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.chat.notes['ask-again'])
    expect(help.text).toContain(english.help.support.intro)
  })
})

/** A line in a thread, with the asker's card delivered, or lost on its way. */
async function lineFor(
  text: string,
  { lacksEphemerals = false, ...options }: SlackOptions & { readonly lacksEphemerals?: boolean } = {},
) {
  const slack = await startSlack(options)
  const lost = lacksEphemerals
    ? slack.faults.add({ method: 'chat.postEphemeral', error: 'user_not_in_channel' })
    : undefined
  const ann = slack.someone()
  const asked = ann.mention(text)
  const line = await slack.answerTo(asked)
  await slack.until(
    () => (lost === undefined ? slack.ephemerals(ann.person.id).length > 0 : lost.hits() > 0),
    'the card',
  )
  return { slack, ann, asked, line }
}
