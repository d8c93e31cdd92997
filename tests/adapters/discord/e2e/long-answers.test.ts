import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { botOverSections } from '../../bot-over-sections.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

/** Five kilobytes: three messages as text, two drawn with components. */
const twenty = Array.from({ length: 20 }, (_, place) => place + 1)

describe('an answer too long for one message', () => {
  it('comes in direct messages as several, in order, whole, each with the disclaimer, the last with the source', async () => {
    const { someone, settled, answersTo } = await startDiscord({ bot: botWithTides(20) })

    const asked = someone().inDirectMessages().write('tides')
    await settled()

    const answers = answersTo(asked)
    expect(answers).toHaveLength(3)
    expectWholeInOrder(answers, 2000)
  })

  it('comes in a channel as a reply with the others behind it', async () => {
    const { someone, settled, answersTo } = await startDiscord({ bot: botWithTides(20) })

    const asked = someone().mention('tides')
    await settled()

    const answers = answersTo(asked)
    expect(answers.map(({ message_reference }) => message_reference?.message_id)).toEqual([asked.id, undefined])
    expectWholeInOrder(answers, 4000)
  })

  it('stays with the person alone in all its parts', async () => {
    const { someone, settled, privateTo, visible, channel } = await startDiscord({ bot: botWithTides(20) })
    const ann = someone()

    await ann.ask('tides')
    await settled()

    const answers = privateTo(ann.person.id)
    expect(answers).toHaveLength(2)
    expect(answers.map((answer) => shown(answer).isPrivate)).toEqual([true, true])
    expectWholeInOrder(answers, 4000)
    expect(visible(channel.id)).toEqual([])
  })

  it('says where it is cut because it would fill the channel, and keeps the disclaimer', async () => {
    const { someone, settled, answersTo } = await startDiscord({ bot: botWithTides(40) })

    const asked = someone().inDirectMessages().write('tides')
    await settled()

    const answers = answersTo(asked)
    expect(answers).toHaveLength(4)
    expect(answers.at(-1)?.content).toContain(english.chat.notes.longer)
    expect(answers.at(-1)?.content).toContain('Source: ')
    for (const { content } of answers) expect(content).toContain(english.disclaimer.text)
  })

  it('goes whole when its question is deleted', async () => {
    const { someone, settled, visible, deleteMessage, channel } = await startDiscord({ bot: botWithTides(20) })
    const asked = someone().mention('tides')
    await settled()
    const before = visible(channel.id).length

    deleteMessage(asked.id)

    await settled()
    expect(before).toBe(3)
    expect(visible(channel.id)).toHaveLength(0)
  })

  it('goes whole when the asker deletes it by the button under a reply', async () => {
    const { someone, settled, answersTo, visible, channel } = await startDiscord({ bot: botWithTides(20) })
    const ann = someone()
    const asked = ann.mention('tides')
    await settled()

    await ann.press(last(answersTo(asked)), english.chat.buttons.delete)

    await settled()
    expect(visible(channel.id)).toEqual([asked])
  })

  it('goes whole when the asker deletes it by the button under the answer to a command', async () => {
    const { someone, settled, visible, channel } = await startDiscord({ bot: botWithTides(20) })
    const ann = someone()
    await ann.ask('tides', { visible: 'everyone' })
    await settled()
    const answers = visible(channel.id)

    await ann.press(last(answers), english.chat.buttons.delete)

    await settled()
    expect(answers).toHaveLength(2)
    expect(visible(channel.id)).toHaveLength(0)
  })

  it('goes whole when it was shared and the sharer deletes it', async () => {
    const { someone, settled, visible, privateTo, channel } = await startDiscord({ bot: botWithTides(20) })
    const ann = someone()
    await ann.ask('tides')
    await settled()
    await ann.press(last(privateTo(ann.person.id)), english.chat.buttons.share)
    const shared = visible(channel.id)

    await ann.press(last(shared), english.chat.buttons.delete)

    await settled()
    expect(shared).toHaveLength(2)
    expect(visible(channel.id)).toHaveLength(0)
  })
})

function expectWholeInOrder(answers: readonly APIMessage[], maxCharacters: number): void {
  const texts = answers.map((answer) => shown(answer).text)
  const all = texts.join('\n')
  const places = twenty.map((place) => all.indexOf(opening(place)))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  for (const text of texts) {
    expect(text).toContain(english.disclaimer.text)
    expect(text.length).toBeLessThanOrEqual(maxCharacters)
  }
  expect(texts.map((text) => text.includes('Source: '))).toEqual(texts.map((_, place) => place === texts.length - 1))
}

/** A bot whose section "Tides" has so many paragraphs of 250 characters. */
function botWithTides(paragraphs: number) {
  const text = Array.from({ length: paragraphs }, (_, place) => `${opening(place + 1)} ${water}`).join('\n\n')
  return botOverSections({ Tides: text })
}

function opening(place: number): string {
  return `Here begins paragraph ${place} of this long section.`
}

const water = 'The water comes in and goes out again. '.repeat(5).trim()

function last(messages: readonly APIMessage[]): APIMessage {
  const message = messages.at(-1)
  if (message === undefined) throw new Error('There is no message')
  return message
}
