import { GatewayIntentBits, MessageFlags, MessageType } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { createPerson } from '../../../stand-ins/discord/person.ts'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const question = 'What is tryptophan?'

describe('a mention', () => {
  it('is answered in reply to the question, for everybody to see, with source, disclaimer and related topics', async () => {
    const { someone, answerTo, visible, channel } = await startDiscord()

    const asked = someone().mention(question)
    const answer = await answerTo(asked)

    expect(answer.message_reference?.message_id).toBe(asked.id)
    expect(visible(channel.id)).toEqual([asked, answer])
    expect((answer.flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect(shown(answer).text).toContain('Source: Askvity')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual(['Genetics', 'Stress', 'Gut health', 'Delete this answer', 'Get support'])
  })

  it('is answered after the bot was seen typing', async () => {
    const { someone, answerTo, requests, channel } = await startDiscord()

    await answerTo(someone().mention(question))

    const posts = requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/channels/'))
    expect(posts.map(({ path }) => path)).toEqual([
      `/channels/${channel.id}/typing`,
      `/channels/${channel.id}/messages`,
    ])
  })

  it('pings nobody by its answer: not the asker, and not who else was mentioned', async () => {
    const { someone, answerTo } = await startDiscord()
    const bob = someone()

    const answer = await answerTo(someone().mention(`<@${bob.person.id}> @everyone ${question}`))

    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect([answer.mentions, answer.mention_roles, answer.mention_everyone]).toEqual([[], [], false])
  })

  it('with nothing else gets told how to ask, with questions to try', async () => {
    const { someone, answerTo } = await startDiscord()

    const help = shown(await answerTo(someone().mention('')))

    expect(help.text).toContain(english.chat.pages.help[0])
    expect(help.text).toContain(english.disclaimer.text)
    expect(help.buttons).toContain('Why is my serotonin low?')
  })

  it('is not needed in a reply that pings the bot', async () => {
    const { someone, answerTo } = await startDiscord()
    const ann = someone()
    const first = await answerTo(ann.mention('What do receptors do?'))

    const second = shown(await answerTo(ann.write(question, { replyTo: first })))

    expect(second.text).toContain('Tryptophan is an amino acid.')
  })

  it('is answered in a thread, inside that thread', async () => {
    const { someone, answerTo, addChannel, channel, visible } = await startDiscord()
    const thread = addChannel({ parent: channel })

    const answer = await answerTo(someone({}, thread).mention(question))

    expect(answer.channel_id).toBe(thread.id)
    expect(visible(channel.id)).toEqual([])
  })

  it('is answered in the words of the language that the server has chosen', async () => {
    const { someone, answerTo, addGuild, addChannel } = await startDiscord()
    const berlin = addChannel({ guild: addGuild({ locale: 'de' }) })

    const help = shown(await answerTo(someone({}, berlin).mention('')))

    expect(help.text).toContain(wordsIn('de').chat.pages.help[0])
    expect(help.text).toContain(wordsIn('de').disclaimer.text)
  })
})

describe('a message that does not ask the bot', () => {
  it('is never read: the bot asks for no intent that would show it', async () => {
    const { gateway } = await startDiscord()

    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
    expect(gateway.identifies.map(({ intents }) => intents)).toEqual([Guilds | GuildMessages | DirectMessages])
  })

  it.each<[string, (discord: Discord) => void]>([
    ['an ordinary one', ({ someone }) => someone().write(question)],
    ['one to everyone', ({ someone }) => someone().write(`@everyone @here ${question}`)],
    ['one to a role, be it that of the bot', ({ someone, bot }) => someone().write(`<@&${bot.id}> ${question}`)],
    ['one that mentions somebody else', ({ someone }) => someone().write(question, { mentions: [someone().person] })],
    ['one of another bot', ({ someone }) => someone({ bot: true }).mention(question)],
    ['one of a webhook', ({ someone, addPerson }) => someone().mention(question, { webhookId: addPerson().id })],
    [
      'one of its own',
      ({ say, bot, channel }) =>
        say({ author: createPerson(bot.id, { bot: true }), channel, content: `<@${bot.id}> ${question}` }),
    ],
    ['one of Discord itself', ({ someone }) => someone().mention(question, { type: MessageType.ChannelPinnedMessage })],
  ])('is not answered: %s', async (_, write) => {
    const discord = await startDiscord()

    write(discord)

    await discord.settled()
    expect(discord.requests.filter(({ path }) => path.startsWith('/channels/'))).toEqual([])
  })

  it('is not answered: a reply to the bot without a ping, whose text Discord keeps back', async () => {
    const { someone, answerTo, answersTo, settled } = await startDiscord()
    const ann = someone()
    const first = await answerTo(ann.mention('What do receptors do?'))

    const reply = ann.write(question, { replyTo: first, ping: false })

    await settled()
    expect(answersTo(reply)).toEqual([])
  })
})

describe('DISCORD_CHANNELS', () => {
  it('lets the bot answer mentions in the channels listed and in their threads, and nowhere else in servers', async () => {
    const { someone, answerTo, answersTo, settled, addChannel, channel, guild, restart } = await startDiscord()
    await restart({ settings: { channels: [channel.id] } })
    const other = addChannel({ guild })
    const places = [addChannel({ parent: channel }), other, addChannel({ parent: other })]

    const here = await answerTo(someone().mention(question))
    const asked = places.map((place) => someone({}, place).mention(question))
    await settled()

    expect(shown(here).text).toContain('Tryptophan is an amino acid.')
    expect(asked.map((each) => answersTo(each).length)).toEqual([1, 0, 0])
  })

  it('leaves commands and direct messages as they are', async () => {
    const { someone, answerTo, addChannel, channel, guild, restart } = await startDiscord()
    await restart({ settings: { channels: [channel.id] } })
    const ann = someone({}, addChannel({ guild }))

    const byCommand = await ann.ask(question)
    const direct = await answerTo(ann.inDirectMessages().write(question))

    for (const answer of [byCommand, direct]) expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })
})
