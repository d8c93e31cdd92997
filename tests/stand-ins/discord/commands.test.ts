import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-client.ts'

const ask = {
  name: 'ask',
  description: 'Ask',
  name_localizations: { fr: 'demander', de: 'fragen' },
  options: [{ type: 3, name: 'question', description: 'What to ask', required: false, name_localizations: {} }],
}

describe('commands at the stand-in', () => {
  it('come back as Discord gives them, with every default written out', async ({ onTestFinished }) => {
    const { client } = await startConnected(onTestFinished)
    const path = `/applications/${client.application.id}/commands` as const
    await client.rest.put(path, { body: [ask, { type: 3, name: 'Answer this' }] })

    const read = await client.rest.get(path, { query: new URLSearchParams({ with_localizations: 'true' }) })

    expect(read).toEqual([
      expect.objectContaining({ type: 3, name: 'Answer this', description: '', integration_types: [0, 1] }),
      {
        id: expect.any(String),
        application_id: client.application.id,
        version: expect.any(String),
        type: 1,
        name: 'ask',
        name_localizations: { de: 'fragen', fr: 'demander' },
        description: 'Ask',
        description_localizations: null,
        default_member_permissions: null,
        dm_permission: true,
        contexts: null,
        integration_types: [0, 1],
        nsfw: false,
        options: [
          {
            type: 3,
            name: 'question',
            name_localizations: null,
            description: 'What to ask',
            description_localizations: null,
          },
        ],
      },
    ])
  })

  it('come back without localisations where none are asked for', async ({ onTestFinished }) => {
    const { client } = await startConnected(onTestFinished)
    const path = `/applications/${client.application.id}/commands` as const
    await client.rest.put(path, { body: [ask] })

    const read = JSON.stringify(await client.rest.get(path))

    expect(read).toContain('"name":"ask"')
    expect(read).not.toContain('localizations')
  })

  it('keep their ids, and their version while they stay the same', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const path = `/applications/${client.application.id}/guilds/${standIn.guild.id}/commands` as const
    const write = async (command: object) => (await client.rest.put(path, { body: [command] })) as readonly Stored[]

    const [first] = await write(ask)
    const [same] = await write(ask)
    const [other] = await write({ ...ask, description: 'Ask me' })

    expect(same).toEqual(first)
    expect(other).toMatchObject({ id: first?.id, guild_id: standIn.guild.id })
    expect(other?.version).not.toBe(first?.version)
    expect(standIn.commands.counts).toEqual({ reads: 0, writes: 3, created: 1 })
  })

  it('are refused where they are not valid or not ours', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const body = [{ ...ask, name: 'Not lower case' }]

    const refusal = client.rest.put(`/applications/${client.application.id}/commands`, { body })

    await expect(refusal).rejects.toMatchObject({ code: 50035 })
    expect(standIn.problems).not.toEqual([])
    await expect(client.rest.get('/applications/1/commands')).rejects.toMatchObject({ code: 20012 })
  })
})

type Stored = { readonly id: string; readonly version: string }
