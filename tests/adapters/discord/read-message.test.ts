import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMessage } from '../../../src/adapters/discord/read-message.ts'

const botId = '999'
const everyType = Object.values(MessageType).filter((type) => typeof type === 'number')
const written: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply])

describe('readMessage() and for whom a message is', () => {
  it('reads a message that mentions the bot in a server', () => {
    expect(read({ guild_id: '101', content: '<@999> is it genetic?', mentions: [{ id: botId }] })).toEqual({
      id: '401',
      channelId: '201',
      serverId: '101',
      userId: '301',
      text: 'is it genetic?',
    })
  })

  it('reads every direct message, mention or not', () => {
    expect(read({ content: 'is it genetic?' })).toEqual({
      id: '401',
      channelId: '201',
      userId: '301',
      text: 'is it genetic?',
    })
  })

  it('reads a reply that pings the bot, whose text has no mention', () => {
    const reply = { type: MessageType.Reply, guild_id: '101', content: 'and for men?', mentions: [{ id: botId }] }

    expect(read(reply)?.text).toBe('and for men?')
  })

  it.each([
    ['that mentions nobody', { mentions: [] }],
    ['that mentions somebody else', { mentions: [{ id: '302' }] }],
    ['that mentions everybody', { mentions: [], mention_everyone: true, content: '@everyone is it genetic?' }],
    ['that mentions a role of the bot', { mentions: [], mention_roles: [botId], content: '<@&999> is it genetic?' }],
    ['that holds a mention as text alone', { mentions: [], content: '`<@999>` is it genetic?' }],
  ])('leaves a message in a server alone %s', (_, parts) => {
    expect(read({ guild_id: '101', ...parts })).toBeUndefined()
  })

  it.each([
    ['another bot', { author: { id: '301', bot: true } }],
    ['the bot itself', { author: { id: botId } }],
    ['Discord', { author: { id: '643945264868098049', system: true } }],
    ['a webhook', { webhook_id: '501' }],
  ])('leaves alone what %s writes, in servers and directly', (_, parts) => {
    expect(read({ ...parts, mentions: [{ id: botId }] })).toBeUndefined()
    expect(read({ ...parts, mentions: [{ id: botId }], guild_id: '101' })).toBeUndefined()
  })

  it.each(everyType)('reads a message of type %i only if a person wrote it', (type) => {
    const inServer = read({ type, guild_id: '101', mentions: [{ id: botId }] })
    const direct = read({ type })

    expect(inServer !== undefined).toBe(written.has(type))
    expect(direct !== undefined).toBe(written.has(type))
  })
})

describe('readMessage() and the text', () => {
  it.each([
    ['<@999>', ''],
    ['  <@!999>  what helps?', 'what helps?'],
    ['what <@999> helps <@&55> in <#77>?', 'what   helps   in  ?'],
    ['I feel <:low:123> and <a:sad_face:456> today', 'I feel   and   today'],
    ['<@999><@999>diet', 'diet'],
    ['diet<@999>stress', 'diet stress'],
    ['one\n<@999>\ntwo', 'one\n \ntwo'],
    // neither of these is Discord's markup
    ['3 < 5 > 2', '3 < 5 > 2'],
    ['<@everyone> <@> <#channel>', '<@everyone> <@> <#channel>'],
    [`<@${'9'.repeat(21)}>`, `<@${'9'.repeat(21)}>`],
  ])('reads %j as %j', (content, text) => {
    expect(read({ content })?.text).toBe(text)
  })

  it('leaves words as they are, whatever stands around them', () => {
    const markup = fc.constantFrom('<@999>', '<@!999>', '<@&5>', '<#7>', '<:low:1>', '<a:sad:2>', ' ', '\n')

    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[\p{L}\p{N}?!.'"]{1,20}$/u), markup)), (pieces) => {
        const words = pieces.map(([word]) => word)

        expect(read({ content: pieces.flat().join('') })?.text.split(/\s+/)).toEqual(words.length === 0 ? [''] : words)
      }),
    )
  })

  it('keeps a text that has no markup, its ends aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (content) => {
        fc.pre(!content.includes('<'))

        expect(read({ content })?.text).toBe(content.trim())
      }),
    )
  })
})

/** What is read of a direct message of a person, in words unless told otherwise. */
function read(parts: Readonly<Record<string, unknown>>) {
  const message = {
    id: '401',
    channel_id: '201',
    type: MessageType.Default,
    author: { id: '301', username: 'ann' },
    content: 'is it genetic?',
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    ...parts,
  }
  return readMessage(JSON.parse(JSON.stringify(message)) as GatewayMessageCreateDispatchData, botId)
}
