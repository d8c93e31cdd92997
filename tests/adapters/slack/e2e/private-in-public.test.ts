import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, type SlackOptions, startSlack } from './start-slack.ts'

const { private: privateLine, button } = english.help.public

const kinds = [
  [
    'a medicine of theirs',
    {
      question: 'Should I stop my pills?',
      lead: english.help.medication[0] ?? '',
      text: 'Some medicines can get in the way of serotonin.',
    },
  ],
  [
    'what they have',
    {
      question: 'Do I have low serotonin?',
      lead: english.help.diagnosis[0] ?? '',
      text: 'There are two basic reasons why serotonin can be low.',
    },
  ],
] as const

describe.concurrent.each(modes)('a mention, over %s, in which somebody asks about', (mode) => {
  it.for(kinds)(
    '%s gets a public line that says nothing about it, and then the answer in the thread for the asker alone',
    async ([, { question, lead, text }], { onTestFinished: onFinished }) => {
      const { slack, asked, line, answer } = await lineFor(question, { mode, onFinished })

      await slack.settled()
      expect(slack.answersTo(asked)).toEqual([line])
      expect(shown(line)).toEqual({
        text: `${privateLine}\n${english.disclaimer.short}`,
        buttons: [button],
        options: [],
        isPrivate: false,
      })
      expect(answer.thread_ts).toBe(asked.ts)
      for (const words of [lead, text, 'Source: Askvity', english.disclaimer.text])
        expect(shown(answer).text).toContain(words)
      expect(shown(answer).buttons).not.toContain(english.chat.buttons.share)
    },
  )

  it.for(kinds)(
    '%s has a button that leads the asker to their answer, and everybody else to people to talk to',
    async ([, { question, lead, text }], { onTestFinished: onFinished }) => {
      const { slack, ann, line } = await lineFor(question, { mode, onFinished })

      const own = shown(await ann.press(line, button))
      const help = shown(await slack.someone().press(line, button))

      for (const words of [lead, text, english.disclaimer.text]) expect(own.text).toContain(words)
      expect(own.isPrivate).toBe(true)
      expect(own.buttons).not.toContain(english.chat.buttons.share)
      expect(help.isPrivate).toBe(true)
      expect(help.text).toContain(english.help.support.intro)
      for (const words of [lead, text]) expect(help.text).not.toContain(words)
    },
  )

  it('one thing and another gets a line each, which lead to the answer of their own question', async ({
    onTestFinished: onFinished,
  }) => {
    const { slack, ann, line } = await lineFor('Should I stop my pills?', { mode, onFinished })
    const second = await slack.answerTo(ann.mention('Do I have low serotonin?'))
    await slack.until(() => slack.ephemerals(ann.person.id).length === 2, 'the second answer')

    const answers = [shown(await ann.press(line, button)), shown(await ann.press(second, button))]

    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringContaining(english.help.medication[0] ?? ''),
      expect.stringContaining(english.help.diagnosis[0] ?? ''),
    ])
  })

  it('a medicine, and then writes in the same thread that they are in a crisis, gets the line about help as well', async ({
    onTestFinished: onFinished,
  }) => {
    const { slack, ann, asked } = await lineFor('Should I stop my pills?', { mode, onFinished })

    const line = await slack.answerTo(ann.mention('I want to kill myself', { threadTs: asked.ts }))

    expect(line.text).toContain(english.help.public.urgent)
  })
})

/** A line in a thread, and the answer that its asker sees there. */
async function lineFor(text: string, options: SlackOptions) {
  const slack = await startSlack(options)
  const ann = slack.someone()
  const asked = ann.mention(text)
  const line = await slack.answerTo(asked)
  const answer = await slack.until(() => slack.ephemerals(ann.person.id)[0], 'the answer')
  return { slack, ann, asked, line, answer }
}
