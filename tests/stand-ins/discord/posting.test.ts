import { type Client, DiscordAPIError, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-client.ts'

describe('a client that posts at the stand-in', () => {
  it('posts once under a nonce that it sends twice', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const post = () =>
      client.rest.post(`/channels/${standIn.channel.id}/messages`, {
        body: { content: 'Once.', nonce: 'n1', enforce_nonce: true },
      })

    const [first, second] = [await post(), await post()]

    expect(second).toEqual(first)
    expect(standIn.visible(standIn.channel.id)).toHaveLength(1)
  })

  it.for<readonly [string, number, Place]>([
    ['nobody may post', 50013, { denied: 'send' }],
    ['it sees nothing', 50001, { denied: 'view' }],
    ['the thread is locked', 50083, { thread: true, locked: true }],
    ['the person blocks it', 50007, { direct: true }],
    ['there is nothing any more', 10003, { removed: true }],
  ])('may not post where %s', async ([, code, place], { onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const { denied, thread, locked = false, direct, removed } = place
    const where = thread ? { parent: standIn.channel } : { guild: standIn.guild }
    const channel = direct
      ? standIn.directMessages(standIn.addPerson({ blocksBot: true }))
      : standIn.addChannel({ ...where, locked, ...(denied && { denied }) })
    if (removed) standIn.removeChannel(channel)

    const refusal = client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'Hello.' } })

    await expect(refusal).rejects.toMatchObject({ code })
  })

  it('may not give content to a message that has Components V2', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const path = `/channels/${standIn.channel.id}/messages` as const
    const components = [{ type: 10, content: 'text' }]
    const posted = await client.rest.post(path, { body: { components, flags: MessageFlags.IsComponentsV2 } })
    const { id } = posted as { readonly id: string }

    const edit = client.rest.patch(`${path}/${id}`, { body: { content: 'text' } })

    await expect(edit).rejects.toMatchObject({ code: 50035 })
    expect(standIn.problems).toHaveLength(1)
  })

  it('edits and deletes its own messages and no others', async ({ onTestFinished }) => {
    const { standIn, client } = await startConnected(onTestFinished)
    const { channel } = standIn
    const foreign = standIn.say({ channel, author: standIn.addPerson(), content: 'mine' })
    const own = await postAs(client, channel.id)
    const path = `/channels/${channel.id}/messages` as const

    await client.rest.patch(`${path}/${own.id}`, { body: { content: 'Edited.' } })
    const edited = standIn.visible(channel.id).at(-1)
    await client.rest.delete(`${path}/${own.id}`)

    expect(edited?.content).toBe('Edited.')
    await expect(client.rest.delete(`${path}/${foreign.id}`)).rejects.toMatchObject({ code: 50013 })
    await expect(client.rest.patch(`${path}/${foreign.id}`, { body: { content: 'x' } })).rejects.toBeInstanceOf(
      DiscordAPIError,
    )
    expect(standIn.visible(channel.id).map(({ id }) => id)).toEqual([foreign.id])
  })
})

type Place = {
  readonly denied?: 'view' | 'send'
  readonly thread?: boolean
  readonly locked?: boolean
  readonly direct?: boolean
  readonly removed?: boolean
}

async function postAs(client: Client, channelId: string): Promise<{ readonly id: string }> {
  const body = { content: 'I am a bot.' }
  return (await client.rest.post(`/channels/${channelId}/messages`, { body })) as { readonly id: string }
}
