import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, type SlackOptions, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'
const answerWords = 'Tryptophan is an amino acid.'
const smallTalk = 'thanks'

describe.concurrent.each(modes)(
  'a message in a thread that the bot was asked in, with the optional scopes, over %s',
  (mode) => {
    const options = { mode, history: true }

    it('is answered without a new mention', async ({ onTestFinished: onFinished }) => {
      const { slack, ann, begun } = await askedIn({ ...options, onFinished })

      const answer = await slack.answerTo(ann.write(question, { threadTs: begun.ts }))

      expect(answer.thread_ts).toBe(begun.ts)
      expect(shown(answer).text).toContain(answerWords)
      expect(shown(answer).text).toContain(english.disclaimer.text)
    })

    it.for([
      ['a question that there is no answer to', 'sodium', english['not-found'].plain],
      ['small talk', smallTalk, english['small-talk'].thanks.say],
    ] as const)('is answered where its asker writes %s', async ([, text, words], { onTestFinished: onFinished }) => {
      const { slack, ann, begun } = await askedIn({ ...options, onFinished })

      const answer = await slack.answerTo(ann.write(text, { threadTs: begun.ts }))

      expect(shown(answer).text).toContain(words)
    })

    it('is answered where somebody else writes what the bot has an answer to', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, begun } = await askedIn({ ...options, onFinished })

      const answer = await slack.answerTo(slack.someone().write(question, { threadTs: begun.ts }))

      expect(shown(answer).text).toContain(answerWords)
    })

    it('gets the line about help where somebody else writes that they are in a crisis', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, begun } = await askedIn({ ...options, onFinished })

      const line = await slack.answerTo(slack.someone().write('I want to kill myself', { threadTs: begun.ts }))

      expect(shown(line).text).toContain(english.help.public.urgent)
    })

    it('gets a neutral line where somebody else asks what is better read alone', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, begun } = await askedIn({ ...options, onFinished })

      const line = await slack.answerTo(slack.someone().write('Should I stop my pills?', { threadTs: begun.ts }))

      expect(shown(line).text).toContain(english.help.public.private)
      expect(shown(line).buttons).toEqual([english.help.public.button])
    })

    it('is not answered where others talk among themselves, and where it is no message of a person', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, ann, begun } = await askedIn({ ...options, onFinished })
      const { someone, botWrites, channel } = slack
      const here = { threadTs: begun.ts }

      const written = [
        someone().write(smallTalk, here),
        someone().write('sodium', here),
        ann.write(`<@${someone().person.id}> ${smallTalk}`, here),
        ann.write('', { ...here, file: 'notes.txt' }),
        ann.write(question, { ...here, broadcast: true }),
        botWrites(question, { ...here, channel }),
        botWrites(question, { ...here, channel, oldStyle: true }),
      ]

      await slack.settled()
      const next = await slack.answerTo(ann.mention('What do receptors do?', here))
      expect(written.map(slack.answersTo)).toEqual(written.map(() => [next]))
      expect(shown(next).text).toContain('Receptors are there to receive serotonin.')
    })

    it('is answered where somebody has asked in it who did not begin it', async ({ onTestFinished: onFinished }) => {
      const { slack, begun } = await askedIn({ ...options, onFinished })
      const ben = slack.someone()
      await slack.answerTo(ben.mention(question, { threadTs: begun.ts }))

      const answer = await slack.answerTo(ben.write('sodium', { threadTs: begun.ts }))

      expect(shown(answer).text).toContain(english['not-found'].plain)
    })

    it('costs nobody a question where the bot passes over it', async ({ onTestFinished: onFinished }) => {
      const { slack, begun } = await askedIn({ ...options, onFinished })
      const ben = slack.someone()
      for (let number = 0; number < 8; number += 1) ben.write(smallTalk, { threadTs: begun.ts })
      await slack.settled()

      const answer = await slack.answerTo(ben.mention(question, { threadTs: begun.ts }))

      expect(shown(answer).text).toContain(answerWords)
    })

    it('is answered once where it mentions the bot, though it is delivered twice', async ({
      onTestFinished: onFinished,
    }) => {
      const { slack, ann, begun } = await askedIn({ ...options, onFinished })
      const asked = ann.mention(question, { threadTs: begun.ts })
      await slack.settled()

      ann.write('What do receptors do?', { threadTs: begun.ts })

      await slack.until(() => slack.answersTo(asked).length === 2, 'the answer to the next question')
      expect(slack.answersTo(asked).map((each) => shown(each).text.includes(answerWords))).toEqual([true, false])
    })
  },
)

describe.concurrent.each(modes)('a message in a thread under an answer that somebody shared, over %s', (mode) => {
  it('is answered with the optional scopes, after a restart too', async ({ onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished, history: true })
    const ann = slack.someone()
    await ann.press(await ann.ask('What do receptors do?'), english.chat.buttons.share)
    const [shared] = slack.visible(slack.channel)
    await slack.restart()

    const answer = await slack.answerTo(slack.someone().write(question, { threadTs: shared?.ts ?? '' }))

    expect(shown(answer).text).toContain(answerWords)
  })
})

describe.concurrent.each(modes)(
  'a message in a thread that the bot was asked in, without the optional scopes, over %s',
  (mode) => {
    it('is not delivered, and needs a mention', async ({ onTestFinished: onFinished }) => {
      const { slack, ann, begun } = await askedIn({ mode, onFinished })
      const written = ann.write(question, { threadTs: begun.ts })
      await slack.settled()

      const answer = await slack.answerTo(ann.mention('What do receptors do?', { threadTs: begun.ts }))

      expect(slack.answersTo(written)).toEqual([answer])
      expect(shown(answer).text).toContain('Receptors are there to receive serotonin.')
    })
  },
)

/** Somebody has asked by a mention, and was answered. */
async function askedIn(options: SlackOptions) {
  const slack = await startSlack(options)
  const ann = slack.someone()
  const begun = ann.mention('What do receptors do?')
  await slack.answerTo(begun)
  return { slack, ann, begun }
}
