import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { modes, type Slack, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'
const { busy } = english.chat.notes

describe.concurrent.each(modes)('whoever asks more than five questions in ten seconds, over %s', (mode) => {
  it('by mentions is told so once, in private and where they see it, and then nothing', async ({
    onTestFinished: onFinished,
  }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(slack, ann)
    const before = slack.ephemerals(ann.person.id).length

    const asked = [ann.mention(question), ann.mention(question), ann.mention('')]
    await slack.settled()

    const note = await slack.until(() => slack.ephemerals(ann.person.id)[before], 'word of it')
    expect(shown(note).text).toBe(busy)
    expect(shown(note).buttons).toEqual([english.chat.pick.help])
    const other = await slack.answerTo(slack.someone().mention(question))
    expect(asked.flatMap(slack.answersTo)).toEqual([])
    expect(slack.ephemerals(ann.person.id)).toHaveLength(before + 1)
    expect(shown(other).text).toContain('Tryptophan is an amino acid.')
  })

  it('by direct messages is told so once, and then nothing', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone().inDirectMessages()
    await askFiveTimes(slack, ann)

    const sixth = ann.write(question)
    const note = await slack.answerTo(sixth)
    const seventh = ann.write(question)
    await slack.settled()
    const last = ann.write('support')
    await slack.answerTo(last)

    expect(shown(note).text).toBe(busy)
    expect(shown(note).buttons).toEqual([english.chat.pick.help])
    expect(slack.answersTo(seventh)).toEqual([])
  })

  it('by commands is told so each time, as a command has to be answered', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(slack, ann)

    const notes = [shown(await ann.ask(question)), shown(await ann.ask(question))]

    const note = { text: busy, isPrivate: true, buttons: [english.chat.pick.help], options: [] }
    expect(notes).toEqual([note, note])
    expect(slack.visible(slack.channel)).toEqual([])
  })

  it('still gets help lines, by every way that leads to them', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(slack, ann)

    const seen = [
      await ann.ask('support'),
      await ann.press(await ann.ask(question), english.chat.pick.help),
      await slack.answerTo(ann.mention('support')),
      await slack.answerTo(ann.inDirectMessages().write('support')),
      await ann.look(await ann.openHome(), 'Get support'),
    ]

    for (const each of seen) expect(shown(each).text).toContain(english.help.support.intro)
  })

  it.for<[string, (ann: Someone, slack: Slack) => Promise<{ readonly text: string }>]>([
    ['a command', (ann) => ann.ask('I want to kill myself')],
    ['a direct message', (ann, { answerTo }) => answerTo(ann.inDirectMessages().write('I want to kill myself'))],
    ['"Answer this"', (ann) => ann.answerThis(ann.write('I want to kill myself'))],
  ])(
    'gets their card at once all the same when they are in a crisis, by %s',
    async ([, ask], { onTestFinished: onFinished }) => {
      const slack = await startSlack({ mode, onFinished })
      const ann = slack.someone()
      await askFiveTimes(slack, ann)

      const card = await ask(ann, slack)

      expect(card.text).toContain('Please reach a person now.')
    },
  )

  it('gets the public line all the same when they are in a crisis, by a mention', async ({
    onTestFinished: onFinished,
  }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(slack, ann)

    const line = await slack.answerTo(ann.mention('I want to kill myself'))

    expect(line.text).toContain(english.help.public.urgent)
  })

  it('still gets pages, topics and sections', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    const answer = await ann.ask(question)
    await askFiveTimes(slack, ann)

    const [topics, stress] = [shown(await ann.ask('topics')), shown(await ann.press(answer, 'Stress'))]

    expect(topics.text).toContain(english.topics.intro)
    expect(stress.text).toContain('Chronic stress is stress that goes on for a long time.')
  })
})

describe.concurrent.each(modes)(
  'a workspace in which more than thirty questions are asked in ten seconds, over %s',
  (mode) => {
    it('has whoever asks next wait, in private, direct messages aside, and holds back no help', async ({
      onTestFinished: onFinished,
    }) => {
      const { someone, answerTo } = await startSlack({ mode, onFinished })
      await Promise.all(Array.from({ length: 30 }, () => someone().ask(question)))

      const note = shown(await someone().ask(question))
      const direct = shown(await answerTo(someone().inDirectMessages().write(question)))
      const line = await answerTo(someone().mention('I want to kill myself'))

      expect(note).toMatchObject({ isPrivate: true, text: busy })
      expect(direct.text).toContain('Tryptophan is an amino acid.')
      expect(line.text).toContain(english.help.public.urgent)
    })
  },
)

/** By commands, whose answers nobody waits a second for. */
async function askFiveTimes({ ephemerals, until }: Slack, { person, channel }: Someone): Promise<void> {
  const before = ephemerals(person.id).length
  for (let count = 0; count < 5; count += 1) person.command(`/ask ${question}`, channel)
  await until(() => ephemerals(person.id).length === before + 5, 'five answers')
}
