import { describe, expect, it } from 'vitest'
import { checkCallback, checkCommands, checkMessageBody, pings } from './check-body.ts'

const layoutFlag = 32768

function button(custom_id: string, more: object = {}) {
  return { type: 2, style: 2, label: 'Press', custom_id, ...more }
}

function row(...components: readonly object[]) {
  return { type: 1, components }
}

function select(count: number, more: object = {}) {
  const topics = Array.from({ length: count }, (_, place) => ({ label: `Topic ${place}`, value: `${place}` }))
  return { type: 3, custom_id: 'pick', options: topics, ...more }
}

function layout(...components: readonly object[]) {
  return { flags: layoutFlag, components }
}

function text(content: string) {
  return { type: 10, content }
}

/** Rows of buttons with ids of their own. */
function rows(count: number, buttonsInRow: number) {
  return Array.from({ length: count }, (_, place) =>
    row(...Array.from({ length: buttonsInRow }, (__, column) => button(`${place}.${column}`))),
  )
}

describe('checkMessageBody() accepts', () => {
  it.each<[string, object]>([
    ['content', { content: 'Hello.' }],
    ['content of 2000 characters', { content: 'a'.repeat(2000) }],
    ['five rows of five buttons', { content: 'Hello.', components: rows(5, 5) }],
    ['a select of 25 options', { content: 'Hello.', components: [row(select(25))] }],
    ['a label of 80 characters', { content: 'Hello.', components: [row(button('a', { label: 'a'.repeat(80) }))] }],
    ['a custom id of 100 characters', { content: 'Hello.', components: [row(button('a'.repeat(100)))] }],
    ['a text display of 4000 characters', layout(text('a'.repeat(4000)))],
    ['text displays of 4000 characters together', layout(text('a'.repeat(2000)), text('b'.repeat(2000)))],
    ['40 components, nested ones counted', layout({ type: 17, components: [text('a'), ...rows(19, 1)] })],
    ['a section with a button', layout({ type: 9, components: [text('a')], accessory: button('help') })],
    ['a nonce of 25 characters', { content: 'Hello.', nonce: 'n'.repeat(25), enforce_nonce: true }],
    [
      'embeds of 6000 characters together',
      { embeds: [{ description: 'a'.repeat(4000) }, { description: 'b'.repeat(2000) }] },
    ],
    [
      'a reply that pings nobody',
      {
        content: 'Hello.',
        flags: 4,
        allowed_mentions: { parse: [], replied_user: false },
        message_reference: { message_id: '1', channel_id: '2', fail_if_not_exists: false },
      },
    ],
    ['a text that only looks like half a character', { content: '\\ud800' }],
  ])('%s', (_, body) => {
    expect(checkMessageBody(body, 'create')).toEqual([])
  })

  it.each<['callback' | 'followup' | 'edit', object]>([
    ['callback', { content: 'Hello.', flags: 64 }],
    ['followup', { content: 'Hello.', flags: 64 }],
    ['edit', { components: [] }],
  ])('what fits a %s', (context, body) => {
    expect(checkMessageBody(body, context)).toEqual([])
  })
})

describe('checkMessageBody() refuses', () => {
  it.each<[string, object, RegExp]>([
    ['content of 2001 characters', { content: 'a'.repeat(2001) }, /2001 characters/],
    ['nothing', {}, /empty/],
    ['content that is blank', { content: ' \n' }, /empty/],
    ['a text display that is blank', layout(text(' ')), /blank/],
    ['six rows', { content: 'a', components: rows(6, 1) }, /6 action rows/],
    ['a row of six buttons', { content: 'a', components: rows(1, 6) }, /too big: .*5/],
    ['a select of 26 options', { content: 'a', components: [row(select(26))] }, /too big: .*25/],
    ['a select beside a button', { content: 'a', components: [row(select(2), button('a'))] }, /not both/],
    [
      'an option twice',
      { content: 'a', components: [row(select(1, { options: [option('x'), option('x')] }))] },
      /stands twice/,
    ],
    [
      'an option label of 101 characters',
      { content: 'a', components: [row(select(1, { options: [option('x', 101)] }))] },
      /too big: .*100/,
    ],
    [
      'an option value of 101 characters',
      { content: 'a', components: [row(select(1, { options: [option('x'.repeat(101))] }))] },
      /too big: .*100/,
    ],
    [
      'a placeholder of 151 characters',
      { content: 'a', components: [row(select(2, { placeholder: 'a'.repeat(151) }))] },
      /too big: .*150/,
    ],
    [
      'a select that allows more than it has',
      { content: 'a', components: [row(select(2, { max_values: 3 }))] },
      /more options than it has/,
    ],
    [
      'a label of 81 characters',
      { content: 'a', components: [row(button('a', { label: 'a'.repeat(81) }))] },
      /too big: .*80/,
    ],
    ['a blank label', { content: 'a', components: [row(button('a', { label: ' ' }))] }, /no label/],
    ['a custom id of 101 characters', { content: 'a', components: [row(button('a'.repeat(101)))] }, /too big: .*100/],
    [
      'a button without a custom id',
      { content: 'a', components: [row({ type: 2, style: 2, label: 'a' })] },
      /no custom id/,
    ],
    [
      'a link button without an address',
      { content: 'a', components: [row({ type: 2, style: 5, label: 'a' })] },
      /no address/,
    ],
    [
      'a custom id twice',
      { content: 'a', components: [row(button('a')), row(button('a'))] },
      /custom id "a" stands twice/,
    ],
    [
      'a custom id twice, one beside a section',
      layout({ type: 9, components: [text('a')], accessory: button('a') }, row(button('a'))),
      /stands twice/,
    ],
    ['a component id twice', layout({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }), /component id 7 stands twice/],
    ['a text display without the flag', { components: [text('a')] }, /needs the flag/],
    [
      'a container without the flag',
      { content: 'a', components: [{ type: 17, components: [text('a')] }] },
      /needs the flag/,
    ],
    ['content beside Components V2', { ...layout(text('a')), content: 'a' }, /content beside Components V2/],
    ['embeds beside Components V2', { ...layout(text('a')), embeds: [{ title: 'a' }] }, /embeds beside Components V2/],
    ['a text display of 4001 characters', layout(text('a'.repeat(4001))), /too big: .*4000/],
    [
      'text displays of 4001 characters together',
      layout(text('a'.repeat(2000)), { type: 17, components: [text('b'.repeat(2001))] }),
      /4001 characters/,
    ],
    ['41 components', layout({ type: 17, components: [text('a'), separator, ...rows(19, 1)] }), /41 components/],
    [
      'a section of four texts',
      layout({ type: 9, components: [text('a'), text('b'), text('c'), text('d')], accessory: button('a') }),
      /too big: .*3/,
    ],
    ['a section without a button', layout({ type: 9, components: [text('a')] }), /accessory/],
    [
      'a container in a container',
      layout({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
      /components/,
    ],
    ['a nonce of 26 characters', { content: 'a', nonce: 'n'.repeat(26) }, /nonce/],
    [
      'embeds of 6001 characters',
      {
        embeds: [
          { description: 'a'.repeat(4000) },
          { description: 'b'.repeat(1990), footer: { text: 'c'.repeat(11) } },
        ],
      },
      /6001 characters/,
    ],
    ['a private message to a channel', { content: 'a', flags: 64 }, /flags 64/],
    ['a field that is none', { content: 'a', ephemeral: true }, /ephemeral is no field/],
    [
      'a field of a button that is none',
      { content: 'a', components: [row(button('a', { customId: 'a' }))] },
      /customId is no field/,
    ],
    ['half a character', { content: 'a \ud800' }, /well-formed/],
    ['a body that is a text', 'Hello.' as unknown as object, /expected object/],
  ])('%s', (_, body, problem) => {
    expect(checkMessageBody(body, 'create').join('\n')).toMatch(problem)
  })

  it('content of 2001 characters in every context', () => {
    const contexts = ['create', 'callback', 'followup', 'edit'] as const

    const problems = contexts.map((context) => checkMessageBody({ content: 'a'.repeat(2001) }, context).length)

    expect(problems).toEqual([1, 1, 1, 1])
  })
})

const separator = { type: 14 }

function option(value: string, length = 5) {
  return { label: 'a'.repeat(length), value }
}

describe('checkCallback()', () => {
  it.each<[string, object]>([
    ['a private message', { type: 4, data: { content: 'Hello.', flags: 64 } }],
    ['a message later', { type: 5, data: { flags: 64 } }],
    ['an update later', { type: 6 }],
    ['an update', { type: 7, data: { content: 'Hello.', components: [] } }],
    ['25 choices', { type: 8, data: { choices: choices(25) } }],
    ['no choices', { type: 8, data: { choices: [] } }],
    ['a choice of 100 characters', { type: 8, data: { choices: [{ name: 'a'.repeat(100), value: 'b'.repeat(100) }] } }],
  ])('accepts %s', (_, body) => {
    expect(checkCallback(body)).toEqual([])
  })

  it.each<[string, unknown, RegExp]>([
    ['no body', undefined, /no type/],
    ['a type that is none', { type: 3 }, /3 is no type/],
    ['a message without data', { type: 4 }, /needs data/],
    ['an update without data', { type: 7 }, /needs data/],
    ['a message that is empty', { type: 4, data: { flags: 64 } }, /empty/],
    ['a message that is too long', { type: 4, data: { content: 'a'.repeat(2001) } }, /too big: .*2000/],
    ['26 choices', { type: 8, data: { choices: choices(26) } }, /too big: .*25/],
    ['choices that are missing', { type: 8, data: {} }, /missing/],
    ['a choice name of 101 characters', { type: 8, data: { choices: [{ name: 'a'.repeat(101), value: 'b' }] } }, /100/],
    ['a choice without a name', { type: 8, data: { choices: [{ name: '', value: 'b' }] } }, /too small/],
    ['a blank choice name', { type: 8, data: { choices: [{ name: ' ', value: 'b' }] } }, /blank name/],
    [
      'a choice value of 101 characters',
      { type: 8, data: { choices: [{ name: 'a', value: 'b'.repeat(101) }] } },
      /over 100/,
    ],
    ['a choice value that is empty', { type: 8, data: { choices: [{ name: 'a', value: '' }] } }, /no or over/],
  ])('refuses %s', (_, body, problem) => {
    expect(checkCallback(body).join('\n')).toMatch(problem)
  })
})

function choices(count: number) {
  return Array.from({ length: count }, (_, place) => ({ name: `Topic ${place}`, value: `${place}` }))
}

const ask = {
  name: 'ask',
  name_localizations: { de: 'fragen', 'es-419': 'preguntar' },
  description: 'Ask a question',
  description_localizations: { de: 'Eine Frage stellen' },
  integration_types: [0, 1],
  contexts: [0, 1, 2],
  options: [
    { type: 3, name: 'question', description: 'What you want to know', required: true, autocomplete: true },
    { type: 3, name: 'visible', description: 'Who sees it', choices: [{ name: 'Only me', value: 'me' }] },
  ],
}

describe('checkCommands()', () => {
  it.each<[string, object]>([
    ['a slash command with options', ask],
    ['a menu item of several words', { type: 3, name: 'Answer this', contexts: [0] }],
    ['a name of 32 characters', { ...ask, name: 'a'.repeat(32) }],
    ['a description of 100 characters', { ...ask, description: 'a'.repeat(100) }],
    ['25 options', { ...ask, options: options(25) }],
    ['8000 characters in all', commandOf(8000)],
    ['a name in a script without capitals', { ...ask, name: '质问' }],
  ])('accepts %s', (_, command) => {
    expect(checkCommands([command])).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    ['a name of 33 characters', { ...ask, name: 'a'.repeat(33) }, /too big: .*32/],
    ['a name with capitals', { ...ask, name: 'Ask' }, /"Ask" is no name/],
    ['a name with a space', { ...ask, name: 'ask me' }, /"ask me" is no name/],
    ['a translated name with capitals', { ...ask, name_localizations: { de: 'Fragen' } }, /"Fragen" is no name/],
    ['a locale that is none', { ...ask, name_localizations: { es: 'preguntar' } }, /"es" is no locale/],
    ['a description locale that is none', { ...ask, description_localizations: { en: 'Ask' } }, /"en" is no locale/],
    ['no description', { ...ask, description: '' }, /no description/],
    ['a description of 101 characters', { ...ask, description: 'a'.repeat(101) }, /too big: .*100/],
    [
      'a translated description of 101 characters',
      { ...ask, description_localizations: { de: 'a'.repeat(101) } },
      /100/,
    ],
    ['26 options', { ...ask, options: options(26) }, /too big: .*25/],
    ['a required option behind one that is not', { ...ask, options: ask.options.toReversed() }, /stands behind/],
    ['two options of one name', { ...ask, options: [ask.options[1], ask.options[1]] }, /two options/],
    [
      'two options of one translated name',
      { ...ask, options: options(2, () => ({ name_localizations: { de: 'a' } })) },
      /two options/,
    ],
    ['an option without a description', { ...ask, options: [{ type: 3, name: 'a' }] }, /description/],
    ['choices beside autocomplete', { ...ask, options: [{ ...ask.options[1], autocomplete: true }] }, /both choices/],
    ['26 choices', { ...ask, options: [{ ...ask.options[1], choices: choices(26) }] }, /too big: .*25/],
    [
      'a choice value of 101 characters',
      { ...ask, options: [{ ...ask.options[1], choices: [{ name: 'a', value: 'b'.repeat(101) }] }] },
      /over 100/,
    ],
    ['a menu item with a description', { type: 3, name: 'Answer', description: 'Answers' }, /no description/],
    ['a menu item with options', { type: 3, name: 'Answer', options: options(1) }, /no options/],
    ['a context that is none', { ...ask, contexts: [3] }, /contexts/],
    ['no context', { ...ask, contexts: [] }, /too small/],
    ['an integration type twice', { ...ask, integration_types: [0, 0] }, /stands twice/],
    ['a field that is none', { ...ask, localizations: {} }, /localizations is no field/],
    ['8001 characters in all', commandOf(8001), /8001 characters in all/],
  ])('refuses %s', (_, command, problem) => {
    expect(checkCommands([command]).join('\n')).toMatch(problem)
  })

  it('refuses two commands of one type and name, and accepts two of different types', () => {
    const item = { type: 3, name: 'ask' }

    expect(checkCommands([ask, ask]).join('\n')).toMatch(/"ask" stands twice/)
    expect(checkCommands([ask, item])).toEqual([])
  })

  it('refuses what is no list', () => {
    expect(checkCommands({ commands: [] })).toEqual(['the body is no list of commands'])
  })
})

function options(count: number, more: (place: number) => object = () => ({})) {
  return Array.from({ length: count }, (_, place) =>
    Object.assign({ type: 3, name: `option-${place}`, description: 'An option' }, more(place)),
  )
}

/** A command of so many characters: 2 of its own, 8 of four options, and the others in choices of 200. */
function commandOf(characters: number) {
  const inChoices = characters - 10
  const sizes = Array.from({ length: Math.ceil(inChoices / 200) }, (_, place) => Math.min(200, inChoices - 200 * place))
  const all = sizes.map((size, place) => ({
    name: `${place}`.padEnd(100, 'n').slice(0, size - 1),
    value: 'v'.repeat(size - Math.min(100, size - 1)),
  }))
  const withChoices = (place: number) => ({
    name: `${place}`,
    description: 'c',
    choices: all.slice(place * 12, (place + 1) * 12),
  })
  return { name: 'a', description: 'b', options: options(4, withChoices) }
}

describe('pings()', () => {
  it.each<[string, object, readonly string[]]>([
    ['nobody where no mention is parsed', { allowed_mentions: { parse: [], replied_user: false } }, []],
    ['nobody where only the list is given', { allowed_mentions: { parse: [] } }, []],
    ['whoever is mentioned where nothing is said', { content: 'a' }, ['whoever is mentioned']],
    ['what is parsed', { allowed_mentions: { parse: ['everyone'] } }, ['everyone']],
    ['a person named', { allowed_mentions: { parse: [], users: ['1'] } }, ['1']],
    ['who is replied to', { allowed_mentions: { parse: [], replied_user: true } }, ['who is replied to']],
  ])('finds %s', (_, body, expected) => {
    expect(pings(body)).toEqual(expected)
  })
})
