import { type APIMessage, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const question = 'What is tryptophan?'
const { buttons, notes } = english.chat

describe('a question that its asker deletes', () => {
  it('takes the public answer with it', async () => {
    const discord = await startDiscord()
    const asked = discord.someone().mention(question)
    await discord.answerTo(asked)

    discord.deleteMessage(asked.id)

    await discord.settled()
    expect(visibleIn(discord)).toEqual([])
  })

  it('takes the public answer with it where many messages are deleted at once, and no other', async () => {
    const discord = await startDiscord()
    const asked = Array.from({ length: 3 }, () => discord.someone().mention(question))
    const answers = await Promise.all(asked.map(discord.answerTo))

    discord.bulkDelete(idsOf(asked.slice(0, 2)))

    await discord.settled()
    expect(visibleIn(discord)).toEqual(idsOf([...asked.slice(2), ...answers.slice(2)]))
  })

  it('while the bot is still typing gets no answer', async () => {
    const discord = await startDiscord()
    const typing = discord.faults.add({ match: { path: /\/typing$/ }, kind: 'delay', ms: 300 })
    const asked = discord.someone().mention(question)
    await discord.waitFor(({ path }) => path.endsWith('/typing'), 'typing')

    discord.deleteMessage(asked.id)

    await discord.settled()
    expect(typing.hits()).toBe(1)
    expect(visibleIn(discord)).toEqual([])
    expect(discord.requests.filter(({ path }) => path.endsWith('/messages'))).toEqual([])
  })

  it('while its answer is under way takes that with it as soon as it stands there', async () => {
    const discord = await startDiscord()
    const post = discord.faults.add({ match: { path: /\/messages$/ }, kind: 'delay', ms: 200 })
    const asked = discord.someone().mention(question)
    await discord.waitFor(({ path }) => path.endsWith('/messages'), 'the answer')

    discord.deleteMessage(asked.id)

    const { status } = await discord.waitFor(({ method }) => method === 'DELETE', 'the deletion')
    await discord.settled()
    expect(post.hits()).toBe(1)
    expect(status).toBe(204)
    expect(visibleIn(discord)).toEqual([])
  })

  it('takes the line about a private answer with it', async () => {
    const discord = await startDiscord()
    const asked = discord.someone().mention('Should I stop my pills?')
    await discord.answerTo(asked)

    discord.deleteMessage(asked.id)

    await discord.settled()
    expect(visibleIn(discord)).toEqual([])
  })

  it('takes the line about help with the last of the questions that it stands for', async () => {
    const discord = await startDiscord()
    const ann = discord.someone()
    const first = ann.mention('I want to kill myself')
    await discord.answerTo(first)
    const second = ann.mention('I really want to kill myself')
    await discord.settled()

    discord.deleteMessage(first.id)
    await discord.settled()
    expect(visibleIn(discord)).toHaveLength(2)

    discord.deleteMessage(second.id)
    await discord.settled()
    expect(visibleIn(discord)).toEqual([])
  })

  it('takes the line about help with it, so that the next one in a crisis gets a line again', async () => {
    const discord = await startDiscord()
    const asked = discord.someone().mention('I want to kill myself')
    await discord.settled()

    discord.deleteMessage(asked.id)

    await discord.settled()
    expect(visibleIn(discord)).toEqual([])
    const line = await discord.answerTo(discord.someone().mention('I want to kill myself'))
    expect(line.content).toContain(english.help.public.urgent)
  })

  it('while the line about help is under way takes that with it, and the next one gets a line all the same', async () => {
    const discord = await startDiscord()
    discord.faults.add({ match: { path: /\/messages$/ }, kind: 'delay', ms: 200 })
    const asked = discord.someone().mention('I want to kill myself')
    await discord.waitFor(({ path }) => path.endsWith('/messages'), 'the line')

    discord.deleteMessage(asked.id)

    await discord.waitFor(({ method }) => method === 'DELETE', 'the deletion')
    await discord.settled()
    expect(visibleIn(discord)).toEqual([])
    const next = discord.someone().mention('I want to kill myself')
    await discord.settled()
    expect(discord.answersTo(next).map(({ content }) => content)).toEqual([
      expect.stringContaining(english.help.public.urgent),
    ])
  })

  it('leaves the line about help where others have their question under it', async () => {
    const discord = await startDiscord()
    const bob = discord.someone()
    const asked = discord.someone().mention('I want to kill myself')
    const line = await discord.answerTo(asked)
    bob.mention('I want to die')
    await discord.settled()

    discord.deleteMessage(asked.id)

    await discord.settled()
    expect(visibleIn(discord)).toContain(line.id)
    expect((await bob.press(line, english.help.public.button)).content).toContain('Please reach a person now.')
  })

  it('leaves the answers to others alone', async () => {
    const discord = await startDiscord()
    const asked = discord.someone().mention(question)
    const answer = await discord.answerTo(asked)
    const other = discord.someone().write('Good morning!')

    discord.deleteMessage(other.id)

    await discord.settled()
    expect(visibleIn(discord)).toEqual([asked.id, answer.id])
  })
})

describe.each<[string, (discord: Discord, asker: ReturnType<Discord['someone']>) => Promise<APIMessage>]>([
  ['a mention', ({ answerTo }, asker) => answerTo(asker.mention(question))],
  ['a command that shows it to everyone', (_, asker) => asker.ask(question, { visible: 'everyone' })],
])('"Delete this answer" under the answer to %s', (_, askIn) => {
  it('deletes it for its asker, and says so to them alone', async () => {
    const discord = await startDiscord()
    const ann = discord.someone()
    const answer = await askIn(discord, ann)

    const note = shown(await ann.press(answer, buttons.delete))

    expect(note).toMatchObject({ isPrivate: true, text: notes.deleted })
    expect(visibleIn(discord)).not.toContain(answer.id)
  })

  it.each([
    ['may delete messages', PermissionFlagsBits.ManageMessages],
    ['may do everything', PermissionFlagsBits.Administrator],
  ])('deletes it for a moderator, who %s', async (_may, permissions) => {
    const discord = await startDiscord()
    const answer = await askIn(discord, discord.someone())

    const note = shown(await discord.someone({ permissions }).press(answer, buttons.delete))

    expect(note).toMatchObject({ isPrivate: true, text: notes.deleted })
    expect(visibleIn(discord)).not.toContain(answer.id)
  })

  it('refuses everybody else, in private', async () => {
    const discord = await startDiscord()
    const answer = await askIn(discord, discord.someone())

    const note = shown(await discord.someone().press(answer, buttons.delete))

    await discord.settled()
    expect(note).toMatchObject({ isPrivate: true, text: notes['cannot-delete'] })
    expect(visibleIn(discord)).toContain(answer.id)
  })

  it('still works for its asker after the bot was started anew, and for nobody else', async () => {
    const discord = await startDiscord()
    const ann = discord.someone()
    const answer = await askIn(discord, ann)
    await discord.restart()

    const refused = shown(await discord.someone().press(answer, buttons.delete))
    const note = shown(await ann.press(answer, buttons.delete))

    expect(refused.text).toBe(notes['cannot-delete'])
    expect(note.text).toBe(notes.deleted)
    expect(visibleIn(discord)).not.toContain(answer.id)
  })
})

function visibleIn({ visible, channel }: Discord): readonly string[] {
  return idsOf(visible(channel.id))
}

function idsOf(messages: readonly APIMessage[]): readonly string[] {
  return messages.map(({ id }) => id)
}
