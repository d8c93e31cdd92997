import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const question = 'What is tryptophan?'
const { busy } = english.chat.notes

describe('whoever asks more than five questions in ten seconds', () => {
  it('by mentions gets one private line, and then silence', async () => {
    const { someone, settled, answersTo, privateTo } = await startDiscord()
    const ann = someone()

    const asked = Array.from({ length: 8 }, () => ann.mention(question))
    await settled()

    expect(asked.map((each) => answersTo(each).length)).toEqual([1, 1, 1, 1, 1, 0, 0, 0])
    expect(privateTo(ann.person.id).map(({ content }) => content)).toEqual([busy])
  })

  it('by direct messages gets one line, and then silence', async () => {
    const { someone, settled, privateTo } = await startDiscord()
    const ann = someone().inDirectMessages()

    for (const _ of Array.from({ length: 8 })) ann.write(question)
    await settled()

    const answers = privateTo(ann.person.id).map(({ content }) => content)
    expect(answers.filter((content) => content.includes('Tryptophan is an amino acid.'))).toHaveLength(5)
    expect(answers.filter((content) => content === busy)).toHaveLength(1)
    expect(answers).toHaveLength(6)
  })

  it('by commands gets that line in private each time, as a command has to be answered', async () => {
    const { someone, visible, channel } = await startDiscord()
    const ann = someone()
    await askFiveTimes(ann)

    const notes = [await ann.ask(question, { visible: 'everyone' }), await ann.ask(question)]

    expect(notes.map(shown)).toEqual([
      { text: busy, isPrivate: true, buttons: [english.chat.pick.help], options: [] },
      { text: busy, isPrivate: true, buttons: [english.chat.pick.help], options: [] },
    ])
    expect(visible(channel.id)).toEqual([])
  })

  it('still gets help lines, by every way that leads to them', async () => {
    const discord = await startDiscord()
    const ann = discord.someone()
    await askFiveTimes(ann)

    const byCommand = shown(await ann.slash('support'))
    const byChoice = shown(await ann.ask('support'))
    const byMention = shown(await discord.answerTo(ann.mention('support')))
    const byButton = shown(await ann.press(await ann.ask(question), english.chat.pick.help))

    for (const { text } of [byCommand, byChoice, byMention, byButton])
      expect(text).toContain(english.help.support.intro)
  })

  it('is held back from calling the bot without a question, too', async () => {
    const { someone, settled, answersTo } = await startDiscord()
    const ann = someone()

    const called = Array.from({ length: 7 }, () => ann.mention(''))
    await settled()

    expect(called.map((each) => answersTo(each).length)).toEqual([1, 1, 1, 1, 1, 0, 0])
  })

  it('holds nobody else back', async () => {
    const { someone } = await startDiscord()
    await askFiveTimes(someone())

    const answer = shown(await someone().ask(question))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })

  it.each<[string, (ann: Someone, discord: Discord) => Promise<APIMessage>]>([
    ['a command', (ann) => ann.ask('I want to kill myself')],
    ['a direct message', (ann, { answerTo }) => answerTo(ann.inDirectMessages().write('I want to kill myself'))],
    ['"Answer this"', (ann) => ann.answerThis(ann.write('I want to kill myself'))],
  ])('gets their card at once all the same when they are in a crisis, by %s', async (_, ask) => {
    const discord = await startDiscord()
    const ann = discord.someone()
    await askFiveTimes(ann)

    const card = await ask(ann, discord)

    expect(card.content).toContain('Please reach a person now.')
  })

  it('gets the public line all the same when they are in a crisis, by a mention', async () => {
    const { someone, answerTo } = await startDiscord()
    const ann = someone()
    await askFiveTimes(ann)

    const line = await answerTo(ann.mention('I want to kill myself'))

    expect(line.content).toContain(english.help.public.urgent)
  })

  it('still gets help lines, topics and sections', async () => {
    const { someone } = await startDiscord()
    const ann = someone()
    const answer = await ann.ask(question)
    await askFiveTimes(ann)

    const [support, topics, stress] = [
      shown(await ann.slash('support')),
      shown(await ann.slash('topics')),
      shown(await ann.press(answer, 'Stress')),
    ]

    expect(support.text).toContain(english.help.support.intro)
    expect(topics.options).toContain('Stress')
    expect(stress.text).toContain('Chronic stress is stress that goes on for a long time.')
  })
})

describe('a server in which more than thirty questions are asked in ten seconds', () => {
  it('has whoever asks next wait, in private, and holds no other server back', async () => {
    const { someone, addGuild, addChannel } = await startDiscord()
    await Promise.all(Array.from({ length: 30 }, () => someone().ask(question)))
    const elsewhere = addChannel({ guild: addGuild() })

    const [here, there] = [shown(await someone().ask(question)), shown(await someone({}, elsewhere).ask(question))]

    expect(here).toMatchObject({ isPrivate: true, text: busy })
    expect(there.text).toContain('Tryptophan is an amino acid.')
  })

  it('still gets help at once', async () => {
    const { someone, answerTo } = await startDiscord()
    await Promise.all(Array.from({ length: 31 }, () => someone().ask(question)))

    const line = await answerTo(someone().mention('I want to kill myself'))
    const card = await someone().ask('I want to kill myself')

    expect(line.content).toContain(english.help.public.urgent)
    expect(card.content).toContain('Please reach a person now.')
  })
})

async function askFiveTimes(somebody: Someone): Promise<void> {
  await Promise.all(Array.from({ length: 5 }, () => somebody.ask(question)))
}
