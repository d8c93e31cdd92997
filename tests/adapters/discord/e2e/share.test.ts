import { type APIMessage, MessageFlags } from 'discord.js'
import { expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const { buttons, notes } = english.chat

it('"Share with everyone" posts the answer through the channel, in the name of the bot and without that of the person', async () => {
  const { discord, ann, answer } = await askedPrivately()

  const note = shown(await ann.press(answer, buttons.share))

  const [shared, ...others] = discord.visible(discord.channel.id)
  expect(others).toEqual([])
  expect(shared?.author.id).toBe(discord.bot.id)
  expect(shared?.interaction_metadata).toBeUndefined()
  expect(shared?.message_reference).toBeUndefined()
  expect(JSON.stringify(shared)).not.toMatch(new RegExp(`${ann.person.id}|${ann.person.user.username}`))
  expect(note).toMatchObject({ isPrivate: true, text: notes.shared })
})

it('a shared answer has its source, the disclaimer, related topics and a delete button', async () => {
  const { discord, ann, answer } = await askedPrivately()

  await ann.press(answer, buttons.share)

  const shared = shown(onlyOneIn(discord))
  expect(shared.text).toContain('Tryptophan is an amino acid.')
  expect(shared.text).toContain('Source: Askvity')
  expect(shared.text).toContain(english.disclaimer.text)
  expect(shared.buttons).toEqual(['Genetics', 'Stress', 'Gut health', buttons.delete, 'Get support'])
})

it('a second press shares no second time', async () => {
  const { discord, ann, answer } = await askedPrivately()
  await ann.press(answer, buttons.share)

  const note = shown(await ann.press(answer, buttons.share))

  await discord.settled()
  expect(note.isPrivate).toBe(true)
  expect(discord.visible(discord.channel.id)).toHaveLength(1)
})

it('two presses at the same time share once', async () => {
  const { discord, ann, answer } = await askedPrivately()

  await Promise.all([ann.press(answer, buttons.share), ann.press(answer, buttons.share)])

  await discord.settled()
  expect(discord.visible(discord.channel.id)).toHaveLength(1)
})

it('the sharer can delete what they shared, which nobody else can', async () => {
  const { discord, ann, answer } = await askedPrivately()
  await ann.press(answer, buttons.share)
  const shared = onlyOneIn(discord)

  const refused = shown(await discord.someone().press(shared, buttons.delete))
  const before = discord.visible(discord.channel.id)
  const done = shown(await ann.press(shared, buttons.delete))

  expect(refused).toMatchObject({ isPrivate: true, text: notes['cannot-delete'] })
  expect(before).toEqual([shared])
  expect(done).toMatchObject({ isPrivate: true, text: notes.deleted })
  expect(discord.visible(discord.channel.id)).toEqual([])
})

it('an answer is shared in the thread where it was asked for', async () => {
  const discord = await startDiscord()
  const thread = discord.addChannel({ parent: discord.channel })
  const ann = discord.someone({}, thread)

  await ann.press(await ann.ask('What is tryptophan?'), buttons.share)

  expect(discord.visible(thread.id)).toHaveLength(1)
  expect(discord.visible(discord.channel.id)).toEqual([])
})

it('where the bot may not post, it does not try, and the person is told that nobody else sees the answer', async () => {
  const discord = await startDiscord()
  const quiet = discord.addChannel({ guild: discord.guild, denied: 'send' })
  const ann = discord.someone({}, quiet)

  const note = shown(await ann.press(await ann.ask('What is tryptophan?'), buttons.share))

  expect(note).toMatchObject({ isPrivate: true, text: notes['cannot-post'] })
  expect(discord.requests.filter(({ path }) => path.startsWith(`/channels/${quiet.id}`))).toEqual([])
})

it('a press after one that failed shares after all, or does not say that it did', async () => {
  const { discord, ann, answer } = await askedPrivately()
  discord.faults.add({ match: { method: 'POST', path: /\/messages$/ }, kind: 'status', status: 403, code: 50_013 })
  const first = shown(await ann.press(answer, buttons.share))

  const second = shown(await ann.press(answer, buttons.share))

  expect(first.text).toBe(notes['cannot-post'])
  const isShared = discord.visible(discord.channel.id).length === 1
  expect(second.text).toBe(isShared ? notes.shared : notes['cannot-post'])
})

async function askedPrivately() {
  const discord = await startDiscord()
  const ann = discord.someone()
  return { discord, ann, answer: await ann.ask('What is tryptophan?') }
}

function onlyOneIn({ visible, channel }: Discord): APIMessage {
  const [message, ...others] = visible(channel.id)
  if (message === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} messages`)
  return message
}

it('nobody posts through the bot where they may not write themselves', async () => {
  const { discord, ann, answer } = await askedPrivately()
  const silenced = { ...ann.person, permissions: 0n }
  const { channel } = discord

  const pressed = discord.press({ user: silenced, channel, message: answer, label: buttons.share })
  const asked = discord.slash({
    user: silenced,
    channel,
    command: 'ask',
    options: { question: 'What is tryptophan?', visible: 'everyone' },
  })

  expect((await pressed.callback).data.content).toBe(notes['cannot-post'])
  expect(((await asked.callback).data.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0)
  expect(discord.visible(channel.id)).toEqual([])
})
