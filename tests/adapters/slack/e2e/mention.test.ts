import { describe, expect, it } from 'vitest'
import { createContractBot } from '../../adapter-contract-bot.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, type Slack, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'

describe.concurrent.each(modes)('a mention, over %s', (mode) => {
  it('is answered in its thread, for everybody there to see, with source, disclaimer and related topics', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, visible, settled, channel } = await startSlack({ mode, onFinished })
    const ann = someone()

    const asked = ann.mention(question)
    const answer = await answerTo(asked)

    await settled()
    expect(answer.thread_ts).toBe(asked.ts)
    expect(visible(channel, ann.person.id)).toEqual([asked, answer])
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect(shown(answer).text).toContain('Source: Askvity')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual(['Genetics', 'Stress', 'Gut health', 'Delete this answer', 'Get support'])
  })

  it('in a thread is answered in that thread', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })
    const begun = someone().write('Good morning!')

    const answer = await answerTo(someone().mention(question, { threadTs: begun.ts }))

    expect(answer.thread_ts).toBe(begun.ts)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })

  it('is answered in a private channel', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, addChannel } = await startSlack({ mode, onFinished })

    const answer = await answerTo(someone({}, addChannel({ private: true })).mention(question))

    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })

  it('with nothing else gets told how to ask, with questions to try', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })

    const help = shown(await answerTo(someone().mention('')))

    expect(help.text).toContain(english.chat.pages.help[0])
    expect(help.text).toContain(english.disclaimer.text)
    expect(help.buttons).toContain('Why is my serotonin low?')
  })

  it('names nobody in its answer, whoever else was mentioned, and repeats nothing', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, addChannel } = await startSlack({ mode, onFinished })
    const bob = someone()
    const ask = (text: string) => answerTo(someone({}, addChannel()).mention(text))

    const answer = await ask(`<@${bob.person.id}> ${question}`)
    const none = await ask(`<@${bob.person.id}> <!here> what is sodium & <b>salt</b>?`)

    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    for (const each of [answer, none]) expect(JSON.stringify(each)).not.toMatch(/<[@!#]|sodium|salt/)
  })

  it('with a file is answered too', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })

    const answer = await answerTo(someone().mention(question, { file: 'notes.txt' }))

    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })

  it('is apologised to where the bot has a fault, with help and disclaimer, and the next one is answered', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, addChannel, logged } = await startSlack({ mode, onFinished, bot: createContractBot() })

    const apology = shown(await answerTo(someone().mention('break please')))
    const next = shown(await answerTo(someone({}, addChannel()).mention('hello')))

    expect(apology.text).toContain('Sorry, please try again.')
    expect(apology.buttons).toContain('Get support')
    expect(next.text).toContain('You asked 5 characters.')
    expect(logged()).toContain('answer-failed')
  })
})

describe.concurrent.each(modes)('a message that does not ask the bot, over %s', (mode) => {
  it.for<[string, (slack: Slack) => unknown]>([
    ['an ordinary one', ({ someone }) => someone().write(question)],
    ['one to everybody', ({ someone }) => someone().write(`<!channel> <!here> ${question}`)],
    ['one to somebody else', ({ someone }) => someone().write(`<@${someone().person.id}> ${question}`)],
    [
      'one in a private channel',
      ({ someone, addChannel }) => someone({}, addChannel({ private: true })).write(question),
    ],
    [
      'one in a thread that the bot was not asked in',
      ({ someone }) => someone().write(question, { threadTs: someone().write('Good morning!').ts }),
    ],
    ['one in a crisis', ({ someone }) => someone().write('I want to kill myself')],
  ])(
    'is neither read nor answered, though the optional scopes deliver it: %s',
    async ([, write], { onTestFinished: onFinished }) => {
      const bot = createContractBot()
      const slack = await startSlack({ mode, onFinished, history: true, bot })

      write(slack)

      await slack.settled()
      expect(slack.acknowledgements.filter(({ name }) => name === 'message')).not.toEqual([])
      expect(bot.asked).toEqual([])
      expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([])
    },
  )

  it('is not even delivered without the optional scopes', async ({ onTestFinished: onFinished }) => {
    const { someone, deliveries, settled } = await startSlack({ mode, onFinished })

    someone().write(question)

    await settled()
    expect(deliveries.filter(({ kind }) => kind === 'events_api')).toEqual([])
  })
})

describe.concurrent.each(modes)('SLACK_CHANNELS, over %s', (mode) => {
  it('lets the bot answer mentions in the channels listed and in their threads, and nowhere else', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, answersTo, settled, addChannel, channel, restart } = await startSlack({
      mode,
      onFinished,
    })
    await restart({ mode, channels: [channel.id] })
    const other = addChannel()

    const here = await answerTo(someone().mention(question))
    const there = [someone({}, other).mention(question), someone({}, other).mention('I want to kill myself')]
    await settled()

    expect(shown(here).text).toContain('Tryptophan is an amino acid.')
    expect(there.flatMap(answersTo)).toEqual([])
  })

  it('leaves follow-ups elsewhere unread, be it under an answer that somebody shared there', async ({
    onTestFinished: onFinished,
  }) => {
    const bot = createContractBot()
    const slack = await startSlack({ mode, onFinished, history: true, bot, channels: ['C0FAKEOTHER'] })
    const ann = slack.someone()
    await ann.press(await ann.ask('hello'), english.chat.buttons.share)
    const [shared] = slack.visible(slack.channel)

    const written = ann.write('a longer one', { threadTs: shared?.ts ?? '' })

    await slack.settled()
    expect(slack.answersTo(written)).toEqual([])
    expect(bot.asked.map(({ text }) => text)).toEqual(['hello'])
  })

  it('leaves commands, shortcuts and direct messages as they are', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, addChannel, channel, restart } = await startSlack({ mode, onFinished })
    await restart({ mode, channels: [channel.id] })
    const ann = someone({}, addChannel())

    const byCommand = await ann.ask(question)
    const byShortcut = await ann.answerThis(ann.write(question))
    const direct = await answerTo(ann.inDirectMessages().write(question))

    for (const answer of [byCommand, byShortcut, direct])
      expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })
})
