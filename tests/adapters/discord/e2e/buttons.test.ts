import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

describe('a button', () => {
  it('for a related topic shows that topic, which can be shared in its turn', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const answer = shown(await ann.press(await ann.ask('What is tryptophan?'), 'Stress'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(answer.text).toContain('Source: Askvity')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toContain(english.chat.buttons.share)
  })

  it('on the answer to somebody else shows whoever presses it an answer of their own', async () => {
    const { someone, answerTo, visible, privateTo, settled, channel } = await startDiscord()
    const [ann, bob] = [someone(), someone()]
    const asked = ann.mention('What is tryptophan?')
    const answer = await answerTo(asked)

    const own = await bob.press(answer, 'Stress')

    await settled()
    expect(shown(own).isPrivate).toBe(true)
    expect(visible(channel.id)).toEqual([asked, answer])
    expect(privateTo(bob.person.id)).toEqual([own])
    expect(privateTo(ann.person.id)).toEqual([])
  })

  it('for what may have been meant shows that section', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const answer = shown(await ann.press(await ann.ask('medications and conditions'), 'Health conditions'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Some other health conditions can affect serotonin in an indirect way.')
  })

  it('"None of these" shows all topics', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const topics = shown(await ann.press(await ann.ask('medications and conditions'), english.suggested.none))

    expect(topics.isPrivate).toBe(true)
    expect(topics.text).toContain(english.topics.intro)
    expect(topics.options).toContain('Receptor problems')
  })

  it('with an example question asks that question', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const answer = shown(await ann.press(await ann.slash('help'), 'Does the gut make serotonin?'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('A large part of serotonin is made in the gut.')
  })

  it.each([
    ['an answer', 'What is tryptophan?'],
    ['what may have been meant', 'medications and conditions'],
    ['an answer that there is none', 'sodium'],
  ])('under %s leads to people to talk to', async (_, question) => {
    const { someone } = await startDiscord()
    const ann = someone()

    const help = shown(await ann.press(await ann.ask(question), english.help.buttons.support))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.help.support.intro)
    expect(help.text).toContain('<https://findahelpline.com>')
    expect(help.options).toContain('Ireland')
  })

  it('under an urgent card leads to the choice of a country', async () => {
    const { someone } = await startDiscord()
    const ann = someone()
    const card = await ann.ask('I want to kill myself')

    const help = shown(await ann.press(card, english.help.buttons.countries))

    expect(help.isPrivate).toBe(true)
    expect(help.options).toContain('Ireland')
  })

  it('to a section that has been taken out says so and shows the topics there are', async () => {
    const { someone, restart } = await startDiscord()
    const ann = someone()
    const answer = await ann.ask('What is tryptophan?')
    await restart({ bot: botOver(gardenDocuments) })

    const topics = shown(await ann.press(answer, 'Stress'))

    expect(topics.isPrivate).toBe(true)
    expect(topics.text).toContain(english.chat.notes.gone)
    expect(topics.text).toContain(english.disclaimer.text)
    expect(topics.options).toContain('Aphids')
  })

  it('still works after the bot was started anew', async () => {
    const { someone, restart } = await startDiscord()
    const ann = someone()
    const answer = await ann.ask('What is tryptophan?')
    await restart()

    const next = shown(await ann.press(answer, 'Stress'))

    expect(next.text).toContain('Chronic stress is stress that goes on for a long time.')
  })
})
