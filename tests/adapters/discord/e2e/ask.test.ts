import { MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

describe('/ask', () => {
  it('shows the answer to the person alone, with its source, the disclaimer and related topics', async () => {
    const { someone, visible, channel } = await startDiscord()

    const answer = shown(await someone().ask('What is tryptophan?'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Tryptophan is an amino acid.')
    expect(answer.text).toContain('Source: Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toEqual(['Genetics', 'Stress', 'Gut health', 'Share with everyone', 'Get support'])
    expect(visible(channel.id)).toEqual([])
  })

  it('answers in the first response itself, without a word that it is thinking', async () => {
    const { someone, requests } = await startDiscord()

    await someone().ask('What is tryptophan?')

    const responses = requests.filter(({ path }) => /^\/(?:interactions|webhooks)\//.test(path))
    expect(responses.map(({ body }) => body)).toEqual([expect.objectContaining({ type: 4 })])
  })

  it('draws the answer with components that carry no colour and no emoji', async () => {
    const { someone } = await startDiscord()

    const answer = await someone().ask('What is tryptophan?')

    expect((answer.flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0)
    expect(answer.content).toBe('')
    expect(JSON.stringify(answer.components)).not.toMatch(/accent_color|"emoji"|\p{Extended_Pictographic}/u)
  })

  it('shows the answer to everyone, in the name of the person, where they ask for that', async () => {
    const { someone, visible, channel } = await startDiscord()
    const ann = someone()

    const answer = await ann.ask('What is tryptophan?', { visible: 'everyone' })

    expect(visible(channel.id)).toEqual([answer])
    expect(answer.interaction_metadata?.user.id).toBe(ann.person.id)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual(['Genetics', 'Stress', 'Gut health', 'Delete this answer', 'Get support'])
  })

  it.each([
    ['a crisis', 'I want to kill myself', 'Please reach a person now.'],
    ['an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
    ['a question about a medicine of theirs', 'Should I stop my pills?', 'ask your prescriber'],
    ['a question about what they have', 'Do I have low serotonin?', 'I cannot tell what anyone has'],
  ])('keeps the answer to %s private though it was meant for everyone', async (_, question, words) => {
    const { someone, settled, visible, channel } = await startDiscord()

    const answer = shown(await someone().ask(question, { visible: 'everyone' }))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
    await settled()
    expect(visible(channel.id)).toEqual([])
  })

  it('shows the card of somebody in a crisis at once, as text that a notification shows, with help first', async () => {
    const { someone, privateTo } = await startDiscord()
    const ann = someone()

    const card = await ann.ask('I want to kill myself')

    expect(shown(card).isPrivate).toBe(true)
    expect(card.content).toContain('Please reach a person now.')
    expect(card.content).toContain('<https://findahelpline.com>')
    expect(card.content).toContain(english.disclaimer.text)
    expect((card.flags ?? 0) & MessageFlags.IsComponentsV2).toBe(0)
    expect(shown(card).buttons).toEqual([english.help.buttons.countries, english.help.buttons.show])
    expect(privateTo(ann.person.id)).toHaveLength(1)
  })

  it('offers what may be meant where it is not sure, with "None of these" among it', async () => {
    const { someone } = await startDiscord()

    const answer = shown(await someone().ask('medications and conditions'))

    expect(answer.text).toContain(english.suggested.intro)
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toEqual(expect.arrayContaining(['Medications', 'Health conditions', 'None of these']))
  })

  it('says that it has no answer where the documents have none, and offers the nearest topics', async () => {
    const { someone } = await startDiscord()

    const answer = shown(await someone().ask('sodium'))

    expect(answer.text).toContain(english['not-found'].plain)
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toEqual(expect.arrayContaining(['Reduced production', 'Get support']))
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
  })

  it.each([
    ['by its name, as a choice puts it', 'root-rot', 'Why roots rot · Root rot'],
    ['by its title', 'Powdery mildew', 'What causes it? · Powdery mildew'],
  ])('looks in one document alone, which is given %s', async (_, document, heading) => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })

    const answer = shown(await someone().ask('what causes it?', { document }))

    expect(answer.text).toContain(heading)
  })

  it('says how to ask where the question is nothing but white space', async () => {
    const { someone } = await startDiscord()

    const answer = shown(await someone().ask('   '))

    expect(answer.text).toContain(english.chat.pages.help[0])
  })

  it('answers in a thread as in a channel', async () => {
    const { someone, addChannel, channel } = await startDiscord()
    const thread = addChannel({ parent: channel })

    const answer = await someone({}, thread).ask('What is tryptophan?', { visible: 'everyone' })

    expect(answer.channel_id).toBe(thread.id)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })
})
