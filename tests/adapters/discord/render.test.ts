import { describe, expect, it } from 'vitest'
import { placeKey } from '../../../src/adapters/choice-id.ts'
import { type DrawOptions, render, renderInPublic, renderNote } from '../../../src/adapters/discord/render.ts'
import type { Action } from '../../../src/responder/answer.ts'
import { checkMessageBody } from '../../stand-ins/discord/check-body.ts'
import { say } from '../blocks.ts'
import { disclaimer, heading, makeAnswer } from '../terminal/make-answer.ts'
import { words } from '../words.ts'
import { readBody } from './read-body.ts'

const layout: DrawOptions = { plain: false, words }
const plain: DrawOptions = { plain: true, words }
const both = [
  ['a container', layout],
  ['plain text', plain],
] as const

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

describe('render() draws a container with', () => {
  it('heading with topic, body, source, actions, and the disclaimer beside the way to help', () => {
    const answer = makeAnswer({
      topic: 'Why serotonin can be low',
      blocks: [heading('Genetics'), say('Families.')],
      source: [{ type: 'text', value: 'Source: Askvity' }],
      actions: [{ type: 'passage', label: 'Diet', document: 'low', section: 'diet' }],
    })

    expect(only(render(answer, layout))).toEqual({
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: '### Genetics · Why serotonin can be low\nFamilies.' },
            { type: 14 },
            { type: 10, content: '-# Source: Askvity' },
            {
              type: 1,
              components: [{ type: 2, style: 2, label: 'Diet', custom_id: `passage:${placeKey('low', 'diet')}` }],
            },
            {
              type: 9,
              components: [{ type: 10, content: disclaimer.text }],
              accessory: { type: 2, style: 2, label: 'Get support', custom_id: 'support' },
            },
          ],
        },
      ],
      flags: 32772,
      allowed_mentions: { parse: [], replied_user: false },
    })
  })
})

describe('render() draws plain text with', () => {
  it('the same in content, and the way to help as the last button', () => {
    const answer = makeAnswer({
      topic: 'Why serotonin can be low',
      blocks: [heading('Genetics'), say('Families.')],
      source: [{ type: 'text', value: 'Source: Askvity' }],
      actions: [{ type: 'passage', label: 'Diet', document: 'low', section: 'diet' }],
    })

    const body = only(render(answer, plain))

    expect(body.content).toBe(
      `### Genetics · Why serotonin can be low\nFamilies.\n\n-# Source: Askvity\n\n${disclaimer.text}`,
    )
    expect(body.flags).toBe(4)
    expect(readBody(body).buttons.map(([label]) => label)).toEqual(['Diet', 'Get support'])
  })

  it('help before everything else where it is urgent, whatever was asked for', () => {
    const answer = makeAnswer({ outcome: 'urgent', actions: [{ type: 'not-about-me', label: 'Not about me' }, help] })

    const body = only(render(answer, { ...layout, held: 'abc' }))

    expect(body.content).toBe(`Some text.\n\n${disclaimer.text}`)
    expect(readBody(body).buttons).toEqual([
      ['Get support', 'support'],
      ['Not about me', 'not-about-me:abc'],
    ])
  })
})

describe.each(both)('render() in %s', (_, options) => {
  it('shows the topic as the heading where there is none', () => {
    expect(readBody(only(render(makeAnswer({ topic: 'Sleep' }), options))).text).toMatch(/^### Sleep\nSome text\./)
  })

  it('says a note before the answer', () => {
    const { text } = readBody(only(render(makeAnswer(), { ...options, note: words.notes.gone })))

    expect(text.startsWith(`${words.notes.gone}\n\nSome text.`)).toBe(true)
  })

  it('leaves out "this is not about me" where no question is held', () => {
    const answer = makeAnswer({ actions: [{ type: 'not-about-me', label: 'Not about me' }] })

    expect(readBody(only(render(answer, options))).buttons).toEqual([['Get support', 'support']])
  })

  it('shows eight passages as buttons and nine as a list', () => {
    const [few, many] = [8, 9].map((count) => readBody(only(render(makeAnswer({ actions: passages(count) }), options))))

    expect(few?.buttons).toHaveLength(9)
    expect(few?.lists).toEqual([])
    expect(many?.buttons).toEqual([['Get support', 'support']])
    expect(many?.lists).toEqual([
      { customId: 'pick:0', placeholder: 'Choose a topic', options: passages(9).map(({ label }) => label) },
    ])
  })

  it('shows 60 passages as three lists, and what is no passage as buttons', () => {
    const actions: readonly Action[] = [...passages(60), { type: 'topics', label: 'None of these' }]

    const { lists, buttons } = readBody(only(render(makeAnswer({ actions }), options)))

    expect(lists.map(({ customId, placeholder, options: { length } }) => [customId, placeholder, length])).toEqual([
      ['pick:0', 'Choose a topic', 25],
      ['pick:1', 'More topics', 25],
      ['pick:2', 'More topics', 10],
    ])
    expect(buttons.map(([label]) => label)).toEqual(['None of these', 'Get support'])
  })

  it('shows the countries as a list, which leads to help without a button', () => {
    const { lists, buttons } = readBody(only(render(makeAnswer({ actions: countries(16) }), options)))

    expect(lists).toEqual([
      { customId: 'country:0', placeholder: 'Choose a country', options: countries(16).map(({ label }) => label) },
    ])
    expect(buttons).toEqual([])
  })

  it('leads to the choice of a country where no country can be drawn', () => {
    const actions: readonly Action[] = [{ type: 'country', label: 'Nowhere', region: 'no where' }]

    expect(readBody(only(render(makeAnswer({ actions }), options))).buttons).toEqual([
      ['Choose a country', 'countries'],
    ])
  })

  it('tells the choice of a country from the lines of the chosen one', () => {
    const actions: readonly Action[] = [{ type: 'support', label: 'Choose a country', countries: true }]

    expect(readBody(only(render(makeAnswer({ actions }), options))).buttons).toEqual([
      ['Choose a country', 'countries'],
    ])
  })

  it('draws the controls behind the topics', () => {
    const share = { type: 'share', document: 'low', section: 'diet' } as const

    const { buttons } = readBody(
      only(
        render(makeAnswer({ actions: passages(1) }), {
          ...options,
          controls: [share, { type: 'delete', proof: 'abc' }],
        }),
      ),
    )

    expect(buttons).toEqual([
      ['Topic 0', `passage:${placeKey('low', 'topic-0')}`],
      ['Share with everyone', `share:${placeKey('low', 'diet')}`],
      ['Delete this answer', 'delete:abc'],
      ['Get support', 'support'],
    ])
  })

  it('offers nobody to share what is for one person alone', () => {
    const answer = makeAnswer({ inPublic: { line: 'Press.', button: 'Show' } })
    const controls = (['share', 'share-named'] as const).map((type) => ({ type, document: 'low', section: 'diet' }))

    const { buttons } = readBody(only(render(answer, { ...options, controls })))

    expect(buttons).toEqual([['Get support', 'support']])
  })

  it('drops topics before sharing, deleting and help, and only as many as must be', () => {
    const questions = Array.from(
      { length: 40 },
      (_question, place): Action => ({ type: 'question', label: `Question ${place}?` }),
    )
    const actions: readonly Action[] = [...passages(100), ...questions, { type: 'topics', label: 'All' }]
    const controls = [
      { type: 'share', document: 'low', section: 'diet' },
      { type: 'delete', proof: 'abc' },
    ] as const

    const body = only(
      render(makeAnswer({ actions, source: [{ type: 'text', value: 'Source.' }] }), { ...options, controls }),
    )
    const { buttons, lists } = readBody(body)

    expect(checkMessageBody(body, 'create')).toEqual([])
    expect([lists.length, buttons.length]).toEqual(options.plain ? [4, 5] : [4, 21])
    expect(buttons.slice(-4).map(([label]) => label)).toEqual([
      'All',
      'Share with everyone',
      'Delete this answer',
      'Get support',
    ])
  })

  it('draws an action that stands twice once', () => {
    const actions = [...passages(2), ...passages(2)]

    expect(readBody(only(render(makeAnswer({ actions }), options))).buttons).toHaveLength(3)
  })

  it('draws a choice that stands twice in its list once', () => {
    const actions = [...countries(3), ...countries(2), ...passages(9), ...passages(9)]

    const { lists } = readBody(only(render(makeAnswer({ actions }), options)))

    expect(lists.map(({ options: { length } }) => length)).toEqual([3, 9])
  })

  it('draws no button that could not be read back', () => {
    const actions: readonly Action[] = [
      { type: 'question', label: ' \n' },
      { type: 'not-about-me', label: 'Not about me' },
    ]
    const controls = [{ type: 'delete', proof: 'p'.repeat(94) }] as const

    const { buttons } = readBody(only(render(makeAnswer({ actions }), { ...options, held: 'a b', controls })))

    expect(buttons).toEqual([['Get support', 'support']])
  })

  it('cuts labels between graphemes, and gives empty ones a sign', () => {
    const family = '👨‍👩‍👧'
    const actions = [`${'a'.repeat(75)}${family}`, ' \u202e\n', 'a\nb'].map((label, place) => ({
      type: 'passage' as const,
      label,
      document: 'low',
      section: `${place}`,
    }))

    const labels = readBody(only(render(makeAnswer({ actions }), options))).buttons.map(([label]) => label)

    expect(labels).toEqual([`${'a'.repeat(75)}…`, '…', 'a b', 'Get support'])
  })

  it('loses the addresses of a long source before its words, and then its end', () => {
    const url = `https://example.org/${'a'.repeat(250)}`
    const titles = ['a', 'b', 'c'].map((letter) => ({ type: 'link', value: letter.repeat(150), url }) as const)

    const { text } = readBody(only(render(makeAnswer({ source: titles }), options)))
    const cut = readBody(only(render(makeAnswer({ source: [{ type: 'text', value: 'a'.repeat(700) }] }), options))).text

    expect(text).toContain(`\n\n-# ${titles.map(({ value }) => value).join('')}\n\n`)
    expect(cut).toContain(`\n\n-# ${'a'.repeat(299)}…\n\n`)
  })
})

describe.each(both)('render() splits a long answer in %s', (_, options) => {
  const room = options.plain ? 2000 : 4000
  const long = Array.from({ length: 5 }, (_paragraph, place) => say(`${place} ${'word '.repeat(room / 12)}end.`))
  const answer = makeAnswer({
    blocks: long,
    source: [{ type: 'text', value: 'Source: Askvity' }],
    actions: [...passages(2), help],
  })

  it('at block borders, with disclaimer and help on every part, source and topics on the last', () => {
    const parts = render(answer, options).map(readBody)

    expect(parts).toHaveLength(3)
    expect(parts.map(({ text }) => text.endsWith(`\n\n${disclaimer.text}`))).toEqual([true, true, true])
    expect(parts.map(({ text }) => text.includes('-# Source'))).toEqual([false, false, true])
    expect(parts.map(({ text }) => text.match(/\d (?=word)/g))).toEqual([['0 ', '1 '], ['2 ', '3 '], ['4 ']])
    expect(parts.map(({ buttons }) => buttons.map(([label]) => label))).toEqual([
      ['Get support'],
      ['Get support'],
      ['Topic 0', 'Topic 1', 'Get support'],
    ])
  })

  it('into four parts at most, and says where more is left out', () => {
    const parts = render(makeAnswer({ blocks: [...long, ...long] }), options).map(readBody)

    expect(parts).toHaveLength(4)
    expect(parts.map(({ text }) => text.includes(words.notes.longer))).toEqual([false, false, false, true])
  })

  it('with the choice of a country on the parts before its list', () => {
    const parts = render(makeAnswer({ blocks: long, actions: countries(3) }), options).map(readBody)

    expect(parts.map(({ buttons, lists }) => [buttons.length, lists.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ])
  })
})

describe('renderInPublic()', () => {
  it('shows the line, the short disclaimer and the button that shows the answer', () => {
    const body = renderInPublic({ line: 'Press below.', button: 'Show it to me' }, 'abc', disclaimer)

    expect(body).toEqual({
      content: 'Press below.\n\n-# Not medical advice.',
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Show it to me', custom_id: 'show:abc' }] }],
      flags: 4,
      allowed_mentions: { parse: [], replied_user: false },
    })
  })
})

describe('renderNote()', () => {
  it('shows a sentence alone', () => {
    expect(renderNote('Done.')).toEqual({
      content: 'Done.',
      components: [],
      flags: 4,
      allowed_mentions: { parse: [], replied_user: false },
    })
  })

  it('shows what can be done next', () => {
    const body = renderNote('Sure?', { words, controls: [{ type: 'share-named', document: 'low', section: 'diet' }] })

    expect(readBody(body).buttons).toEqual([['Share, with my name', `share-named:${placeKey('low', 'diet')}`]])
  })
})
