import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { chat, help } = english
const question = 'What is tryptophan?'

describe.concurrent.each(modes)('"Answer this", over %s', (mode) => {
  it.for([
    ['somebody else wrote', false],
    ['the person wrote', true],
  ] as const)(
    'answers the message that %s, to the person alone, who can share it',
    async ([, isOwn], { onTestFinished: onFinished }) => {
      const { someone, visible, ephemerals, settled, channel } = await startSlack({ mode, onFinished })
      const [ann, bob] = [someone(), someone()]
      const message = (isOwn ? ann : bob).write(question)

      const answer = shown(await ann.answerThis(message))

      await settled()
      expect(answer.isPrivate).toBe(true)
      expect(answer.text).toContain('Tryptophan is an amino acid.')
      expect(answer.text).toContain(english.disclaimer.text)
      expect(answer.buttons).toContain(chat.buttons.share)
      expect(visible(channel)).toEqual([message])
      expect(ephemerals(bob.person.id)).toEqual([])
    },
  )

  it.for([
    ['a public channel', { hasBot: false }],
    ['a private channel', { hasBot: false, private: true }],
  ] as const)('works in %s without the bot', async ([, options], { onTestFinished: onFinished }) => {
    const { someone, addChannel } = await startSlack({ mode, onFinished })
    const ann = someone({}, addChannel(options))

    const answer = await ann.answerThis(ann.write(question))

    expect(answer.channel).toBe(ann.channel.id)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })

  it('answers in the thread where the message stands', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()
    const begun = someone().write('Good morning!')

    const answer = await ann.answerThis(someone().write(question, { threadTs: begun.ts }))

    expect(answer.thread_ts).toBe(begun.ts)
    expect(shown(answer).isPrivate).toBe(true)
  })

  it('reads a message as if the names in it were not there', async ({ onTestFinished: onFinished }) => {
    const { someone, app } = await startSlack({ mode, onFinished })
    const message = someone().write(`<@${app.botUser}> <!here> ${question}`)

    const answer = shown(await someone().answerThis(message))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })

  it.for([
    ['a crisis', 'I want to kill myself', 'Are you thinking about suicide?'],
    ['an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
  ] as const)(
    'shows the person alone how to help with %s of somebody else, and nothing to share',
    async ([, text, words], { onTestFinished: onFinished }) => {
      const { someone, settled, visible, ephemerals, directMessages, channel } = await startSlack({ mode, onFinished })
      const [ann, bob] = [someone(), someone()]
      const message = bob.write(text)

      const card = shown(await ann.answerThis(message))

      await settled()
      expect(card.isPrivate).toBe(true)
      expect(card.text).toContain(words)
      expect(card.text).toContain(english.disclaimer.text)
      expect(card.buttons).toEqual([help.buttons.countries, help.buttons.show])
      expect(visible(channel)).toEqual([message])
      expect([...ephemerals(bob.person.id), ...visible(directMessages(bob.person))]).toEqual([])
    },
  )

  it('shows how to help where the bot is not in the channel, too', async ({ onTestFinished: onFinished }) => {
    const { someone, addChannel } = await startSlack({ mode, onFinished })
    const there = addChannel({ hasBot: false, private: true })

    const card = shown(await someone({}, there).answerThis(someone({}, there).write('I want to kill myself')))

    expect(card.text).toContain('Are you thinking about suicide?')
    expect(card.buttons).not.toContain(chat.buttons.share)
  })

  it('shows nothing to share either when the person says that it is not about them', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()
    const card = await ann.answerThis(someone().write('Which medicines affect serotonin? I want to die'))

    const answer = shown(await ann.press(card, help.buttons.show))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Some medicines can get in the way of serotonin.')
    expect(answer.buttons).not.toContain(chat.buttons.share)
  })

  it('shows the person their own card for a crisis of their own', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const card = shown(await ann.answerThis(ann.write('I want to kill myself')))

    expect(card.isPrivate).toBe(true)
    expect(card.text).toContain('Please reach a person now.')
    expect(card.text).not.toContain('Are you thinking about suicide?')
  })

  it.for([
    ['their medicine', 'Should I stop my pills?', help.medication[0] ?? ''],
    ['what they have', 'Do I have low serotonin?', help.diagnosis[0] ?? ''],
  ] as const)(
    'answers the question of somebody else about %s with nothing to share',
    async ([, text, words], { onTestFinished: onFinished }) => {
      const { someone } = await startSlack({ mode, onFinished })

      const answer = shown(await someone().answerThis(someone().write(text)))

      expect(answer.isPrivate).toBe(true)
      expect(answer.text).toContain(words)
      expect(answer.buttons).not.toContain(chat.buttons.share)
    },
  )

  it('says so where the message has no text', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const note = shown(await someone().answerThis(someone().write('', { file: 'notes.txt' })))

    expect(note.isPrivate).toBe(true)
    expect(note.text).toContain(chat.notes['no-text'])
  })

  it('answers what another bot wrote, as it does for anybody else', async ({ onTestFinished: onFinished }) => {
    const { someone, botWrites, channel } = await startSlack({ mode, onFinished })

    const answer = shown(await someone().answerThis(botWrites(question, { channel })))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })

  it('has nothing to share in the direct messages of two people', async ({ onTestFinished: onFinished }) => {
    const { someone, messagesBetween } = await startSlack({ mode, onFinished })
    const [ann, bob] = [someone(), someone()]
    const between = messagesBetween(ann.person, bob.person)

    const answer = shown(await ann.answerThis(bob.goTo(between).write(question)))

    expect(answer.isPrivate).toBe(true)
    expect(answer.buttons).not.toContain(chat.buttons.share)
  })
})
