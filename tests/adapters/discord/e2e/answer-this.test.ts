import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

describe('"Answer this"', () => {
  it.each([
    ['somebody else wrote', false],
    ['the person wrote', true],
  ])('answers the message that %s, to the person alone, who can share it', async (_, isOwn) => {
    const { someone, visible, channel } = await startDiscord()
    const ann = someone()
    const message = (isOwn ? ann : someone()).write('What is tryptophan?')

    const answer = shown(await ann.answerThis(message))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Tryptophan is an amino acid.')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toContain(english.chat.buttons.share)
    expect(visible(channel.id)).toEqual([message])
  })

  it('reads a message as if the mentions in it were not there', async () => {
    const { someone, bot } = await startDiscord()
    const message = someone().write(`<@${bot.id}> <#${bot.id}> What is tryptophan?`)

    const answer = shown(await someone().answerThis(message))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })

  it.each([
    ['a crisis', 'I want to kill myself', 'Are you thinking about suicide?'],
    ['an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
  ])('shows the person alone how to help with %s of somebody else, and nothing to share', async (_, text, words) => {
    const { someone, settled, visible, privateTo, channel } = await startDiscord()
    const [ann, bob] = [someone(), someone()]
    const message = bob.write(text)

    const card = shown(await ann.answerThis(message))

    expect(card.isPrivate).toBe(true)
    expect(card.text).toContain(words)
    expect(card.text).toContain(english.disclaimer.text)
    expect(card.buttons).toEqual([english.help.buttons.countries, english.help.buttons.show])
    await settled()
    expect(visible(channel.id)).toEqual([message])
    expect(privateTo(bob.person.id)).toEqual([])
  })

  it('shows nothing to share either when the person says that it is not about them', async () => {
    const { someone } = await startDiscord()
    const ann = someone()
    const card = await ann.answerThis(someone().write('Which medicines affect serotonin? I want to die'))

    const answer = shown(await ann.press(card, english.help.buttons.show))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Some medicines can get in the way of serotonin.')
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
  })

  it('shows the person their own card for a crisis of their own', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const card = shown(await ann.answerThis(ann.write('I want to kill myself')))

    expect(card.isPrivate).toBe(true)
    expect(card.text).toContain('Please reach a person now.')
    expect(card.text).not.toContain('Are you thinking about suicide?')
  })

  it.each([
    ['their medicine', 'Should I stop my pills?', english.help.medication[0] ?? ''],
    ['what they have', 'Do I have low serotonin?', english.help.diagnosis[0] ?? ''],
  ])('answers the question of somebody else about %s with nothing to share', async (_, text, words) => {
    const { someone } = await startDiscord()

    const answer = shown(await someone().answerThis(someone().write(text)))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(words)
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
  })

  it('says so where the message has no text', async () => {
    const { someone } = await startDiscord()

    const note = shown(await someone().answerThis(someone().write('')))

    expect(note.isPrivate).toBe(true)
    expect(note.text).toContain(english.chat.notes['no-text'])
  })
})
