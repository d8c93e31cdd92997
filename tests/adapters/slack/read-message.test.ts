import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeanMessage, readMessage, withoutMarkup } from '../../../src/adapters/slack/read-message.ts'
import { fakeWorkspace } from './fake-workspace.ts'

const workspace = fakeWorkspace('U0FAKEBOT')

/** All that https://docs.slack.dev/reference/events/message lists, 2026-11-23, of which people write two. */
const subtypes = [
  'assistant_app_thread',
  'bot_message',
  'bot_add',
  'bot_remove',
  'channel_archive',
  'channel_convert_to_private',
  'channel_join',
  'channel_leave',
  'channel_name',
  'channel_posting_permissions',
  'channel_purpose',
  'channel_topic',
  'channel_unarchive',
  'document_mention',
  'ekm_access_denied',
  'file_comment',
  'file_mention',
  'file_share',
  'group_archive',
  'group_join',
  'group_leave',
  'group_name',
  'group_purpose',
  'group_topic',
  'group_unarchive',
  'huddle_thread',
  'me_message',
  'message_changed',
  'message_deleted',
  'message_replied',
  'pinned_item',
  'reminder_add',
  'reply_broadcast',
  'thread_broadcast',
  'tombstone',
  'unpinned_item',
  'constructor',
  '',
]

describe('readMessage() and for whom a message is', () => {
  it('reads a direct message, whose answer goes into a thread of its own', () => {
    expect(read({ channel: 'D0FAKE', channel_type: undefined })).toHaveProperty('isDirect', true)
    expect(read({ channel: 'D0FAKE', channel_type: 'im' })).toEqual({
      workspace,
      channelId: 'D0FAKE',
      userId: 'U0FAKEANN',
      ts: '1700000000.000100',
      threadTs: '1700000000.000100',
      text: 'is it genetic?',
      isDirect: true,
      isFollowUp: false,
      isInOthersThread: false,
      namesOthers: false,
    })
  })

  it('reads a mention, which has no kind of channel', () => {
    expect(read({ channel_type: undefined, text: '<@U0FAKEBOT> is it genetic?' })).toMatchObject({
      text: 'is it genetic?',
      isDirect: false,
      isFollowUp: false,
      isInOthersThread: false,
      namesOthers: false,
    })
  })

  it('reads a message in a thread, where its answer goes as well', () => {
    const message = read({ thread_ts: '1600000000.000100', parent_user_id: 'U0FAKEANN' })

    expect(message).toMatchObject({ threadTs: '1600000000.000100', isFollowUp: true, isInOthersThread: false })
  })

  it('takes no direct message for a follow-up, whatever thread it stands in', () => {
    const message = read({ channel_type: 'im', thread_ts: '1600000000.000100', parent_user_id: 'U0FAKEBOB' })

    expect(message).toMatchObject({ isDirect: true, isFollowUp: false })
  })

  it.each([
    ['by whoever began the thread', {}, true, false, false],
    ['by somebody else', { parent_user_id: 'U0FAKEBOB' }, true, true, false],
    ['under a message of the bot', { parent_user_id: 'U0FAKEBOT' }, true, false, false],
    ['to somebody', { text: '<@U0FAKEBOB> what do you think?' }, true, false, true],
    ['to somebody from outside', { text: '<@W0FAKEBOB|bob> what do you think?' }, true, false, true],
    ['to somebody with an id of another kind', { text: '<@u_bob> what do you think?' }, true, false, true],
    ['to the bot', { text: '<@U0FAKEBOT> and for men?' }, false, false, false],
    ['to the bot, as it was written in the past', { text: '<@U0FAKEBOT|pamphlet> and for men?' }, false, false, false],
    ['to the bot and to somebody', { text: '<@U0FAKEBOB> <@U0FAKEBOT> and for men?' }, false, false, true],
    ['that speaks of a channel', { text: '<#C0FAKE|general> and for men?' }, true, false, false],
    ['that holds a mention as typed text alone', { text: '&lt;@U0FAKEBOB&gt; and for men?' }, true, false, false],
  ])('knows for whom a follow-up is %s', (_, parts, isFollowUp, isInOthersThread, namesOthers) => {
    const message = read({ thread_ts: '1600000000.000100', parent_user_id: 'U0FAKEANN', ...parts })

    expect(message).toMatchObject({ isFollowUp, isInOthersThread, namesOthers })
  })

  it('leaves any mention to the event of its own while it is not known who the bot is', () => {
    const parts = { thread_ts: '1600000000.000100', text: '<@U0FAKEBOT> and for men?' }

    const message = readMessage(lean(parts), fakeWorkspace())

    expect(message).toMatchObject({ isFollowUp: false })
  })

  it.each([
    ['another bot', { bot_id: 'B0FAKE' }],
    ['a bot without a user', { bot_id: 'B0FAKE', user: undefined, subtype: 'bot_message' }],
    ['the bot itself', { user: 'U0FAKEBOT' }],
    ['Slack', { user: 'USLACKBOT' }],
    ['nobody', { user: undefined }],
  ])('leaves alone what %s writes, in channels and directly', (_, parts) => {
    expect(read(parts)).toBeUndefined()
    expect(read({ ...parts, channel_type: 'im' })).toBeUndefined()
  })

  it.each([
    ['without a place', { channel: undefined }],
    ['without an id', { ts: undefined }],
    ['that was changed', { edited: { user: 'U0FAKEANN', ts: '1700000001.000100' } }],
  ])('leaves a message alone %s', (_, parts) => {
    expect(read(parts)).toBeUndefined()
  })

  it.each(subtypes)('reads a message of subtype "%s" only if it is what a person wrote', (subtype) => {
    const isPersonal = subtype === 'file_share' || subtype === 'me_message'

    expect(read({ subtype }) !== undefined).toBe(isPersonal)
    expect(read({ subtype, channel_type: 'im' }) !== undefined).toBe(isPersonal)
  })

  it.each([
    ['null', null],
    ['absent', undefined],
    ['empty', ''],
  ])('reads a message whose text is %s as one without words', (_, text) => {
    expect(read({ text })?.text).toBe('')
  })
})

it.each(['<@U1|', '<@', '<@U', '<@U1'])(
  'readMessage() takes linear time to read who is named in %j and so on',
  (piece) => {
    const start = performance.now()

    read({ text: piece.repeat(200_000 / piece.length) })

    expect(performance.now() - start).toBeLessThan(2000)
  },
)

describe('withoutMarkup()', () => {
  it.each([
    ['<@U0FAKEBOT>', ''],
    ['  <@U0FAKEBOT|pamphlet>  what helps?', 'what helps?'],
    ['what <@U1> helps <#C1|general> in <!subteam^S1|@team>?', 'what   helps   in  ?'],
    ['<!here> <!channel> <!everyone> diet', 'diet'],
    ['see <!date^1392734382^{date}|18 February 2014> diet', 'see   diet'],
    ['one\n<@U1>\ntwo', 'one\n \ntwo'],
    ['diet<@U1>stress', 'diet stress'],
    ['is <https://who.example/a?b=1&amp;c=2> right?', 'is https://who.example/a?b=1&c=2 right?'],
    ['is <https://who.example|who.example> right?', 'is who.example right?'],
    ['write to <mailto:ann@who.example|ann@who.example>', 'write to ann@who.example'],
    ['write to <mailto:ann@who.example>', 'write to ann@who.example'],
    ['call <tel:+15550100|555-0100> or <tel:+15550101>', 'call 555-0100 or +15550101'],
    ['is <https://who.example|> right?', 'is https://who.example right?'],
    ['3 &lt; 5 &gt; 2 &amp; more', '3 < 5 > 2 & more'],
    // typed as it stands, so nothing but text
    ['&lt;@U1&gt; and &lt;!here&gt;', '<@U1> and <!here>'],
    // escaped twice, since somebody typed an entity
    ['&amp;lt; &amp;amp;', '&lt; &amp;'],
    ['&quot; &#60; &LT;', '&quot; &#60; &LT;'],
  ])('reads %j as %j', (text, words) => {
    expect(withoutMarkup(text)).toBe(words)
  })

  it('gives what was typed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        expect(withoutMarkup(asPassedOn(typed))).toBe(typed.trim())
      }),
    )
  })

  it('leaves words as they are, whatever markup stands between them', () => {
    const markup = fc.constantFrom('<@U1>', '<@W1|ann>', '<#C1|general>', '<!here>', '<!subteam^S1|@a>', ' ', '\n')
    const word = fc.stringMatching(/^[\p{L}\p{N}?!.'"<>&]{1,20}$/u)

    fc.assert(
      fc.property(fc.array(fc.tuple(word, markup)), (pieces) => {
        const text = pieces.map(([typed, between]) => asPassedOn(typed) + between).join('')

        const words = pieces.map(([typed]) => typed)
        expect(withoutMarkup(text).split(/\s+/)).toEqual(words.length === 0 ? [''] : words)
      }),
    )
  })

  it.each(['<<|@>U1>', '<<a|@>U1>', '<<mailto:|!>here>', '<<x|#>C1|general>', '<@<@U1>U2>', '<<!here>!here>'])(
    'leaves no token of %j',
    (text) => {
      expect(withoutMarkup(text)).not.toMatch(token)
    },
  )

  it('leaves no token that was not typed, whatever comes', () => {
    const piece = fc.constantFrom('<', '<<', '>', '|@>', '|', '@', '!', '#', 'U1', 'here', 'mailto:', ' ', '&amp;', 'a')

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(withoutMarkup(pieces.join(''))).not.toMatch(token)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['<', '<@', '<@U1|', '<!', '<a|', '<a|b', '<mailto:', '<tel:x|', '&lt;', '&', ' ', 'a<'])(
    'takes linear time for a megabyte of %j',
    (piece) => {
      const start = performance.now()

      withoutMarkup(piece.repeat(1_000_000 / piece.length))

      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})

/** What Slack would show as somebody's name, a channel or a call to everybody. */
const token = /<[@#!][^<>]*>/

/** As Slack passes on what is typed. */
function asPassedOn(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What is read of a message in a channel; `undefined` takes a field away. */
function read(parts: Readonly<Record<string, unknown>>) {
  return readMessage(lean(parts), workspace)
}

function lean(parts: Readonly<Record<string, unknown>>): LeanMessage {
  const message = {
    channel: 'C0FAKE',
    channel_type: 'channel',
    user: 'U0FAKEANN',
    text: 'is it genetic?',
    ts: '1700000000.000100',
    ...parts,
  }
  return JSON.parse(JSON.stringify(message)) as LeanMessage
}
