import { describe, expect, it } from 'vitest'
import { createContractBot } from '../../adapter-contract-bot.ts'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'

describe.concurrent.each(modes)('a direct message, over %s', (mode) => {
  it('is answered in its thread, with source and disclaimer, deletable, and nothing that could be shared', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, visible, settled } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()

    const asked = ann.write(question)
    const answer = await answerTo(asked)

    await settled()
    expect(answer.thread_ts).toBe(asked.ts)
    expect(visible(ann.channel, ann.person.id)).toEqual([asked, answer])
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect(shown(answer).text).toContain('Source: Askvity')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual(['Genetics', 'Stress', 'Gut health', 'Delete this answer', 'Get support'])
  })

  it('in a thread is answered in that thread', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()
    const begun = ann.write('What do receptors do?')
    await answerTo(begun)

    const answer = await answerTo(ann.write(question, { threadTs: begun.ts }))

    expect(answer.thread_ts).toBe(begun.ts)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
  })

  it.for([
    ['hello', english['small-talk'].greeting.say],
    ['hallo', wordsIn('de')['small-talk'].greeting.say],
    ['support', english.help.support.intro],
    ['sodium', english['not-found'].plain],
    ['medications and conditions', english.suggested.intro],
  ] as const)('"%s" is answered', async ([text, words], { onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })

    const answer = shown(await answerTo(someone().inDirectMessages().write(text)))

    expect(answer.text).toContain(words)
  })

  it.for([
    ['in a crisis', 'I want to kill myself', 'Please reach a person now.'],
    ['in an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
    ['about a medicine', 'Should I stop my pills?', english.help.medication[0] ?? ''],
    ['about what somebody has', 'Do I have low serotonin?', english.help.diagnosis[0] ?? ''],
  ] as const)(
    '%s is answered at once and openly, since nobody else is there',
    async ([, text, words], { onTestFinished: onFinished }) => {
      const { someone, answersTo, settled } = await startSlack({ mode, onFinished })

      const asked = someone().inDirectMessages().write(text)
      await settled()

      const answers = answersTo(asked)
      expect(answers).toHaveLength(1)
      expect(answers[0]?.text).toContain(words)
      expect(answers[0]?.text).toContain(english.disclaimer.text)
    },
  )

  it('has buttons whose answers come into the same thread, and can be deleted', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()
    const asked = ann.write(question)

    const next = await ann.press(await answerTo(asked), 'Stress')

    expect(next.thread_ts).toBe(asked.ts)
    expect(shown(next).isPrivate).toBe(false)
    expect(shown(next).text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(shown(next).buttons).toContain(english.chat.buttons.delete)
    expect(shown(next).buttons).not.toContain(english.chat.buttons.share)
  })

  it('in a crisis leads to the lines of a country, and to the answer that was asked for', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()
    const card = await answerTo(ann.write('Which medicines affect serotonin? I want to die'))

    const countries = await ann.press(card, english.help.buttons.countries)
    const lines = await ann.choose(countries, 'Ireland')
    const answer = await ann.press(card, english.help.buttons.show)

    expect(shown(lines).text).toContain('Samaritans')
    expect(shown(answer).text).toContain('Some medicines can get in the way of serotonin.')
    expect(shown(answer).text).toContain(english.help.kept.split('{')[0])
  })

  it('with a file alone gets told how to ask', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished })

    const help = shown(await answerTo(someone().inDirectMessages().write('', { file: 'notes.txt' })))

    expect(help.text).toContain(english.chat.pages.help[0])
  })

  it('to another person is not even delivered', async ({ onTestFinished: onFinished }) => {
    const bot = createContractBot()
    const { someone, messagesBetween, deliveries, settled } = await startSlack({ mode, onFinished, bot, history: true })
    const [ann, bob] = [someone(), someone()]

    ann.goTo(messagesBetween(ann.person, bob.person)).write(question)

    await settled()
    expect(deliveries.filter(({ kind }) => kind === 'events_api')).toEqual([])
    expect(bot.asked).toEqual([])
  })
})
