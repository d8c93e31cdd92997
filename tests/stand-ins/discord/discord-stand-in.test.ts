import { once } from 'node:events'
import { ChannelType, Events } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-client.ts'
import { startDiscordStandIn } from './discord-stand-in.ts'

describe('a client at the stand-in', () => {
  it('knows its servers and channels once it is ready', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)

    const guild = client.guilds.cache.get(standIn.guild.id)

    expect(guild?.preferredLocale).toBe('en-US')
    expect(guild?.channels.cache.get(standIn.channel.id)?.name).toBe('general')
    expect(guild?.members.me?.permissions.toArray()).toContain('SendMessages')
    expect(standIn.gateway.identifies).toHaveLength(1)
  })

  it('hears of servers, channels and threads that come and go', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const gone = once(client, Events.ChannelDelete)

    const guild = standIn.addGuild({ name: 'Another', locale: 'fr' })
    const channel = standIn.addChannel({ guild, denied: 'send' })
    standIn.addChannel({ parent: channel, name: 'a thread' })
    standIn.removeChannel(standIn.channel)
    await gone

    const known = client.guilds.cache.get(guild.id)
    const names = known?.channels.cache.map(({ type }) => ChannelType[type])
    expect(names).toEqual(['GuildText', 'GuildPublicThread'])
    const me = known?.members.me
    expect(
      known?.channels.cache
        .get(channel.id)
        ?.permissionsFor(me ?? '')
        ?.has('SendMessages'),
    ).toBe(false)
  })

  it('is told what is wrong with a body, and so is the test', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)

    const refusal = client.rest.post(`/channels/${standIn.channel.id}/messages`, {
      body: { content: 'x'.repeat(2_001) },
    })

    await expect(refusal).rejects.toMatchObject({ code: 50035, status: 400 })
    expect(standIn.problems).toHaveLength(1)
    expect(standIn.visible(standIn.channel.id)).toEqual([])
  })

  it('leaves a trace where it asks for what does not exist', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)

    await expect(client.rest.get('/voice/regions')).rejects.toMatchObject({ status: 404 })

    expect(standIn.unexpected).toEqual(['GET /voice/regions'])
    expect(standIn.requests.at(-1)).toMatchObject({ method: 'GET', authorized: true, status: 404 })
  })
})

describe('the stand-in', () => {
  it('ends everything when it is closed, and says so to whoever waits', async () => {
    const standIn = await startDiscordStandIn()
    const waiting = standIn.nextMessage(standIn.channel.id)

    await standIn.close()

    await expect(waiting).rejects.toThrow('the stand-in was closed')
    await expect(fetch(`${standIn.apiUrl}/v10/gateway/bot`)).rejects.toThrow('fetch failed')
  })

  it('does not wait for ever', async ({ onTestFinished }) => {
    const standIn = await startDiscordStandIn()
    onTestFinished(() => standIn.close())

    await expect(standIn.nextMessage('1', 20)).rejects.toThrow('Waited for a message in channel 1, in vain for 20 ms')
    await expect(standIn.quiet(20)).resolves.toBeUndefined()
  })

  it('waits for messages that are not there yet', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const path = `/channels/${standIn.channel.id}/messages` as const
    await client.rest.post(path, { body: { content: 'old' } })

    const next = standIn.nextMessage(standIn.channel.id)
    await client.rest.post(path, { body: { content: 'new' } })

    expect((await next).content).toBe('new')
  })

  it('lets nobody in without the token', async ({ onTestFinished }) => {
    const standIn = await startDiscordStandIn()
    onTestFinished(() => standIn.close())

    const response = await fetch(`${standIn.apiUrl}/v10/gateway/bot`, { headers: { authorization: 'Bot other' } })

    expect(response.status).toBe(401)
  })
})
