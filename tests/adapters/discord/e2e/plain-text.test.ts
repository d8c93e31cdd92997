import { type APIMessage, MessageFlags } from 'discord.js'
import { expect, it } from 'vitest'
import { botOverSections } from '../../bot-over-sections.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { type Discord, startDiscord } from './start-discord.ts'

const question = 'What is tryptophan?'
const { share } = english.chat.buttons

it.each<[string, (ann: Someone, discord: Discord) => Promise<APIMessage>]>([
  ['a command', (ann) => ann.ask(question)],
  ['a command that shows the answer to everyone', (ann) => ann.ask(question, { visible: 'everyone' })],
  ['a mention', (ann, { answerTo }) => answerTo(ann.mention(question))],
  ['"Answer this"', (ann) => ann.answerThis(ann.write(question))],
  ['a button', async (ann) => ann.press(await ann.ask('stress'), 'Diet')],
  [
    'sharing',
    async (ann, { nextMessage, channel }) => {
      const answer = await ann.ask(question)
      const shared = nextMessage(channel.id)
      await ann.press(answer, share)
      return shared
    },
  ],
])('DISCORD_PLAIN_TEXT has %s answered as text, with source, disclaimer and buttons', async (_, ask) => {
  const discord = await startDiscord({ settings: { plainText: true } })

  const answer = await ask(discord.someone(), discord)

  expect((answer.flags ?? 0) & MessageFlags.IsComponentsV2).toBe(0)
  expect(answer.content).toContain('Tryptophan is an amino acid.')
  expect(answer.content).toContain('Source: Askvity')
  expect(answer.content).toContain(english.disclaimer.text)
  expect(shown(answer).buttons).toEqual(expect.arrayContaining(['Stress', english.help.buttons.support]))
})

it('DISCORD_PLAIN_TEXT has topics listed as text', async () => {
  const { someone } = await startDiscord({ settings: { plainText: true } })

  const topics = await someone().slash('topics')

  expect(topics.content).toContain(english.topics.intro)
  expect(shown(topics).options).toHaveLength(12)
})

it('DISCORD_PLAIN_TEXT keeps the disclaimer on every message of a long answer', async () => {
  const tides = Array.from({ length: 10 }, () => 'The water comes in and goes out again. '.repeat(8)).join('\n\n')
  const bot = botOverSections({ Tides: tides })
  const { someone, settled, answersTo } = await startDiscord({ bot, settings: { plainText: true } })

  const asked = someone().mention('tides')
  await settled()

  const answers = answersTo(asked)
  expect(answers).toHaveLength(2)
  for (const { content } of answers) expect(content).toContain(english.disclaimer.text)
})
