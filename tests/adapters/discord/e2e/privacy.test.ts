import type { APIMessage } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { type Discord, startDiscord } from './start-discord.ts'

/** A word that stands nowhere else, so that any trace of it comes from a person. */
const canary = 'zorblaxium'

/** An ordinary question, ones with an answer, a card or a line of their own, another language, a title, and hostile text. */
const texts = [
  `does ${canary} lower my serotonin`,
  `What is tryptophan? ${canary}`,
  `I want to kill myself with ${canary}`,
  `I took 40 pills of ${canary}`,
  `Should I stop my ${canary} pills?`,
  `Do I have depression or ${canary}?`,
  `Qué es ${canary} y por qué lo tengo`,
  canary,
  `@everyone @here <@&1> <@1> <#1> ||${canary}|| [${canary}](https://example.org/) \`\`\`${canary}\`\`\` \u202e${canary}`,
]

describe('what somebody writes', () => {
  it.each<[string, (ann: Someone, text: string, discord: Discord) => Promise<unknown>]>([
    ['a command', (ann, text) => ann.ask(text)],
    ['a command whose answer everyone sees', (ann, text) => ann.ask(text, { visible: 'everyone' })],
    ['a title', (ann, text) => ann.slash('topics', { document: text.slice(0, 100) })],
    ['half a sentence', (ann, text) => ann.type('ask', 'question', text)],
    ['half a title', (ann, text) => ann.type('ask', 'document', text)],
    ['"Answer this"', (ann, text) => ann.answerThis(ann.write(text))],
    ['a direct message', (ann, text, { answerTo }) => answerTo(ann.inDirectMessages().write(text))],
    ['a mention', (ann, text, { answerTo }) => answerTo(ann.mention(text))],
    [
      'a mention, and every button after it',
      async (ann, text, { answerTo }) => pressAll(ann, await answerTo(ann.mention(text))),
    ],
    ['a command, and every button after it', async (ann, text) => pressAll(ann, await ann.ask(text))],
  ])(
    'by %s is in no request of the bot, no line of the log and nothing that the operator is told',
    async (_, write) => {
      const discord = await startDiscord()
      const people = texts.map((text) => {
        // A second crisis in one channel would get no line.
        return { text, ann: discord.someone({}, discord.addChannel({ guild: discord.guild })) }
      })

      await Promise.all(people.map(({ text, ann }) => write(ann, text, discord)))

      await discord.settled()
      const sent = JSON.stringify(discord.requests).toLowerCase()
      expect(discord.requestCount()).toBeGreaterThanOrEqual(texts.length)
      for (const trace of [canary, '@everyone', '@here', '<@', '<#', 'example.org']) expect(sent).not.toContain(trace)
      for (const said of [discord.logged(), discord.told()]) {
        expect(said).not.toContain(canary)
        expect(said).not.toContain(discord.token)
        for (const { ann } of people) expect(said).not.toContain(ann.person.id)
      }
    },
  )
})

async function pressAll(somebody: Someone, message: APIMessage): Promise<void> {
  const labels = shown(message).buttons.filter((label) => label !== english.chat.buttons.delete)
  await Promise.all(labels.map((label) => somebody.press(message, label)))
}
