import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { templates } from '../../../responder/shipped-bot.ts'
import type { Ephemeral, Message, View } from '../../../stand-ins/slack/message.ts'
import { shown } from './shown.ts'
import type { Someone } from './someone.ts'
import { modes, type Slack, startSlack } from './start-slack.ts'

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
  `<!channel> <!here> <@U0FAKE00001> <#C0FAKE00001> *${canary}* <https://example.org/|${canary}> \`\`\`${canary}\`\`\` \u202e${canary}`,
]

describe.each(modes)('what somebody writes, over %s,', (mode) => {
  it.each<[string, (ann: Someone, text: string, slack: Slack) => Promise<unknown>]>([
    ['"Answer this"', (ann, text) => ann.answerThis(ann.write(text))],
    [
      '"Answer this" on what somebody else wrote',
      (ann, text, { someone }) => ann.answerThis(someone({}, ann.channel).write(text)),
    ],
    ['a direct message', (ann, text, { answerTo }) => answerTo(ann.inDirectMessages().write(text))],
    ['a command, and every button after it', async (ann, text) => pressAll(ann, await ann.ask(text))],
    [
      'a mention, and every button after it',
      async (ann, text, { answerTo }) => pressAll(ann, await answerTo(ann.mention(text))),
    ],
  ])(
    'by %s is in no call of the bot, no line of the log, no other output and nothing that the operator is told',
    async (_, write) => {
      const output = captureOutput()
      const slack = await startSlack({ mode })
      const people = texts.map((text) => ({ text, ann: slack.someone({}, slack.addChannel()) }))

      await Promise.all(people.map(({ text, ann }) => write(ann, text, slack)))

      await slack.settled()
      const sent = JSON.stringify(slack.calls).toLowerCase()
      expect(slack.callCount()).toBeGreaterThanOrEqual(texts.length)
      for (const trace of [canary, '<!', '<@', '<#', 'example.org']) expect(sent).not.toContain(trace)
      for (const said of [slack.logged(), slack.told(), output()]) {
        expect(said).not.toContain(canary)
        for (const secret of [slack.botToken, slack.appToken, slack.signingSecret]) expect(said).not.toContain(secret)
        for (const { ann } of people) expect(said).not.toContain(ann.person.id)
      }
    },
  )
})

async function pressAll(somebody: Someone, seen: Message | Ephemeral | View): Promise<void> {
  const labels = shown(seen).buttons.filter((label) => !deleting.has(label))
  await Promise.all(labels.map((label) => somebody.press(seen, label)))
}

const deleting: ReadonlySet<string> = new Set([...templates.values()].map(({ chat }) => chat.buttons.delete))

/** Takes what goes to the standard streams and the console instead of them. */
function captureOutput(): () => string {
  const chunks: string[] = []
  const take = (...said: readonly unknown[]) => {
    chunks.push(...said.map(String))
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(process.stderr, 'write').mockImplementation(take),
    ...(['debug', 'log', 'info', 'warn', 'error'] as const).map((way) =>
      vi.spyOn(console, way).mockImplementation((...said) => void take(...said)),
    ),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return () => chunks.join('')
}
