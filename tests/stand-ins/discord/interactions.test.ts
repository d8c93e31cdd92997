import { type Interaction, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { ask, onInteraction, startWithCommands } from './commanded-client.ts'

describe('interactions at the stand-in', () => {
  it('shows a private answer to a slash command to nobody else', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const [ana, ben] = [standIn.addPerson({ locale: 'de' }), standIn.addPerson()]
    const seen: Interaction[] = []
    onInteraction(client, async (interaction) => {
      seen.push(interaction)
      if (!interaction.isChatInputCommand()) return
      const content = `${interaction.locale}: ${interaction.options.getString('question', true)}`
      await interaction.reply({ content, flags: MessageFlags.Ephemeral })
    })

    const handle = standIn.slash({ user: ana, channel: standIn.channel, command: 'ask', options: { question: 'Why?' } })

    expect((await handle.callback).atMs).toBeLessThan(1_000)
    expect(await handle.responses(1)).toMatchObject([{ content: 'de: Why?', interaction_metadata: { name: 'ask' } }])
    expect(standIn.privateTo(ana.id)).toHaveLength(1)
    expect(standIn.privateTo(ben.id)).toEqual([])
    expect(standIn.visible(standIn.channel.id)).toEqual([])
    expect(seen).toMatchObject([{ guildId: standIn.guild.id, context: 0 }])
    expect(seen[0]?.memberPermissions?.has('ManageMessages')).toBe(false)
    expect(standIn.problems).toEqual([])
  })

  it('finds a button however deep, and puts the new message in the place of the old', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const ana = standIn.addPerson()
    onInteraction(client, async (interaction) => {
      if (interaction.isButton())
        await interaction.update({
          components: [{ type: 10, content: `pressed ${interaction.customId}` }],
          flags: MessageFlags.IsComponentsV2,
        })
      if (interaction.isChatInputCommand())
        await interaction.reply({ components: nested, flags: MessageFlags.IsComponentsV2 })
    })
    const [message] = await standIn.slash({ ...ask, user: ana, channel: standIn.channel }).responses(1)
    if (message === undefined) throw new Error('no answer')

    const press = standIn.press({ user: ana, channel: standIn.channel, message, label: 'Help' })

    expect(await press.responses(1)).toMatchObject([
      { id: message.id, components: [{ content: 'pressed help', id: 1 }] },
    ])
    expect(standIn.visible(standIn.channel.id)).toHaveLength(1)
    expect(() => standIn.press({ user: ana, channel: standIn.channel, message, label: 'Help' })).toThrow(
      'no button "Help"',
    )
  })

  it('brings what was chosen from a select', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const ana = standIn.addPerson()
    const options = ['IE', 'PT'].map((value) => ({ label: value, value }))
    onInteraction(client, async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(`chosen ${interaction.values.join()}`)
      if (interaction.isChatInputCommand())
        await interaction.reply({ components: [{ type: 1, components: [{ type: 3, customId: 'country', options }] }] })
    })
    const [message] = await standIn.slash({ ...ask, user: ana, channel: standIn.channel }).responses(1)
    const where = { user: ana, channel: standIn.channel, message: message ?? { id: '' } }

    const [answer] = await standIn.choose({ ...where, values: ['PT'] }).responses(1)

    expect(answer).toMatchObject({ content: 'chosen PT', type: 19, message_reference: { message_id: message?.id } })
    expect(() => standIn.choose({ ...where, values: ['XX'] })).toThrow('offers no "XX"')
  })

  it('suggests while somebody types, and shows a clicked message whole', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const [ana, ben] = [standIn.addPerson(), standIn.addPerson()]
    onInteraction(client, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: interaction.options.getFocused().toUpperCase(), value: 'v' }])
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral })
    })
    const target = standIn.say({ channel: standIn.channel, author: ben, content: 'not for the bot' })

    const focused = { name: 'question', value: 'wh' }
    const typing = standIn.autocomplete({ user: ana, channel: standIn.channel, command: 'ask', focused })
    const clicked = standIn.messageCommand({ user: ana, channel: standIn.channel, command: 'Answer this', target })

    expect((await typing.callback).data.choices).toEqual([{ name: 'WH', value: 'v' }])
    expect((await clicked.callback).data.content).toBe('not for the bot')
    expect(standIn.problems).toEqual([])
  })

  it('takes a deferred answer, the text in its place, more of it, and its end', async ({ onTestFinished }) => {
    const { standIn, client } = await startWithCommands(onTestFinished)
    const ana = standIn.addPerson()
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply('first')
      const second = await interaction.followUp('second')
      await interaction.deleteReply(second)
    })

    const handle = standIn.slash({ ...ask, user: ana, channel: standIn.channel })

    await standIn.waitFor(({ method, status }) => method === 'DELETE' && status === 204, 'the end')
    expect(await handle.responses()).toMatchObject([{ content: 'first' }])
    expect(standIn.privateTo(ana.id)).toMatchObject([{ content: 'first', flags: MessageFlags.Ephemeral }])
  })
})

const nested = [
  {
    type: 17,
    components: [
      {
        type: 9,
        components: [{ type: 10, content: 'text' }],
        accessory: { type: 2, style: 2, label: 'Help', customId: 'help' },
      },
    ],
  },
] as const
