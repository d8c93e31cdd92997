import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { english, wordsIn } from '../../english.ts'
import { turnClock } from '../../turn-clock.ts'
import { shown } from './shown.ts'
import { type Discord, startDiscord } from './start-discord.ts'

/** Issue 3, "In public places", word for word. */
const neutralLine =
  'If anyone may be in danger, call your local emergency number now. Press below for people to talk to; only you will see it.'
const cardWords = 'Please reach a person now.'
const button = english.help.public.button

describe('a mention in a crisis', () => {
  it.each([
    ['a crisis', 'I want to kill myself'],
    ['a crisis of a friend', 'my friend wants to kill himself'],
    ['abuse', 'he is beating me'],
    ['an emergency', 'I took 40 pills'],
  ])('gets one public line for %s, always the same, which quotes nothing and names no condition', async (_, text) => {
    const { someone, settled, answersTo, privateTo } = await startDiscord()
    const ann = someone()

    const asked = ann.mention(text)
    await settled()

    const [line, ...others] = answersTo(asked)
    expect(others).toEqual([])
    expect(line?.content).toBe(`${neutralLine}\n\n-# ${english.disclaimer.short}`)
    expect(line && shown(line).buttons).toEqual([button])
    expect(line?.message_reference?.message_id).toBe(asked.id)
    expect(privateTo(ann.person.id)).toEqual([])
  })

  it('gets that line in the language of the server', async () => {
    const { someone, answerTo, addGuild, addChannel } = await startDiscord()
    const paris = addChannel({ guild: addGuild({ locale: 'fr' }) })

    const line = await answerTo(someone({}, paris).mention('je veux me tuer'))

    expect(line.content).toContain(wordsIn('fr').help.public.urgent)
    expect(line.content).toContain(wordsIn('fr').disclaimer.short)
  })

  it('leads the asker to their card by its button, which only they see', async () => {
    const { ann, line, discord } = await lineFor('I want to kill myself')

    const card = await ann.press(line, button)

    expect(shown(card).isPrivate).toBe(true)
    expect(card.content).toContain(cardWords)
    expect(card.content).toContain('<https://findahelpline.com>')
    expect(card.content).toContain(english.disclaimer.text)
    expect(shown(card).buttons).toEqual([english.help.buttons.countries, english.help.buttons.show])
    expect(discord.visible(discord.channel.id)).toHaveLength(2)
  })

  it('leads the asker to a shorter card when they press again', async () => {
    const { ann, line } = await lineFor('I want to kill myself')
    const first = await ann.press(line, button)

    const again = await ann.press(line, button)

    expect(again.content).toContain('It sounds as if things are still very hard.')
    expect(again.content).toContain(english.disclaimer.text)
    expect(again.content.length).toBeLessThan(first.content.length)
  })

  it('leads everybody else to people to talk to, and not to the card', async () => {
    const { discord, line } = await lineFor('I want to kill myself')

    const help = shown(await discord.someone().press(line, button))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.help.support.intro)
    expect(help.text).toContain('<https://findahelpline.com>')
    expect(help.text).toContain(english.disclaimer.text)
    expect(help.text).not.toContain(cardWords)
    expect(help.options).toContain('Ireland')
  })
})

describe('a second mention in a crisis, in the same channel within ten minutes', () => {
  it('gets no second line: somebody else gets their card directly, and the line that stands leads everybody to their own', async () => {
    const { discord, ann, line } = await lineFor('I want to kill myself')
    const bob = discord.someone()

    bob.mention('my friend wants to kill himself')
    await discord.settled()

    expect(linesIn(discord)).toEqual([line.id])
    const [direct, ...others] = discord.privateTo(bob.person.id)
    expect(others).toEqual([])
    expect(direct?.content).toContain('Are you thinking about suicide?')
    expect(direct?.content).toContain(english.disclaimer.text)
    const [toAnn, toBob] = [await ann.press(line, button), await bob.press(line, button)]
    expect(toAnn.content).toContain(cardWords)
    expect(toBob.content).toContain('Are you thinking about suicide?')
  })

  it('gets no second line: the same person gets their card directly', async () => {
    const { discord, ann, line } = await lineFor('I want to kill myself')

    ann.mention('I want to die')
    await discord.settled()

    expect(linesIn(discord)).toEqual([line.id])
    expect(discord.privateTo(ann.person.id).map(({ content }) => content)).toEqual([expect.stringContaining(cardWords)])
  })

  it('gets a line of its own in another channel', async () => {
    const { discord, ann } = await lineFor('I want to kill myself')
    const other = discord.addChannel({ guild: discord.guild })

    const line = await discord.answerTo(ann.goTo(other).mention('I want to die'))

    expect(line.content).toContain(neutralLine)
  })

  it('gets no second line after nine minutes either', async () => {
    const { discord, ann, line } = await lineFor('I want to kill myself')
    turnClock(9)

    ann.mention('I want to die')
    await discord.settled()

    expect(linesIn(discord)).toEqual([line.id])
    expect(discord.privateTo(ann.person.id)).toHaveLength(1)
  })

  it('gets a line again once the ten minutes are over', async () => {
    const { discord, ann } = await lineFor('I want to kill myself')
    turnClock(10.1)

    const line = await discord.answerTo(ann.mention('I want to die'))

    expect(line.content).toContain(neutralLine)
  })
})

describe('"This isn\'t about me"', () => {
  it('shows the person the answer that they asked for, with help kept in view', async () => {
    const { ann, line } = await lineFor('Which medicines affect serotonin? I want to die')
    const card = await ann.press(line, button)

    const answer = shown(await ann.press(card, english.help.buttons.show))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('If that changes, for you or for anyone, these people listen.')
    expect(answer.text).toContain('<https://findahelpline.com>')
    expect(answer.text).toContain('Some medicines can get in the way of serotonin.')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).not.toContain(english.chat.buttons.share)
  })
})

describe('a line whose question is no longer held', () => {
  it.each<[string, (discord: Discord) => unknown]>([
    ['after a quarter of an hour', () => turnClock(15.1)],
    ['after the bot was started anew', ({ restart }) => restart()],
  ])('asks the asker to ask again, with people to talk to, %s', async (_, pass) => {
    const { discord, ann, line } = await lineFor('I want to kill myself')
    await pass(discord)

    const own = shown(await ann.press(line, button))
    const others = shown(await discord.someone().press(line, button))

    expect(own.text).toContain(english.chat.notes['ask-again'])
    expect(others.text).not.toContain(english.chat.notes['ask-again'])
    for (const help of [own, others]) {
      expect(help.isPrivate).toBe(true)
      expect(help.text).toContain(english.help.support.intro)
      expect(help.text).toContain(english.disclaimer.text)
      expect(help.options).toContain('Ireland')
    }
  })

  it('asks to ask again where a card says that it is not about the person, too', async () => {
    const { ann, line } = await lineFor('I want to kill myself')
    const card = await ann.press(line, button)
    turnClock(15.1)

    const help = shown(await ann.press(card, english.help.buttons.show))

    expect(help.isPrivate).toBe(true)
    expect(help.text).toContain(english.chat.notes['ask-again'])
    expect(help.text).toContain(english.help.support.intro)
  })
})

async function lineFor(text: string) {
  const discord = await startDiscord()
  const ann = discord.someone()
  const line: APIMessage = await discord.answerTo(ann.mention(text))
  return { discord, ann, line }
}

/** Ids of what the bot said for all to see. */
function linesIn({ visible, channel, bot }: Discord): readonly string[] {
  return visible(channel.id).flatMap(({ id, author }) => (author.id === bot.id ? [id] : []))
}
