import { describe, expect, it } from 'vitest'
import { placeKey } from '../../../src/adapters/choice-id.ts'
import { type DrawOptions, render, renderInPublic, renderNote } from '../../../src/adapters/slack/render.ts'
import type { Action } from '../../../src/responder/answer.ts'
import { checkMessage } from '../../stand-ins/slack/check-message.ts'
import { say } from '../blocks.ts'
import { disclaimer, heading, makeAnswer } from '../terminal/make-answer.ts'
import { words } from '../words.ts'
import { readBlocks, type Seen } from './read-blocks.ts'

const options: DrawOptions = { words }
const help: Action = { type: 'support', label: 'Get support' }

function passages(count: number): readonly Action[] {
  return Array.from({ length: count }, (_, place) => ({
    type: 'passage',
    label: `Topic ${place}`,
    document: 'low',
    section: `topic-${place}`,
  }))
}

function countries(count: number): readonly Action[] {
  return Array.from({ length: count }, (_, place) => ({
    type: 'country',
    label: `Country ${place}`,
    region: `C${place}`,
  }))
}

function only<Value>(values: readonly Value[]): Value {
  expect(values).toHaveLength(1)
  return values[0] as Value
}

/** What is seen of an answer that is one message. */
function seenOf(actions: readonly Action[], more: Partial<DrawOptions> = {}): Seen {
  return readBlocks(only(render(makeAnswer({ actions }), { ...options, ...more })).blocks)
}

describe('render() draws', () => {
  it('heading with topic, body, source, actions, and the disclaimer beside the way to help', () => {
    const answer = makeAnswer({
      topic: 'Why serotonin can be low',
      blocks: [heading('Genetics'), say('Families & genes.')],
      source: [{ type: 'text', value: 'Source: Askvity' }],
      actions: [{ type: 'passage', label: 'Diet', document: 'low', section: 'diet' }],
    })

    expect(only(render(answer, options))).toEqual({
      text: `Genetics · Why serotonin can be low\nFamilies &amp; genes.\n\nSource: Askvity\n\n${disclaimer.text}`,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Genetics · Why serotonin can be low', emoji: false } },
        { type: 'section', text: { type: 'mrkdwn', text: 'Families &amp; genes.', verbatim: true }, expand: true },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'Source: Askvity', verbatim: true }] },
        {
          type: 'actions',
          block_id: 'en:3',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: 'Diet', emoji: false },
              value: `passage:${placeKey('low', 'diet')}`,
              action_id: 'passage-1',
            },
          ],
        },
        {
          type: 'section',
          block_id: 'en:4',
          text: { type: 'mrkdwn', text: disclaimer.text, verbatim: true },
          expand: true,
          accessory: {
            type: 'button',
            text: { type: 'plain_text', text: 'Get support', emoji: false },
            value: 'support',
            action_id: 'support-2',
          },
        },
      ],
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
      mrkdwn: false,
    })
  })

  it('help right below the body where it is urgent, before everything else, and the disclaimer last', () => {
    const answer = makeAnswer({
      outcome: 'urgent',
      source: [{ type: 'text', value: 'Source.' }],
      actions: [...passages(9), { type: 'not-about-me', label: 'Not about me' }, help],
    })

    const { blocks, text } = only(render(answer, { ...options, held: 'abc' }))

    expect(text).toBe(`Some text.\n\nSource.\n\n${disclaimer.text}`)
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'actions', 'context', 'actions', 'section'])
    expect(readBlocks(blocks.slice(1, 2)).buttons).toEqual([
      ['Get support', 'support'],
      ['Not about me', 'not-about-me:abc'],
    ])
    expect(blocks.at(-1)).not.toHaveProperty('accessory')
  })

  it('the choice of a country right below the body where it is urgent', () => {
    const answer = makeAnswer({ outcome: 'urgent', actions: [...passages(2), ...countries(3)] })

    const { blocks } = only(render(answer, options))

    expect(readBlocks(blocks.slice(1, 2)).lists.map(({ actionId }) => actionId)).toEqual(['country:0'])
  })

  it('the topic as the heading where there is none', () => {
    expect(only(render(makeAnswer({ topic: 'Sleep' }), options)).text).toMatch(/^Sleep\nSome text\./)
  })

  it('a note before the answer', () => {
    const { text } = only(render(makeAnswer(), { ...options, note: words.notes.gone }))

    expect(text.startsWith(`${words.notes.gone}\n\nSome text.`)).toBe(true)
  })
})

describe('render() and what can be picked', () => {
  it('leaves out "this is not about me" where no question is held', () => {
    expect(seenOf([{ type: 'not-about-me', label: 'Not about me' }]).buttons).toEqual([['Get support', 'support']])
  })

  it('shows eight passages as buttons and nine as a list', () => {
    const [few, many] = [8, 9].map((count) => seenOf(passages(count)))

    expect(few?.buttons).toHaveLength(9)
    expect(few?.lists).toEqual([])
    expect(many?.buttons).toEqual([['Get support', 'support']])
    expect(many?.lists).toEqual([
      {
        actionId: 'pick:0',
        placeholder: 'Choose a topic',
        options: passages(9).map(({ label }) => label),
        values: Array.from({ length: 9 }, (_, place) => placeKey('low', `topic-${place}`)),
      },
    ])
  })

  it('shows 230 passages as three lists, and what is no passage as buttons', () => {
    const { lists, buttons } = seenOf([...passages(230), { type: 'topics', label: 'None of these' }])

    expect(lists.map((list) => [list.actionId, list.placeholder, list.options.length])).toEqual([
      ['pick:0', 'Choose a topic', 100],
      ['pick:1', 'More topics', 100],
      ['pick:2', 'More topics', 30],
    ])
    expect(buttons.map(([label]) => label)).toEqual(['None of these', 'Get support'])
  })

  it('shows the countries as a list, which leads to help without a button', () => {
    const { lists, buttons } = seenOf(countries(16))

    expect(lists.map(({ actionId, placeholder, values }) => [actionId, placeholder, values])).toEqual([
      ['country:0', 'Choose a country', Array.from({ length: 16 }, (_, place) => `C${place}`)],
    ])
    expect(buttons).toEqual([])
  })

  it.each<[string, Action]>([
    ['where no country can be drawn', { type: 'country', label: 'Nowhere', region: 'no where' }],
    ['where the answer asks for it', { type: 'support', label: 'Choose a country', countries: true }],
  ])('leads to the choice of a country %s', (_, action) => {
    expect(seenOf([action]).buttons).toEqual([['Choose a country', 'countries']])
  })

  it('draws the controls behind the topics', () => {
    const share = { type: 'share', document: 'low', section: 'diet' } as const

    const { buttons } = seenOf(passages(1), { controls: [share, { type: 'delete', proof: 'abc' }] })

    expect(buttons).toEqual([
      ['Topic 0', `passage:${placeKey('low', 'topic-0')}`],
      ['Share with everyone', `share:${placeKey('low', 'diet')}`],
      ['Delete this answer', 'delete:abc'],
      ['Get support', 'support'],
    ])
  })

  it('offers nobody to share what is for one person alone', () => {
    const answer = makeAnswer({ inPublic: { line: 'Press.', button: 'Show' } })
    const share = { type: 'share', document: 'low', section: 'diet' } as const

    const { blocks } = only(render(answer, { ...options, controls: [share] }))

    expect(readBlocks(blocks).buttons).toEqual([['Get support', 'support']])
  })

  it('drops topics before sharing, deleting and help, and only as many as must be', () => {
    const questions = Array.from(
      { length: 60 },
      (_question, place): Action => ({ type: 'question', label: `Question ${place}?` }),
    )
    const actions: readonly Action[] = [...passages(420), ...questions, { type: 'topics', label: 'All' }]
    const controls = [
      { type: 'share', document: 'low', section: 'diet' },
      { type: 'delete', proof: 'abc' },
    ] as const

    const body = only(render(makeAnswer({ actions }), { ...options, controls }))
    const { buttons, lists } = readBlocks(body.blocks)

    expect(checkMessage('chat.postMessage', { channel: 'C0000001', ...body })).toEqual([])
    expect([lists.length, buttons.length]).toEqual([5, 26])
    expect(buttons.slice(-4).map(([label]) => label)).toEqual([
      'All',
      'Share with everyone',
      'Delete this answer',
      'Get support',
    ])
  })

  it('draws what stands twice once, in buttons and in lists', () => {
    const few = seenOf([...passages(2), ...passages(2)])
    const many = seenOf([...countries(3), ...countries(2), ...passages(9), ...passages(9)])

    expect(few.buttons).toHaveLength(3)
    expect(many.lists.map(({ values }) => values.length)).toEqual([3, 9])
  })

  it('draws help once where the answer has it twice', () => {
    expect(seenOf([help, { type: 'support', label: 'Help' }]).buttons).toEqual([['Get support', 'support']])
  })

  it('draws no button that could not be read back', () => {
    const actions: readonly Action[] = [
      { type: 'question', label: ' \n' },
      { type: 'not-about-me', label: 'Not about me' },
    ]
    const controls = [{ type: 'delete', proof: 'p'.repeat(94) }] as const

    expect(seenOf(actions, { held: 'a b', controls }).buttons).toEqual([['Get support', 'support']])
  })

  it('cuts labels between graphemes and never inside an entity, and gives empty ones a sign', () => {
    const family = '👨‍👩‍👧'
    const labels = [`${'a'.repeat(70)}${family}`, '&'.repeat(40), ' \u202e\n', 'a\nb & <c>']
    const actions = labels.map((label, place): Action => {
      return { type: 'passage', label, document: 'low', section: `${place}` }
    })

    const { buttons } = seenOf(actions)

    expect(buttons.map(([label]) => label)).toEqual([
      `${'a'.repeat(70)}…`,
      `${'&'.repeat(14)}…`,
      '…',
      'a b & <c>',
      'Get support',
    ])
  })

  it('gives every button an action id of its own', () => {
    const { actionIds } = seenOf([...passages(3), { type: 'topics', label: 'All' }])

    expect(actionIds).toEqual(['passage-1', 'passage-2', 'passage-3', 'topics-4', 'support-5'])
  })
})

describe('render() and a long source', () => {
  it.each([
    ['loses its addresses before its words', ['a', 'b', 'c'], 150, undefined],
    ['loses its end', ['a'], 700, `${'a'.repeat(599)}…`],
    ['that is twice as long escaped loses more of its end', ['&'], 300, `${'&'.repeat(119)}…`],
  ])('%s', (_, letters, count, cut) => {
    const url = `https://example.org/${'a'.repeat(250)}`
    const source = letters.map((letter) => ({ type: 'link', value: letter.repeat(count), url }) as const)

    const { text } = readBlocks(only(render(makeAnswer({ source }), options)).blocks)

    expect(text.split('\n').at(-2)).toBe(cut ?? source.map(({ value }) => value).join(''))
  })
})

describe('render() splits a long answer', () => {
  const long = Array.from({ length: 5 }, (_, place) => say(`${place} ${'word '.repeat(325)}end.`))
  const answer = makeAnswer({
    blocks: long,
    source: [{ type: 'text', value: 'Source: Askvity' }],
    actions: [...passages(2), help],
  })

  it('at block borders, with disclaimer and help on every part, source and topics on the last', () => {
    const parts = render(answer, options)

    expect(parts).toHaveLength(3)
    expect(parts.map(({ text }) => text.endsWith(`\n\n${disclaimer.text}`))).toEqual([true, true, true])
    expect(parts.map(({ text }) => text.includes('Source: '))).toEqual([false, false, true])
    expect(parts.map(({ text }) => text.match(/\d (?=word)/g))).toEqual([['0 ', '1 '], ['2 ', '3 '], ['4 ']])
    expect(parts.map(({ blocks }) => readBlocks(blocks).buttons.map(([label]) => label))).toEqual([
      ['Get support'],
      ['Get support'],
      ['Topic 0', 'Topic 1', 'Get support'],
    ])
  })

  it('into four parts at most, and says where more is left out', () => {
    const parts = render(makeAnswer({ blocks: [...long, ...long] }), options)

    expect(parts).toHaveLength(4)
    expect(parts.map(({ text }) => text.includes(words.notes.longer))).toEqual([false, false, false, true])
  })

  it('with the choice of a country on the parts before its list', () => {
    const parts = render(makeAnswer({ blocks: long, actions: countries(3) }), options)

    expect(
      parts.map(({ blocks }) => readBlocks(blocks)).map(({ buttons, lists }) => [buttons.length, lists.length]),
    ).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ])
  })

  it('where it would take too many blocks', () => {
    const pairs = Array.from({ length: 20 }, (_, place) => [heading(`h${place}`), say('Text.')])

    const parts = render(makeAnswer({ blocks: pairs.flat() }), options)

    expect(parts.map(({ blocks }) => blocks.length)).toEqual([37, 5])
  })
})

describe('renderInPublic()', () => {
  it('shows the line, the button that shows the answer, and the short disclaimer', () => {
    const { text, blocks } = renderInPublic({ line: 'Press below.', button: 'Show it to me' }, 'abc', {
      disclaimer,
      language: 'en',
    })

    expect(text).toBe('Press below.\n\nNot medical advice.')
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'actions', 'section'])
    expect(readBlocks(blocks)).toMatchObject({
      text: 'Press below.\nNot medical advice.',
      buttons: [['Show it to me', 'show:abc']],
    })
  })
})

describe('renderNote()', () => {
  it('shows a sentence alone', () => {
    const { text, blocks } = renderNote('Done.')

    expect(text).toBe('Done.')
    expect(blocks).toEqual([{ type: 'section', text: { type: 'mrkdwn', text: 'Done.', verbatim: true }, expand: true }])
  })

  it('shows what can be done next', () => {
    const { blocks } = renderNote('Gone.', { words, controls: [{ type: 'help' }] })

    expect(readBlocks(blocks).buttons).toEqual([['Where to get help', 'support']])
  })
})
