import { type Client, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { ask, onInteraction, startWithCommands } from './commanded-client.ts'

describe('interactions at the stand-in', () => {
  it('lets nobody do what Discord would not offer', async ({ onTestFinished }) => {
    const { standIn } = await startWithCommands(onTestFinished)
    const here = { user: standIn.addPerson(), channel: standIn.channel }
    const group = { ...here, channel: standIn.addChannel({ kind: 'group', recipients: [here.user] }) }

    expect(() => standIn.slash({ ...here, command: 'nothing' })).toThrow('No command "nothing"')
    expect(() => standIn.slash({ ...here, command: 'ask' })).toThrow('needs the option "question"')
    expect(() => standIn.slash({ ...here, command: 'ask', options: { question: 1 } })).toThrow('has to be a string')
    expect(() => standIn.slash({ ...ask, ...group })).toThrow('not offered to this kind of installation')
  })

  it('lets nobody press what is disabled, a link, or only for another to see', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const here = { user: standIn.addPerson(), channel: standIn.channel }
    const other = { user: standIn.addPerson(), channel: standIn.channel }
    const buttons = [
      { type: 2, style: 2, label: 'Off', customId: 'off', disabled: true },
      { type: 2, style: 5, label: 'Out', url: 'https://example.org' },
      { type: 2, style: 2, label: 'On', customId: 'on' },
    ] as const
    onInteraction(client, async (interaction) => {
      if (!interaction.isRepliable()) return
      await interaction.reply({ components: [{ type: 1, components: buttons }], flags: MessageFlags.Ephemeral })
    })
    const [message = { id: '' }] = await standIn.slash({ ...ask, ...here }).responses(1)

    expect(() => standIn.press({ ...here, message, label: 'Off' })).toThrow('is disabled')
    expect(() => standIn.press({ ...here, message, label: 'Out' })).toThrow('is a link')
    expect(() => standIn.press({ ...other, message, label: 'On' })).toThrow('does not see message')
    expect(standIn.press({ ...here, message, label: 'On' }).id).toMatch(/^\d+$/)
  })

  it('lets the first message after "is thinking" take its place', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const ana = standIn.addPerson()
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.followUp('at last')
    })

    const handle = standIn.slash({ ...ask, user: ana, channel: standIn.channel })

    await standIn.waitFor(({ path, status }) => path.startsWith('/webhooks/') && status === 200, 'a further message')
    expect(await handle.responses()).toMatchObject([{ content: 'at last', flags: MessageFlags.Ephemeral }])
    expect(standIn.visible(standIn.channel.id)).toEqual([])
  })

  it('refuses a second response, one that comes too late, and one to what never was', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished, { callbackMs: 60 })
    const here = { ...ask, user: standIn.addPerson(), channel: standIn.channel }
    const codes: unknown[] = []
    onInteraction(client, async (interaction) => {
      const respond = () => respondRaw(client, interaction.id, interaction.token)
      const wait = codes.length === 0 ? 0 : 100
      await new Promise((resolve) => setTimeout(resolve, wait))
      codes.push(await respond(), await respond())
    })

    standIn.slash(here)
    await expect.poll(() => codes).toEqual(['taken', 40060])
    standIn.slash(here)

    await expect.poll(() => codes).toEqual(['taken', 40060, 10062, 10062])
    expect(await respondRaw(client, '1', 'fake-token')).toBe(10062)
  })

  it('answers a token that was never acknowledged, or is too old, as Discord does', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished, { tokenMs: 40 })
    const handle = standIn.slash({ ...ask, user: standIn.addPerson(), channel: standIn.channel })
    const followUp = () => codeOf(client.rest.post(`/webhooks/${standIn.application.id}/${handle.token}`, more))

    const unacknowledged = await followUp()
    const mistaken = await respondRaw(client, '1', handle.token)
    const first = await respondRaw(client, handle.id, handle.token)
    await standIn.quiet(50)

    expect([unacknowledged, mistaken, first, await followUp()]).toEqual([10015, 10062, 'taken', 50027])
  })

  it('is in the direct messages of people and in places where the bot is no member', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished, {}, [0, 1])
    const ana = standIn.addPerson()
    const guild = standIn.addGuild({ botIsMember: false })
    const seen: unknown[] = []
    onInteraction(client, async (interaction) => {
      const { context, authorizingIntegrationOwners: owners } = interaction
      seen.push([context, owners.guildId, owners.userId === ana.id, interaction.guild === null])
      if (interaction.isRepliable()) await interaction.reply('Hello.')
    })

    const places = [
      standIn.directMessages(ana),
      standIn.addChannel({ guild }),
      standIn.addChannel({ kind: 'group', recipients: [ana] }),
    ]
    await Promise.all(places.map((channel) => standIn.slash({ ...ask, user: ana, channel }).responses(1)))

    expect(seen).toEqual([
      [1, '0', false, true],
      [0, null, true, true],
      [2, null, true, true],
    ])
    expect(places.map(({ id }) => standIn.visible(id).length)).toEqual([1, 1, 1])
    const posted = client.rest.post(`/channels/${places[1]?.id}/messages`, { body: { content: 'Hello.' } })
    await expect(posted).rejects.toMatchObject({ code: 50001 })
  })
})

const more = { body: { content: 'More.' }, auth: false }

function respondRaw(client: Client, id: string, token: string): Promise<unknown> {
  const body = { type: 4, data: { content: 'Hello.' } }
  return codeOf(client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false }))
}

function codeOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => 'taken',
    (error: { readonly code: number }) => error.code,
  )
}
