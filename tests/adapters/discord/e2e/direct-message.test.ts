import { MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

describe('a direct message', () => {
  it('is answered as text, with source, disclaimer and buttons, deletable, and nothing that could be shared', async () => {
    const { someone, answerTo } = await startDiscord()

    const answer = await answerTo(someone().inDirectMessages().write('What is tryptophan?'))

    expect((answer.flags ?? 0) & MessageFlags.IsComponentsV2).toBe(0)
    expect(answer.content).toContain('Tryptophan is an amino acid.')
    expect(answer.content).toContain('Source: Askvity')
    expect(answer.content).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual([
      'Genetics',
      'Stress',
      'Gut health',
      english.chat.buttons.delete,
      'Get support',
    ])
  })

  it('is answered after the bot was seen typing', async () => {
    const { someone, answerTo, requests } = await startDiscord()
    const ann = someone().inDirectMessages()

    await answerTo(ann.write('What is tryptophan?'))

    const posts = requests.filter(({ path }) => path.startsWith(`/channels/${ann.channel.id}/`))
    expect(posts.map(({ path }) => path.split('/').at(-1))).toEqual(['typing', 'messages'])
  })

  it('needs no command, and is answered each time', async () => {
    const { someone, answerTo } = await startDiscord()
    const ann = someone().inDirectMessages()

    const hello = await answerTo(ann.write('hello'))
    const receptors = await answerTo(ann.write('What do receptors do?'))

    expect(hello.content).toContain(english['small-talk'].greeting.say)
    expect(receptors.content).toContain('Receptors are there to receive serotonin.')
  })

  it('is answered in the words of the language in which it is written', async () => {
    const { someone, answerTo } = await startDiscord()

    const hello = await answerTo(someone().inDirectMessages().write('hallo'))

    expect(hello.content).toContain(wordsIn('de')['small-talk'].greeting.say)
    expect(hello.content).toContain(wordsIn('de').disclaimer.text)
  })

  it('in a crisis is answered with the card at once: one message, help first, the disclaimer on it', async () => {
    const { someone, settled, answersTo, requests } = await startDiscord()
    const ann = someone().inDirectMessages()

    const asked = ann.write('I want to kill myself')
    await settled()

    const [card, ...others] = answersTo(asked)
    expect(others).toEqual([])
    expect(card?.content).toContain('Please reach a person now.')
    expect(card?.content).toContain('<https://findahelpline.com>')
    expect(card?.content).toContain(english.disclaimer.text)
    expect(card && shown(card).buttons).toEqual([
      english.help.buttons.countries,
      english.help.buttons.show,
      english.chat.buttons.delete,
    ])
    expect(requests.some(({ path }) => path.endsWith('/typing'))).toBe(false)
  })

  it('in a crisis that goes on is answered with a shorter card', async () => {
    const { someone, answerTo } = await startDiscord()
    const ann = someone().inDirectMessages()

    const first = await answerTo(ann.write('I want to kill myself'))
    const again = await answerTo(ann.write('I want to die'))

    expect(again.content).toContain('It sounds as if things are still very hard.')
    expect(again.content).toContain(english.disclaimer.text)
    expect(again.content.length).toBeLessThan(first.content.length)
  })

  it.each([
    ['a medicine', 'Should I stop my pills?', english.help.medication[0]],
    ['what somebody has', 'Do I have low serotonin?', english.help.diagnosis[0]],
  ])('about %s gets that first which has to be said first', async (_, question, words = '') => {
    const { someone, answerTo } = await startDiscord()

    const answer = await answerTo(someone().inDirectMessages().write(question))

    expect(answer.content.startsWith(words)).toBe(true)
    expect(answer.content).toContain(english.disclaimer.text)
  })

  it('leads to further answers by its buttons, to which the same holds', async () => {
    const { someone, answerTo } = await startDiscord()
    const ann = someone().inDirectMessages()
    const answer = await answerTo(ann.write('What is tryptophan?'))

    const next = await ann.press(answer, 'Stress')

    expect((next.flags ?? 0) & MessageFlags.IsComponentsV2).toBe(0)
    expect(next.content).toContain('Chronic stress is stress that goes on for a long time.')
    expect(next.content).toContain(english.disclaimer.text)
    expect(shown(next).buttons).not.toContain(english.chat.buttons.share)
  })

  it('can be /ask, which is answered as text', async () => {
    const { someone } = await startDiscord()

    const answer = await someone().inDirectMessages().ask('What is tryptophan?', { visible: 'everyone' })

    expect(answer.content).toContain('Tryptophan is an amino acid.')
    expect(answer.content).toContain(english.disclaimer.text)
  })

  it.each([
    ['topics', english.topics.intro],
    ['support', english.help.support.choose],
    ['about', 'I am Pamphlet, version 1.2.3'],
    ['privacy', english.chat.pages.privacy[0] ?? ''],
    ['help', english.chat.pages.help[0] ?? ''],
  ])('can be /%s, which is answered as text', async (command, words) => {
    const { someone } = await startDiscord()

    const page = await someone().inDirectMessages().slash(command)

    expect(page.content).toContain(words)
    expect(page.content).toContain(english.disclaimer.text)
  })

  it('of another bot is not answered', async () => {
    const { someone, settled, answersTo } = await startDiscord()

    const asked = someone({ bot: true }).inDirectMessages().write('What is tryptophan?')

    await settled()
    expect(answersTo(asked)).toEqual([])
  })
})
