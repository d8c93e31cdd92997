import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { chat, help } = english
const question = 'What is tryptophan?'

describe.concurrent.each(modes)('a button, over %s', (mode) => {
  it('for a related topic shows that topic, which can be shared in its turn', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const answer = shown(await ann.press(await ann.ask(question), 'Stress'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(answer.text).toContain('Source: Askvity')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toContain(chat.buttons.share)
  })

  it('on the answer to somebody else shows whoever presses it an answer of their own, in the same thread', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, answerTo, visible, ephemerals, settled, channel } = await startSlack({ mode, onFinished })
    const [ann, bob] = [someone(), someone()]
    const asked = ann.mention(question)
    const answer = await answerTo(asked)

    const own = await bob.press(answer, 'Stress')

    await settled()
    expect(shown(own).isPrivate).toBe(true)
    expect(own.thread_ts).toBe(asked.ts)
    expect(visible(channel)).toEqual([asked, answer])
    expect(ephemerals(bob.person.id)).toEqual([own])
    expect(ephemerals(ann.person.id)).toEqual([])
  })

  it('for what may have been meant shows that section', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const answer = shown(await ann.press(await ann.ask('medications and conditions'), 'Health conditions'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Some other health conditions can affect serotonin in an indirect way.')
  })

  it('"None of these" shows all topics, of which one can be chosen', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const topics = await ann.press(await ann.ask('medications and conditions'), english.suggested.none)
    const topic = shown(await ann.choose(topics, 'Receptor problems'))

    expect(shown(topics).text).toContain(english.topics.intro)
    expect(topic.isPrivate).toBe(true)
    expect(topic.text).toContain('Receptors are there to receive serotonin.')
    expect(topic.buttons).toContain(chat.buttons.share)
  })

  it('with an example question asks that question', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const answer = shown(await ann.press(await ann.ask('help'), 'Does the gut make serotonin?'))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('A large part of serotonin is made in the gut.')
  })

  it.for([
    ['an answer', question],
    ['what may have been meant', 'medications and conditions'],
    ['an answer that there is none', 'sodium'],
  ] as const)(
    'under %s leads to people to talk to, and to the lines of a country',
    async ([, asked], { onTestFinished: onFinished }) => {
      const { someone } = await startSlack({ mode, onFinished })
      const ann = someone()

      const support = await ann.press(await ann.ask(asked), help.buttons.support)
      const lines = shown(await ann.choose(support, 'Ireland'))

      expect(shown(support).isPrivate).toBe(true)
      expect(shown(support).text).toContain(help.support.intro)
      expect(shown(support).text).toContain('https://findahelpline.com')
      expect(lines.isPrivate).toBe(true)
      expect(lines.text).toContain('Samaritans')
      expect(lines.text).toContain(english.disclaimer.text)
    },
  )

  it('that chose a country makes the lines of that country come first for that person from then on', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()
    await ann.choose(await ann.ask('support'), 'Ireland')

    const card = shown(await ann.ask('I want to kill myself'))
    const [own, others] = [shown(await ann.ask('support')), shown(await someone().ask('support'))]

    expect(card.text).toContain('Please reach a person now.')
    for (const { text } of [card, own]) expect(text).toContain('Samaritans')
    expect(others.text).not.toContain('Samaritans')
  })

  it('under an answer in another language leads to help in that language', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const support = shown(await ann.press(await ann.ask('hallo'), wordsIn('de').help.buttons.support))

    expect(support.text).toContain(wordsIn('de').help.support.intro)
    expect(support.text).toContain(wordsIn('de').disclaimer.text)
  })

  it('under an urgent card leads to the choice of a country', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const countries = shown(await ann.press(await ann.ask('I want to kill myself'), help.buttons.countries))

    expect(countries.isPrivate).toBe(true)
    expect(countries.options).toContain('Ireland')
  })

  it('to a section that has been taken out says so and shows the topics there are', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, restart } = await startSlack({ mode, onFinished })
    const ann = someone()
    const answer = await ann.ask(question)
    await restart({ mode, bot: botOver(gardenDocuments) })

    const topics = shown(await ann.press(answer, 'Stress'))

    expect(topics.isPrivate).toBe(true)
    expect(topics.text).toContain(chat.notes.gone)
    expect(topics.text).toContain(english.disclaimer.text)
    expect([...topics.options, ...topics.buttons]).toContain('Aphids')
  })

  it('still works after the bot was started anew', async ({ onTestFinished: onFinished }) => {
    const { someone, answerTo, restart } = await startSlack({ mode, onFinished })
    const ann = someone()
    const [own, open] = [await ann.ask(question), await answerTo(ann.mention(question))]
    await restart()

    const next = [shown(await ann.press(own, 'Stress')), shown(await ann.press(open, 'Get support'))]

    expect(next.map(({ text }) => text)).toEqual([
      expect.stringContaining('Chronic stress is stress that goes on for a long time.'),
      expect.stringContaining(help.support.intro),
    ])
  })
})
