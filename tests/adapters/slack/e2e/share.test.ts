import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import type { Message } from '../../../stand-ins/slack/message.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, type Slack, type SlackOptions, startSlack } from './start-slack.ts'

const { buttons, notes } = english.chat
const question = 'What is tryptophan?'

describe.concurrent.each(modes)('"Share with everyone", over %s', (mode) => {
  it('posts the answer once, as a message of the bot that says nothing of who asked, and tells the person so', async ({
    onTestFinished: onFinished,
  }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })

    const note = shown(await ann.press(answer, buttons.share))

    await slack.settled()
    const shared = onlyOneIn(slack)
    expect(shared.user).toBe(slack.app.botUser)
    expect(shared.thread_ts).toBeUndefined()
    expect(JSON.stringify(shared)).not.toMatch(new RegExp(`${ann.person.id}|${ann.person.name}`))
    expect(note).toMatchObject({ isPrivate: true, text: notes.shared })
  })

  it('posts it with source, disclaimer, related topics and a button to delete it', async ({
    onTestFinished: onFinished,
  }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })

    await ann.press(answer, buttons.share)

    const shared = shown(onlyOneIn(slack))
    expect(shared.text).toContain('Tryptophan is an amino acid.')
    expect(shared.text).toContain('Source: Askvity')
    expect(shared.text).toContain(english.disclaimer.text)
    expect(shared.buttons).toEqual(['Genetics', 'Stress', 'Gut health', buttons.delete, 'Get support'])
  })

  it('shares no second time, be it pressed later or at the same time', async ({ onTestFinished: onFinished }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })

    await Promise.all([ann.press(answer, buttons.share), ann.press(answer, buttons.share)])
    const note = shown(await ann.press(answer, buttons.share))

    await slack.settled()
    expect(note.isPrivate).toBe(true)
    expect(slack.visible(slack.channel)).toHaveLength(1)
  })

  it('shares in the thread where the answer was asked for', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    const begun = slack.someone().write('Good morning!')
    const answer = await ann.answerThis(ann.write(question, { threadTs: begun.ts }))

    await ann.press(answer, buttons.share)

    await slack.settled()
    const [shared, ...others] = slack.visible(slack.channel).filter(({ bot_id: bot }) => bot !== undefined)
    expect(others).toEqual([])
    expect(shared?.thread_ts).toBe(begun.ts)
  })

  it('shares in the thread whose button showed the answer', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const [ann, bob] = [slack.someone(), slack.someone()]
    const asked = ann.mention(question)
    const own = await bob.press(await slack.answerTo(asked), 'Genetics')

    await bob.press(own, buttons.share)

    await slack.settled()
    const texts = slack.answersTo(asked).map((each) => shown(each).text)
    expect(texts).toHaveLength(2)
    expect(texts[1]).toContain('A tendency to have low serotonin may be inherited.')
  })

  it.for([
    ['a public channel', { hasBot: false }],
    ['a private channel', { hasBot: false, private: true }],
  ] as const)(
    'shares in %s without the bot, once and without a name, and the sharer alone can delete it',
    async ([, options], { onTestFinished: onFinished }) => {
      const slack = await startSlack({ mode, onFinished })
      const there = slack.addChannel(options)
      const ann = slack.someone({}, there)
      const answer = await ann.ask(question)

      const note = shown(await ann.press(answer, buttons.share))

      await slack.settled()
      const [shared, ...others] = slack.visible(there)
      if (shared === undefined) throw new Error('Nothing was shared')
      expect(others).toEqual([])
      expect(note.text).toBe(notes.shared)
      expect(shown(shared).text).toContain('Tryptophan is an amino acid.')
      expect(JSON.stringify(shared)).not.toMatch(new RegExp(`${ann.person.id}|${ann.person.name}`))
      const refused = shown(await slack.someone({}, there).press(shared, buttons.delete))
      expect(refused.text).toBe(notes['cannot-delete'])
      const done = shown(await ann.press(shared, buttons.delete))
      expect(done.text).toBe(notes.deleted)
      expect(slack.visible(there)).toEqual([])
    },
  )

  it('says that nobody else sees the answer where the bot may not post', async ({ onTestFinished: onFinished }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })
    slack.faults.add({ method: 'chat.postMessage', error: 'restricted_action' })

    const note = shown(await ann.press(answer, buttons.share))

    expect(note).toMatchObject({ isPrivate: true, text: notes['cannot-post'] })
    expect(slack.visible(slack.channel)).toEqual([])
  })

  it('shares after all when it is pressed again after a failure', async ({ onTestFinished: onFinished }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })
    slack.faults.add({ method: 'chat.postMessage', error: 'restricted_action' })
    await ann.press(answer, buttons.share)

    const note = shown(await ann.press(answer, buttons.share))

    expect(note.text).toBe(notes.shared)
    expect(slack.visible(slack.channel)).toHaveLength(1)
  })

  it('shares nothing whose section is gone', async ({ onTestFinished: onFinished }) => {
    const { slack, ann, answer } = await askedPrivately({ mode, onFinished })
    await slack.restart({ mode, bot: botOver(gardenDocuments) })

    const note = shown(await ann.press(answer, buttons.share))

    await slack.settled()
    expect(note.text).toContain(notes.gone)
    expect(slack.visible(slack.channel)).toEqual([])
  })
})

async function askedPrivately(options: SlackOptions) {
  const slack = await startSlack(options)
  const ann = slack.someone()
  return { slack, ann, answer: await ann.ask(question) }
}

function onlyOneIn({ visible, channel }: Slack): Message {
  const [message, ...others] = visible(channel)
  if (message === undefined || others.length > 0) throw new Error(`There are ${others.length} messages more than one`)
  return message
}
