import { MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../../stand-ins/discord/channel.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const question = 'What is tryptophan?'
const { buttons, notes } = english.chat

/** Places in which the bot is no member: only people who installed it for themselves use it there. */
const places: readonly (readonly [string, Place])[] = [
  [
    'the direct messages between two people',
    {
      isDrawn: false,
      open: ({ addChannel, addPerson }) => addChannel({ kind: 'private', recipients: [addPerson()] }),
    },
  ],
  [
    'a group',
    {
      isDrawn: false,
      open: ({ addChannel, addPerson }) => addChannel({ kind: 'group', recipients: [addPerson(), addPerson()] }),
    },
  ],
  [
    'a server that has not added the bot',
    { isDrawn: true, open: ({ addChannel, addGuild }) => addChannel({ guild: addGuild({ botIsMember: false }) }) },
  ],
]

type Place = {
  readonly open: (discord: Discord) => Channel
  /** Answers are drawn with components here. */
  readonly isDrawn: boolean
}

describe.each(places)('in %s, somebody who installed the bot for themselves', (_place, { open, isDrawn }) => {
  it('gets an answer that only they see, with source, disclaimer and related topics', async () => {
    const { discord, ann, place } = await startIn(open)

    const message = await ann.ask(question)

    const answer = shown(message)
    expect(((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0).toBe(isDrawn)
    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Tryptophan is an amino acid.')
    expect(answer.text).toContain('Source: Askvity')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toEqual(['Genetics', 'Stress', 'Gut health', buttons.share, 'Get support'])
    expect(discord.visible(place.id)).toEqual([])
  })

  it('is warned that their name will be visible before anything is shared', async () => {
    const { discord, ann, place } = await startIn(open)

    const warning = shown(await ann.press(await ann.ask(question), buttons.share))

    await discord.settled()
    expect(warning.isPrivate).toBe(true)
    expect(warning.text).toBe(notes.named)
    expect(warning.text).toContain('your name will be visible')
    expect(warning.buttons).toEqual([buttons['share-named']])
    expect(discord.visible(place.id)).toEqual([])
  })

  it('can share after that, with their name, and take it back, which nobody else can', async () => {
    const { discord, ann, place } = await startIn(open)
    const warning = await ann.press(await ann.ask(question), buttons.share)

    const shared = await ann.press(warning, buttons['share-named'])
    const before = discord.visible(place.id)
    const refused = shown(await discord.someone({}, place).press(shared, buttons.delete))
    discord.press({ user: ann.person, channel: place, message: shared, label: buttons.delete })
    await discord.settled()

    expect(before.map(({ id }) => id)).toEqual([shared.id])
    expect(shared.interaction_metadata?.user.id).toBe(ann.person.id)
    expect(shown(shared).text).toContain('Tryptophan is an amino acid.')
    expect(shown(shared).text).toContain(english.disclaimer.text)
    expect(refused).toMatchObject({ isPrivate: true, text: notes['cannot-delete'] })
    expect(discord.visible(place.id)).toEqual([])
  })

  it('can show an answer to everyone, with their name', async () => {
    const { discord, ann, place } = await startIn(open)

    const answer = await ann.ask(question, { visible: 'everyone' })

    expect(discord.visible(place.id).map(({ id }) => id)).toEqual([answer.id])
    expect(shown(answer).buttons).toContain(buttons.delete)
  })

  it.each([
    ['a crisis', 'I want to kill myself', 'Please reach a person now.'],
    ['a question about their medicine', 'Should I stop my pills?', 'ask your prescriber'],
  ])('gets the answer to %s alone, with nothing to share', async (_what, text, words) => {
    const { discord, ann, place } = await startIn(open)

    const answer = shown(await ann.ask(text, { visible: 'everyone' }))

    await discord.settled()
    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(words)
    expect(answer.buttons).not.toContain(buttons.share)
    expect(discord.visible(place.id)).toEqual([])
  })

  it('has a message answered by its menu', async () => {
    const { discord, ann, place } = await startIn(open)
    const message = discord.someone({}, place).write(question)

    const answer = shown(await ann.answerThis(message))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })

  it('is answered by responses alone: the bot asks for nothing that only a member may do', async () => {
    const { discord, ann } = await startIn(open)
    const warning = await ann.press(await ann.ask(question), buttons.share)

    await ann.press(warning, buttons['share-named'])

    await discord.settled()
    expect(discord.requests.filter(({ path }) => /^\/(?:channels|users\/@me\/channels)/.test(path))).toEqual([])
  })
})

describe('somebody who installed the bot for themselves, in a server that has added it', () => {
  it('shares through the channel, without their name', async () => {
    const discord = await startDiscord()
    const { guild, channel } = discord
    const ann = discord.addPerson()
    const here = { user: ann, channel, integrationOwners: { 0: guild.id, 1: ann.id } }
    const [answer] = await discord.slash({ ...here, command: 'ask', options: { question } }).responses(1)

    await discord.press({ ...here, message: answer ?? { id: '' }, label: buttons.share }).responses(1)

    const [shared] = discord.visible(channel.id)
    expect(shared?.interaction_metadata).toBeUndefined()
    expect(shared?.author.id).toBe(discord.bot.id)
  })
})

async function startIn(open: Place['open']) {
  const discord = await startDiscord()
  const place = open(discord)
  return { discord, place, ann: discord.someone({}, place) }
}
