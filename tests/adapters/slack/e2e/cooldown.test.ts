import { describe, expect, it } from 'vitest'
import { english } from '../../discord/e2e/english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { modes, type Slack, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'
const { busy } = english.chat.notes

describe.each(modes)('whoever asks more than five questions in ten seconds, over %s', (mode) => {
  it.concurrent('by mentions is told so once, in private and where they see it, and then nothing', async ({
    onTestFinished: onFinished,
  }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(ann)
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

  it.concurrent('by direct messages is told so once, and then nothing', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone().inDirectMessages()
    await askFiveTimes(ann)

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

  it('by commands is told so each time, as a command has to be answered', async () => {
    const { someone, visible, channel } = await startSlack({ mode })
    const ann = someone()
    await askFiveTimes(ann)

    const notes = [shown(await ann.ask(question)), shown(await ann.ask(question))]

    const note = { text: busy, isPrivate: true, buttons: [english.chat.pick.help], options: [] }
    expect(notes).toEqual([note, note])
    expect(visible(channel)).toEqual([])
  })

  it.concurrent('still gets help lines, by every way that leads to them', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const ann = slack.someone()
    await askFiveTimes(ann)

    const seen = [
      await ann.ask('support'),
      await ann.press(await ann.ask(question), english.chat.pick.help),
      await slack.answerTo(ann.mention('support')),
      await slack.answerTo(ann.inDirectMessages().write('support')),
      await ann.look(await ann.openHome(), 'Get support'),
    ]

    for (const each of seen) expect(shown(each).text).toContain(english.help.support.intro)
  })

  it.each<[string, (ann: Someone, slack: Slack) => Promise<{ readonly text: string }>]>([
    ['a command', (ann) => ann.ask('I want to kill myself')],
    ['a direct message', (ann, { answerTo }) => answerTo(ann.inDirectMessages().write('I want to kill myself'))],
    ['"Answer this"', (ann) => ann.answerThis(ann.write('I want to kill myself'))],
  ])('gets their card at once all the same when they are in a crisis, by %s', async (_, ask) => {
    const slack = await startSlack({ mode })
    const ann = slack.someone()
    await askFiveTimes(ann)

    const card = await ask(ann, slack)

    expect(card.text).toContain('Please reach a person now.')
  })

  it('gets the public line all the same when they are in a crisis, by a mention', async () => {
    const { someone, answerTo } = await startSlack({ mode })
    const ann = someone()
    await askFiveTimes(ann)

    const line = await answerTo(ann.mention('I want to kill myself'))

    expect(line.text).toContain(english.help.public.urgent)
  })

  it('still gets pages, topics and sections', async () => {
    const { someone } = await startSlack({ mode })
    const ann = someone()
    const answer = await ann.ask(question)
    await askFiveTimes(ann)

    const [topics, stress] = [shown(await ann.ask('topics')), shown(await ann.press(answer, 'Stress'))]

    expect(topics.text).toContain(english.topics.intro)
    expect(stress.text).toContain('Chronic stress is stress that goes on for a long time.')
  })
})

describe.each(modes)('a workspace in which more than thirty questions are asked in ten seconds, over %s', (mode) => {
  it('has whoever asks next wait, in private, direct messages aside, and holds back no help', async () => {
    const { someone, answerTo } = await startSlack({ mode })
    await Promise.all(Array.from({ length: 30 }, () => someone().ask(question)))

    const note = shown(await someone().ask(question))
    const direct = shown(await answerTo(someone().inDirectMessages().write(question)))
    const line = await answerTo(someone().mention('I want to kill myself'))

    expect(note).toMatchObject({ isPrivate: true, text: busy })
    expect(direct.text).toContain('Tryptophan is an amino acid.')
    expect(line.text).toContain(english.help.public.urgent)
  })
})

/** By commands, whose answers nobody waits a second for. */
async function askFiveTimes(somebody: Someone): Promise<void> {
  for (let count = 0; count < 5; count += 1) await somebody.ask(question)
}
