import { describe, expect, it } from 'vitest'
import type { Message } from '../../../stand-ins/slack/message.ts'
import { botOverSections } from '../../bot-over-sections.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { buttons, notes } = english.chat

/** Five kilobytes: two messages. */
const twenty = Array.from({ length: 20 }, (_, place) => place + 1)

describe.concurrent.each(modes)('an answer too long for one message, over %s', (mode) => {
  it('comes in the thread of a mention as several, in order, whole, each with the disclaimer, the last with the source', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, until, answersTo } = await startSlack({ mode, onFinished, bot: botWithTides(20) })

    const asked = someone().mention('tides')
    await until(() => answersTo(asked).length === 2, 'both parts')

    const parts = answersTo(asked)
    expect(parts.map(({ thread_ts: threadTs }) => threadTs)).toEqual([asked.ts, asked.ts])
    expectWholeInOrder(parts)
  })

  it('comes in direct messages as several, and goes whole when the asker deletes it', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, until, answersTo, visible, settled } = await startSlack({
      mode,
      onFinished,
      bot: botWithTides(20),
    })
    const ann = someone().inDirectMessages()
    const asked = ann.write('tides')
    await until(() => answersTo(asked).length === 2, 'both parts')
    await settled()
    const parts = answersTo(asked)

    const note = await ann.press(last(parts), buttons.delete)

    expectWholeInOrder(parts)
    expect(shown(note).text).toBe(notes.deleted)
    expect(visible(ann.channel)).toEqual([asked, note])
  })

  it('stays with the person alone in all its parts, and goes whole when it was shared and the sharer deletes it', async ({
    onTestFinished: onFinished,
  }) => {
    const slack = await startSlack({ mode, onFinished, bot: botWithTides(20) })
    const ann = slack.someone()
    await ann.ask('tides')
    const own = await slack.until(
      () => slack.ephemerals(ann.person.id).length === 2 && slack.ephemerals(ann.person.id),
      'both parts',
    )
    expect(slack.visible(slack.channel)).toEqual([])

    await ann.press(last(own), buttons.share)
    const shared = slack.visible(slack.channel)
    await ann.press(last(shared), buttons.delete)

    expectWholeInOrder(own)
    expectWholeInOrder(shared)
    expect(slack.visible(slack.channel)).toEqual([])
  })

  it('says where it is cut because it would fill the channel, and keeps source and disclaimer', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, ephemerals, until, settled } = await startSlack({ mode, onFinished, bot: botWithTides(90) })
    const ann = someone()

    await ann.ask('tides')
    await until(() => ephemerals(ann.person.id).length === 4, 'four parts')

    await settled()
    const texts = ephemerals(ann.person.id).map((each) => shown(each).text)
    expect(texts).toHaveLength(4)
    expect(texts.at(-1)).toContain(notes.longer)
    expect(texts.at(-1)).toContain('Source: ')
    for (const text of texts) expect(text).toContain(english.disclaimer.text)
  })

  it('is shown in one modal, cut where it is too long for it', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished, bot: botWithTides(90) })
    const ann = someone()

    const modal = shown(await ann.look(await ann.openHome(), 'Tides'))

    expect(modal.text).toContain(opening(1))
    expect(modal.text).toContain(notes.longer)
    expect(modal.text).toContain('Source: ')
    expect(modal.text.endsWith(english.disclaimer.text)).toBe(true)
  })
})

function expectWholeInOrder(answers: readonly Message[]): void {
  const texts = answers.map((answer) => shown(answer).text)
  for (const all of [texts.join('\n'), answers.map(({ text }) => text).join('\n')]) {
    const places = twenty.map((place) => all.indexOf(opening(place)))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  }
  for (const text of texts) expect(text).toContain(english.disclaimer.text)
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

function last<Item>(items: readonly Item[]): Item {
  const item = items.at(-1)
  if (item === undefined) throw new Error('There is nothing')
  return item
}
