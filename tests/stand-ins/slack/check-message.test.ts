import { describe, expect, it } from 'vitest'
import { checkMessage } from './check-message.ts'

/** A message that nothing is wrong with but what a test changes. */
function post(more: object = {}) {
  return { channel: 'C0LOBBY', text: 'Sleep.', unfurl_links: false, unfurl_media: false, link_names: false, ...more }
}

function postBlocks(...blocks: readonly object[]) {
  return post({ blocks })
}

/** A message whose text tells what its one section says. */
function say(text: string) {
  return post({ text, blocks: [section(text)] })
}

function section(text: string, more: object = {}) {
  return { type: 'section', text: mrkdwn(text), ...more }
}

function mrkdwn(text: string, more: object = {}) {
  return { type: 'mrkdwn', text, verbatim: true, ...more }
}

function plain(text: string, more: object = {}) {
  return { type: 'plain_text', text, ...more }
}

function button(more: object = {}) {
  return { type: 'button', action_id: 'topics', text: plain('Topics'), value: 'topics', ...more }
}

function actions(...elements: readonly object[]) {
  return { type: 'actions', elements }
}

function buttons(count: number) {
  return Array.from({ length: count }, (_, place) => button({ action_id: `passage-${place}` }))
}

function select(count: number, more: object = {}) {
  const options = Array.from({ length: count }, (_, place) => ({ text: plain(`Topic ${place}`), value: `${place}` }))
  return { type: 'static_select', action_id: 'pick:0', options, ...more }
}

function option(text: string, value: string) {
  return select(0, { options: [{ text: plain(text), value }] })
}

function dividers(count: number) {
  return times(count, { type: 'divider' })
}

function times(count: number, what: object) {
  return Array.from({ length: count }, () => ({ ...what }))
}

function picture(more: object = {}) {
  return { type: 'image', image_url: 'https://pamphlet.example/sleep.png', alt_text: 'Sleep', ...more }
}

function modal(more: object = {}) {
  return { type: 'modal', title: plain('Pamphlet'), blocks: [section('Sleep.')], ...more }
}

function open(more: object = {}) {
  return { trigger_id: '1.2.abc', view: modal(more) }
}

const home = { type: 'home', blocks: [section('Sleep.')] }

const long = (length: number) => 'a'.repeat(length)

const prompt = { title: 'Sleep', message: 'What helps with sleep?' }

const setPrompts = 'assistant.threads.setSuggestedPrompts'

describe('checkMessage() accepts', () => {
  it.each<[string, string, object]>([
    ['a text', 'chat.postMessage', post()],
    [
      'an answer in a thread',
      'chat.postMessage',
      post({ thread_ts: '1234567890.123456', parse: 'none', mrkdwn: false }),
    ],
    ['a text of 4,000 characters', 'chat.postMessage', post({ text: long(4000) })],
    ['a section of 3,000 characters', 'chat.postMessage', say(long(3000))],
    [
      'a field of 2,000 characters',
      'chat.postMessage',
      {
        ...post({ text: long(2000) }),
        blocks: [{ type: 'section', fields: [mrkdwn(long(2000))] }],
      },
    ],
    [
      'a header of 150 characters',
      'chat.postMessage',
      {
        ...post({ text: long(150) }),
        blocks: [{ type: 'header', text: plain(long(150)) }],
      },
    ],
    ['50 blocks', 'chat.postMessage', postBlocks(...dividers(50))],
    ['25 buttons', 'chat.postMessage', postBlocks(actions(...buttons(25)))],
    ['a label of 75 characters', 'chat.postMessage', postBlocks(actions(button({ text: plain(long(75)) })))],
    ['a value of 2,000 characters', 'chat.postMessage', postBlocks(actions(button({ value: long(2000) })))],
    ['an action id of 255 characters', 'chat.postMessage', postBlocks(actions(button({ action_id: long(255) })))],
    [
      'a link as a button',
      'chat.postMessage',
      postBlocks(actions(button({ value: undefined, url: 'https://a.example' }))),
    ],
    ['a list of 100 options', 'chat.postMessage', postBlocks(actions(select(100, { placeholder: plain(long(150)) })))],
    ['an option of 75 and 150 characters', 'chat.postMessage', postBlocks(actions(option(long(75), long(150))))],
    ['a button beside a section', 'chat.postMessage', postBlocks(section('Sleep.', { accessory: button() }))],
    ['ten texts of context', 'chat.postMessage', postBlocks({ type: 'context', elements: times(10, mrkdwn('_')) })],
    [
      'Markdown of 4,000 characters',
      'chat.postMessage',
      {
        ...post({ text: long(4000) }),
        blocks: [{ type: 'markdown', text: long(4000) }],
      },
    ],
    ['an image', 'chat.postMessage', postBlocks(picture())],
    [
      'a name between colons that stays one',
      'chat.postMessage',
      {
        ...post({ text: 'at :sleep:' }),
        blocks: [{ type: 'header', text: plain('at :sleep:', { emoji: false }) }],
      },
    ],
    ['a text that only looks like half a character', 'chat.postMessage', post({ text: '\\ud800' })],
    ['a message for one person', 'chat.postEphemeral', post({ user: 'U0ALEX' })],
    ['a change', 'chat.update', post({ ts: '1234567890.123456' })],
    [
      'an answer to a response address',
      'response_url',
      {
        ...post({ channel: undefined }),
        response_type: 'ephemeral',
        replace_original: false,
      },
    ],
    ['taking away what stood there', 'response_url', { delete_original: true }],
    ['a home tab', 'views.publish', { user_id: 'U0ALEX', view: home }],
    ['a home tab of 100 blocks', 'views.publish', { user_id: 'U0ALEX', view: { ...home, blocks: dividers(100) } }],
    ['a modal', 'views.open', open({ title: plain(long(24)), close: plain(long(24)), private_metadata: long(3000) })],
    ['another view in its place', 'views.update', { view_id: 'V0', hash: '1.a', view: modal() }],
    ['four suggested questions', setPrompts, { channel_id: 'D0ALEX', prompts: times(4, prompt) }],
  ])('%s', (_, method, args) => {
    expect(checkMessage(method, JSON.parse(JSON.stringify(args)))).toEqual([])
  })
})

describe('checkMessage() refuses', () => {
  it.each<[string, string, object, RegExp]>([
    ['a method that it does not know', 'chat.post', post(), /no method/],
    ['no channel', 'chat.postMessage', post({ channel: undefined }), /\.channel: /],
    ['a name as a channel', 'chat.postMessage', post({ channel: '#lobby' }), /no id of a channel/],
    ['no person', 'chat.postEphemeral', post(), /\.user: /],
    ['a channel as a person', 'chat.postEphemeral', post({ user: 'C0LOBBY' }), /no id of a person/],
    ['a number as a timestamp', 'chat.postMessage', post({ thread_ts: 1234567890.123456 }), /\.thread_ts: /],
    ['a timestamp that lost a digit', 'chat.postMessage', post({ thread_ts: '1234567890.12345' }), /no timestamp/],
    ['a change of nothing', 'chat.update', post(), /\.ts: /],
    ['no text', 'chat.postMessage', post({ text: undefined }), /\.text: /],
    ['a blank text', 'chat.postMessage', post({ text: ' \n' }), /\.text: is blank/],
    ['a text of 4,001 characters', 'chat.postMessage', post({ text: long(4001) }), /\.text: .*4000/],
    ['a text that is half a character', 'chat.postMessage', post({ text: 'a\ud800' }), /well-formed/],
    ['links that unfold', 'chat.postMessage', post({ unfurl_links: true }), /unfurl_links: must be false/],
    ['links that may unfold', 'chat.postMessage', post({ unfurl_links: undefined }), /unfurl_links: must be false/],
    ['media that unfold', 'chat.postMessage', post({ unfurl_media: true }), /unfurl_media: must be false/],
    ['names that turn into links', 'chat.postMessage', post({ link_names: true }), /link_names: must be false/],
    ['full parsing', 'chat.postMessage', post({ parse: 'full' }), /\.parse: /],
    ['a broadcast of an answer', 'chat.postMessage', post({ reply_broadcast: true }), /reply_broadcast: must be false/],
    ['an argument that it does not know', 'chat.postMessage', post({ as_user: true }), /as_user/],
    ['51 blocks', 'chat.postMessage', postBlocks(...dividers(51)), /\.blocks: .*50/],
    ['an unknown block', 'chat.postMessage', postBlocks({ type: 'poll' }), /\.blocks\[0\]\.type: /],
    [
      'a field that a block has not',
      'chat.postMessage',
      postBlocks({ type: 'divider', text: 'a' }),
      /Unrecognized.*text/,
    ],
    ['a section of 3,001 characters', 'chat.postMessage', say(long(3001)), /blocks\[0\]\.text\.text: .*3000/],
    ['a section without text', 'chat.postMessage', postBlocks({ type: 'section' }), /neither text nor fields/],
    ['a blank section', 'chat.postMessage', postBlocks(section(' ')), /is blank/],
    ['eleven fields', 'chat.postMessage', postBlocks({ type: 'section', fields: times(11, mrkdwn('a')) }), /10/],
    [
      'a field of 2,001 characters',
      'chat.postMessage',
      postBlocks({ type: 'section', fields: [mrkdwn(long(2001))] }),
      /2000/,
    ],
    [
      'formatting that looks for names',
      'chat.postMessage',
      postBlocks({ type: 'section', text: mrkdwn('Sleep.', { verbatim: false }) }),
      /verbatim/,
    ],
    [
      'formatting in context that looks for names',
      'chat.postMessage',
      postBlocks({ type: 'context', elements: [mrkdwn('Sleep.', { verbatim: undefined })] }),
      /verbatim/,
    ],
    ['a header of 151 characters', 'chat.postMessage', postBlocks({ type: 'header', text: plain(long(151)) }), /150/],
    [
      'a header with formatting',
      'chat.postMessage',
      postBlocks({ type: 'header', text: mrkdwn('Sleep.') }),
      /plain_text/,
    ],
    [
      'a text that turns into an emoji',
      'chat.postMessage',
      postBlocks({ type: 'header', text: plain(':sleep:') }),
      /emoji/,
    ],
    ['26 buttons', 'chat.postMessage', postBlocks(actions(...buttons(26))), /elements: .*25/],
    ['a row of nothing', 'chat.postMessage', postBlocks(actions()), /elements: .*1/],
    ['a label of 76 characters', 'chat.postMessage', postBlocks(actions(button({ text: plain(long(76)) }))), /75/],
    ['a blank label', 'chat.postMessage', postBlocks(actions(button({ text: plain(' ') }))), /is blank/],
    ['a value of 2,001 characters', 'chat.postMessage', postBlocks(actions(button({ value: long(2001) }))), /2000/],
    [
      'a button that does nothing',
      'chat.postMessage',
      postBlocks(actions(button({ value: undefined }))),
      /does nothing/,
    ],
    [
      'an action id of 256 characters',
      'chat.postMessage',
      postBlocks(actions(button({ action_id: long(256) }))),
      /255/,
    ],
    ['no action id', 'chat.postMessage', postBlocks(actions(button({ action_id: undefined }))), /action_id: /],
    [
      'an action id twice in a message',
      'chat.postMessage',
      postBlocks(actions(button()), actions(button())),
      /action id "topics" stands twice/,
    ],
    [
      'an action id twice beside sections',
      'chat.postMessage',
      postBlocks(actions(button()), section('Sleep.', { accessory: button() })),
      /stands twice/,
    ],
    ['a block id of 256 characters', 'chat.postMessage', postBlocks({ type: 'divider', block_id: long(256) }), /255/],
    [
      'a block id twice',
      'chat.postMessage',
      postBlocks(...times(2, { type: 'divider', block_id: 'a' })),
      /block id "a" stands twice/,
    ],
    [
      'an address of 3,001 characters',
      'chat.postMessage',
      postBlocks(actions(button({ url: `https://${long(2993)}` }))),
      /3000/,
    ],
    [
      'an address that is not secure',
      'chat.postMessage',
      postBlocks(actions(button({ url: 'http://a.example' }))),
      /no https address/,
    ],
    ['a list of 101 options', 'chat.postMessage', postBlocks(actions(select(101))), /options: .*100/],
    ['an empty list', 'chat.postMessage', postBlocks(actions(select(0))), /options: .*1/],
    ['an option of 76 characters', 'chat.postMessage', postBlocks(actions(option(long(76), 'a'))), /75/],
    ['an option value of 151 characters', 'chat.postMessage', postBlocks(actions(option('a', long(151)))), /150/],
    [
      'an option value twice',
      'chat.postMessage',
      postBlocks(actions(select(0, { options: times(2, { text: plain('a'), value: 'b' }) }))),
      /option value "b" stands twice/,
    ],
    [
      'a placeholder of 151 characters',
      'chat.postMessage',
      postBlocks(actions(select(1, { placeholder: plain(long(151)) }))),
      /150/,
    ],
    [
      'eleven texts of context',
      'chat.postMessage',
      postBlocks({ type: 'context', elements: times(11, mrkdwn('a')) }),
      /10/,
    ],
    [
      'Markdown of 12,001 characters',
      'chat.postMessage',
      postBlocks({ type: 'markdown', text: long(12_001) }),
      /12000/,
    ],
    [
      'Markdown of 12,001 characters together',
      'chat.postMessage',
      postBlocks({ type: 'markdown', text: long(12_000) }, { type: 'markdown', text: 'a' }),
      /12001 characters of Markdown/,
    ],
    ['an image that is not described', 'chat.postMessage', postBlocks(picture({ alt_text: '' })), /alt_text: is blank/],
    [
      'an image described in 2,001 characters',
      'chat.postMessage',
      postBlocks(picture({ alt_text: long(2001) })),
      /2000/,
    ],
    ['a mention in a text', 'chat.postMessage', post({ text: 'Ask <@U0ALEX>.' }), /text has <@U0ALEX>/],
    [
      'a text that says less than the blocks',
      'chat.postMessage',
      post({ text: 'Here is an answer', blocks: [section('Sleep.')] }),
      /lacks the word "Sleep"/,
    ],
    ['neither text nor deletion', 'response_url', { response_type: 'ephemeral' }, /unless it only deletes/],
    [
      'links that may unfold from a response address',
      'response_url',
      { text: 'Sleep.', unfurl_media: false, link_names: false },
      /unless it only deletes/,
    ],
    [
      'an unknown kind of response',
      'response_url',
      { ...post({ channel: undefined }), response_type: 'all' },
      /response_type/,
    ],
    ['a home tab for nobody', 'views.publish', { view: home }, /\.user_id: /],
    ['a modal as a home tab', 'views.publish', { user_id: 'U0ALEX', view: modal() }, /\.view\.type: /],
    ['a view of 101 blocks', 'views.open', open({ blocks: dividers(101) }), /\.view\.blocks: .*100/],
    ['a view without blocks', 'views.open', open({ blocks: [] }), /\.view\.blocks: .*1/],
    [
      'Markdown in a view',
      'views.open',
      open({ blocks: [{ type: 'markdown', text: 'a' }] }),
      /\.view\.blocks\[0\]\.type: /,
    ],
    ['a mention in a view', 'views.open', open({ blocks: [section('<!channel>')] }), /<!channel>/],
    ['an action id twice in a view', 'views.open', open({ blocks: [actions(button(), button())] }), /stands twice/],
    ['a modal without a trigger', 'views.open', { view: modal() }, /\.trigger_id: /],
    ['a title of 25 characters', 'views.open', open({ title: plain(long(25)) }), /\.title\.text: .*24/],
    ['a modal without a title', 'views.open', open({ title: undefined }), /\.title: /],
    ['a closing button of 25 characters', 'views.open', open({ close: plain(long(25)) }), /\.close\.text: .*24/],
    ['private metadata of 3,001 characters', 'views.open', open({ private_metadata: long(3001) }), /3000/],
    ['an external id of 256 characters', 'views.open', open({ external_id: long(256) }), /external_id: .*255/],
    ['an empty list of blocks', 'chat.postMessage', postBlocks(), /\.blocks: .*1/],
    ['empty context', 'chat.postMessage', postBlocks({ type: 'context', elements: [] }), /elements: .*1/],
    ['an empty list of fields', 'chat.postMessage', postBlocks({ type: 'section', fields: [] }), /fields: .*1/],
    [
      'an action id of a list of 256 characters',
      'chat.postMessage',
      postBlocks(actions(select(1, { action_id: long(256) }))),
      /255/,
    ],
    [
      'an image beside a section described in 2,001 characters',
      'chat.postMessage',
      postBlocks(section('Sleep.', { accessory: picture({ alt_text: long(2001) }) })),
      /2000/,
    ],
    ['a blank trigger', 'views.open', { ...open(), trigger_id: '' }, /trigger_id: is blank/],
    ['a callback id of 256 characters', 'views.open', open({ callback_id: long(256) }), /255/],
    ['a change of no view', 'views.update', { view: modal() }, /either view_id or external_id/],
    ['five suggested questions', setPrompts, { channel_id: 'D0ALEX', prompts: times(5, prompt) }, /\.prompts: .*4/],
    ['no suggested question', setPrompts, { channel_id: 'D0ALEX', prompts: [] }, /\.prompts: .*1/],
    [
      'a blank question',
      setPrompts,
      { channel_id: 'D0ALEX', prompts: [{ ...prompt, message: ' ' }] },
      /message: is blank/,
    ],
    [
      'a suggested mention',
      setPrompts,
      { channel_id: 'D0ALEX', prompts: [{ ...prompt, message: '<!here>' }] },
      /<!here>/,
    ],
    [
      'questions for a thread',
      setPrompts,
      { channel_id: 'D0ALEX', prompts: [prompt], thread_ts: '1234567890.123456' },
      /fail silently/,
    ],
  ])('%s', (_, method, args, problem) => {
    const problems = checkMessage(method, JSON.parse(JSON.stringify(args)))

    expect(problems.join('\n')).toMatch(problem)
  })

  it('everything that is wrong, not the first thing alone', () => {
    const problems = checkMessage('chat.postMessage', post({ channel: 'lobby', text: '', unfurl_links: true }))

    expect(problems).toHaveLength(3)
  })
})
