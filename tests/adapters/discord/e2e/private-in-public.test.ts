import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

const { private: privateLine, button } = english.help.public

describe.each([
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
])('a mention in which somebody asks about %s', (_, { question, lead, text }) => {
  it('gets a public line that says nothing about it, with one button', async () => {
    const { someone, settled, answersTo } = await startDiscord()

    const asked = someone().mention(question)
    await settled()

    const [line, ...others] = answersTo(asked)
    expect(others).toEqual([])
    expect(line?.content).toBe(`${privateLine}\n\n-# ${english.disclaimer.short}`)
    expect(line && shown(line).buttons).toEqual([button])
  })

  it('leads the asker to their answer, which only they see and nobody can share', async () => {
    const { someone, answerTo, visible, channel } = await startDiscord()
    const ann = someone()
    const line = await answerTo(ann.mention(question))

    const answer = shown(await ann.press(line, button))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(lead)
    expect(answer.text).toContain(text)
    expect(answer.text).toContain('Source: Askvity')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
    expect(visible(channel.id)).toHaveLength(2)
  })

  it('leads nobody else to that answer, but to people to talk to', async () => {
    const { someone, answerTo } = await startDiscord()
    const line = await answerTo(someone().mention(question))

    const help = shown(await someone().press(line, button))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.help.support.intro)
    expect(help.text).not.toContain(lead)
    expect(help.text).not.toContain(text)
  })
})

it('a line of that kind does not stand in for the one about help', async () => {
  const { someone, answerTo } = await startDiscord()
  const ann = someone()
  await answerTo(ann.mention('Should I stop my pills?'))

  const line = await answerTo(ann.mention('I want to kill myself'))

  expect(line.content).toContain(english.help.public.urgent)
})

it('two lines of that kind lead to the answer of their own question each', async () => {
  const { someone, answerTo } = await startDiscord()
  const ann = someone()
  const lines = [
    await answerTo(ann.mention('Should I stop my pills?')),
    await answerTo(ann.mention('Do I have low serotonin?')),
  ] as const

  const answers = [shown(await ann.press(lines[0], button)), shown(await ann.press(lines[1], button))] as const

  expect(answers[0].text).toContain(english.help.medication[0])
  expect(answers[1].text).toContain(english.help.diagnosis[0])
})
