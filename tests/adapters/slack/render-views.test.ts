import { describe, expect, it } from 'vitest'
import { renderHome, renderModal } from '../../../src/adapters/slack/render.ts'
import { bot, helpLines, shippedDocuments, templates } from '../../responder/shipped-bot.ts'
import { checkMessage } from '../../stand-ins/slack/check-message.ts'
import { say } from '../blocks.ts'
import { disclaimer, makeAnswer } from '../terminal/make-answer.ts'
import { words, wordsIn } from '../words.ts'
import { readBlocks } from './read-blocks.ts'

describe('renderModal()', () => {
  it('shows body, source, actions and disclaimer under the name of the bot', () => {
    const view = renderModal(
      makeAnswer({
        source: [{ type: 'text', value: 'Source.' }],
        actions: [{ type: 'question', label: 'Why?' }],
      }),
      { words },
    )

    expect(view).toMatchObject({ type: 'modal', title: { type: 'plain_text', text: 'Pamphlet' } })
    expect(readBlocks(view.blocks)).toMatchObject({
      text: `Some text.\nSource.\n${disclaimer.text}`,
      buttons: [
        ['Why?', 'question:Why?'],
        ['Get support', 'support'],
      ],
    })
    expect(checkMessage('views.open', { trigger_id: '1.2.a', view })).toEqual([])
  })

  it('shows more of a long answer than one message holds', () => {
    const blocks = Array.from({ length: 5 }, () => say('word '.repeat(400)))

    const { text } = readBlocks(renderModal(makeAnswer({ blocks }), { words }).blocks)

    expect(text.match(/word/g)).toHaveLength(2000)
    expect(text).not.toContain(words.notes.longer)
  })

  it('says where more is left out, before the disclaimer', () => {
    const blocks = Array.from({ length: 40 }, () => say('word '.repeat(400)))

    const { text } = readBlocks(renderModal(makeAnswer({ blocks }), { words }).blocks)

    expect(text.endsWith(`${words.notes.longer}\n${disclaimer.text}`)).toBe(true)
  })
})

describe('renderHome()', () => {
  it.each([...templates.keys()])(
    'shows everything about the bot in "%s", and the disclaimer once, last',
    (language) => {
      const view = renderHome(pagesIn(language), { words: wordsIn(language) })

      const { text, buttons, lists, actionIds } = readBlocks(view.blocks)
      const said = templates.get(language)?.disclaimer.text ?? ''
      expect(checkMessage('views.publish', { user_id: 'U0000001', view })).toEqual([])
      expect(text.endsWith(said)).toBe(true)
      expect(text.split(said)).toHaveLength(2)
      expect(view.blocks.flatMap((block) => (block.type === 'header' ? [block] : []))).toHaveLength(5)
      expect(shippedDocuments.filter(({ title }) => !text.includes(title))).toEqual([])
      expect(lists.map(({ actionId, options }) => [actionId, options.length])).toEqual([
        ['country:0', helpLines.countries.length],
      ])
      expect(buttons.filter(([, value]) => value.startsWith('passage:'))).toHaveLength(bot.places().length)
      expect(buttons.filter(([, value]) => value.startsWith('question:')).length).toBeGreaterThan(0)
      expect(buttons.at(-1)?.[1]).toBe('support')
      expect(new Set(actionIds).size).toBe(actionIds.length)
    },
  )

  it('lists topics that are too many for buttons', () => {
    const actions = Array.from({ length: 51 }, (_, place) => ({
      type: 'passage' as const,
      label: `Topic ${place}`,
      document: 'd',
      section: `s${place}`,
    }))

    const { lists } = readBlocks(renderHome({ ...pagesIn('en'), topics: makeAnswer({ actions }) }, { words }).blocks)

    expect(lists.map(({ actionId, options }) => [actionId, options.length])).toContainEqual(['pick:0', 51])
  })

  it('shows the help lines of a country once it is chosen, and the way to choose another', () => {
    const support = bot.support({ region: 'US' })

    const { text, buttons } = readBlocks(renderHome({ ...pagesIn('en'), support }, { words }).blocks)

    expect(buttons.map(([, value]) => value)).toContain('countries')
    expect(helpLines.linesFor('US').filter(({ contact }) => !text.includes(contact))).toEqual([])
  })

  it('draws what two pages offer once', () => {
    const page = makeAnswer({ actions: [{ type: 'question', label: 'Why?' }] })

    const view = renderHome({ help: page, topics: page, about: page, support: page, privacy: page }, { words })

    expect(readBlocks(view.blocks).buttons.filter(([label]) => label === 'Why?')).toHaveLength(1)
  })
})

function pagesIn(language: string) {
  return {
    help: bot.page('help', language),
    topics: bot.topics({ language }),
    about: bot.page('about', language),
    support: bot.support({ language }),
    privacy: bot.page('privacy', language),
  }
}
