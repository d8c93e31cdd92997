import { once } from 'node:events'
import { type Client, Events, type Message, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { ask, onInteraction, startWithCommands } from './commanded-client.ts'
import { startConnected } from './connect-client.ts'
import type { Saying } from './say.ts'

describe('messages at the stand-in', () => {
  it('reads a mention and replies to it without a ping', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const ana = standIn.addPerson({ name: 'ana' })
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot)
        void message.reply({ content: 'Hello.', allowedMentions: { parse: [], repliedUser: false } })
    })

    const reply = standIn.nextMessage(standIn.channel.id)
    const question = standIn.say({ channel: standIn.channel, author: ana, content: `<@${standIn.bot.id}> hello` })

    expect(await reply).toMatchObject({
      content: 'Hello.',
      type: 19,
      mentions: [],
      message_reference: { message_id: question.id },
    })
    expect(standIn.visible(standIn.channel.id)).toHaveLength(2)
    expect(standIn.problems).toEqual([])
    expect(standIn.unexpected).toEqual([])
  })

  it.for<readonly [string, Case, string]>([
    ['says nothing to it', { content: 'secret' }, ''],
    ['mentions it', { content: '<@BOT> open' }, '<@BOT> open'],
    ['replies to it with a ping', { content: 'open', reply: true }, 'open'],
    ['replies to it without a ping', { content: 'secret', reply: true, ping: false }, ''],
    ['writes to it directly', { content: 'open', direct: true }, 'open'],
  ])(
    'gets the text of who %s only as Discord gives it',
    async ([, { content, reply, ping, direct }, expected], { onTestFinished }) => {
      const { standIn, client } = await startConnected(onTestFinished)
      const ana = standIn.addPerson()
      const channel = direct === true ? standIn.directMessages(ana) : standIn.channel
      const own = reply === true && (await postAs(client, channel.id))
      const heard = nextFrom(client, ana.id)

      standIn.say({
        channel,
        author: ana,
        content: content.replace('BOT', standIn.bot.id),
        ...(own && { replyTo: own }),
        ...(ping !== undefined && { ping }),
      })

      expect((await heard).content).toBe(expected.replace('BOT', standIn.bot.id))
    },
  )

  it('are not heard of where the bot is no member, or where one person alone sees them', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const author = standIn.addPerson()
    const heard: string[] = []
    // The client keeps to itself what comes from places that it does not know.
    client.on(Events.Raw, ({ t, d }: { readonly t: string; readonly d: { readonly id: string } }) => {
      if (t === 'MESSAGE_CREATE') heard.push(d.id)
    })
    onInteraction(client, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'Hello.', flags: MessageFlags.Ephemeral })
    })
    const elsewhere = standIn.addChannel({ guild: standIn.addGuild({ botIsMember: false }) })

    standIn.say({ channel: elsewhere, author, content: `<@${standIn.bot.id}>` })
    await standIn.slash({ ...ask, user: author, channel: standIn.channel }).responses(1)
    const last = standIn.say({ channel: standIn.channel, author, content: 'hello' })

    await expect.poll(() => heard).toEqual([last.id])
  })

  it('hears of deleted messages, one by one and many at once', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const { channel } = standIn
    const [first, second, third] = ['one', 'two', 'three'].map((content) =>
      standIn.say({ channel, author: standIn.addPerson(), content }),
    )
    const single = once(client, Events.MessageDelete)
    const bulk = once(client, Events.MessageBulkDelete)

    standIn.deleteMessage(first?.id ?? '')
    standIn.bulkDelete([second?.id ?? '', third?.id ?? ''])

    await Promise.all([single, bulk])
    expect(standIn.visible(channel.id)).toEqual([])
  })

  it.for<readonly [string, Partial<Saying>, object]>([
    ['a webhook', { webhookId: '77' }, { webhookId: '77' }],
    ['a person who joins', { type: 7 }, { type: 7, system: true }],
    ['a moderator', {}, { webhookId: null }],
  ])('tells the bot that %s wrote a message', async ([, more, seen], { onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const author = standIn.addPerson({ permissions: PermissionFlagsBits.ManageMessages })
    const heard = once(client, Events.MessageCreate) as Promise<[Message]>

    standIn.say({ channel: standIn.channel, author, content: 'hello', mentions: [author], ...more })

    const [message] = await heard
    expect(message).toMatchObject(seen)
    expect(message.mentions.users.map(({ id }) => id)).toEqual([author.id])
    expect(message.member === null).toBe('webhookId' in more)
  })

  it('opens direct messages, which their recipient alone sees', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const ana = standIn.addPerson()

    const channel = await client.users.createDM(ana.id)
    await channel.send('Hello.')

    expect(standIn.directMessages(ana).id).toBe(channel.id)
    expect(standIn.privateTo(ana.id)).toMatchObject([{ content: 'Hello.' }])
    expect(standIn.privateTo(standIn.addPerson().id)).toEqual([])
  })

  it('refuses a reply to what is gone, unless it may stand alone', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const { channel } = standIn
    const gone = standIn.say({ channel, author: standIn.addPerson(), content: 'hello' })
    standIn.deleteMessage(gone.id)
    const reply = (more: object) => {
      const body = { content: 'Hello.', message_reference: { message_id: gone.id, ...more } }
      return client.rest.post(`/channels/${channel.id}/messages`, { body })
    }

    const alone = await reply({ fail_if_not_exists: false })

    expect(alone).toMatchObject({ type: 0, content: 'Hello.' })
    expect(alone).not.toHaveProperty('message_reference')
    await expect(reply({})).rejects.toMatchObject({ code: 50035 })
  })

  it('pings whom its message names, unless it says otherwise', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const { channel } = standIn
    const ana = standIn.addPerson()
    const question = standIn.say({ channel, author: ana, content: 'hello' })
    const body = { content: `@everyone <@${ana.id}>`, message_reference: { message_id: question.id } }
    const path = `/channels/${channel.id}/messages` as const

    const loud = await client.rest.post(path, { body })
    const quiet = await client.rest.post(path, { body: { ...body, allowed_mentions: { parse: [] } } })

    expect(loud).toMatchObject({ mention_everyone: true, mentions: [{ id: ana.id }] })
    expect(quiet).toMatchObject({ mention_everyone: false, mentions: [] })
  })
})

type Case = { readonly content: string; readonly reply?: boolean; readonly ping?: boolean; readonly direct?: boolean }

async function postAs(client: Client, channelId: string): Promise<{ readonly id: string }> {
  const body = { content: 'I am a bot.' }
  return (await client.rest.post(`/channels/${channelId}/messages`, { body })) as { readonly id: string }
}

function nextFrom(client: Client, authorId: string): Promise<Message> {
  return new Promise((resolve) => {
    client.on(Events.MessageCreate, (message) => {
      if (message.author.id === authorId) resolve(message)
    })
  })
}
