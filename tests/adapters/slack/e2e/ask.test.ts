import { describe, expect, it } from 'vitest'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { chat } = english
const question = 'What is tryptophan?'

describe.concurrent.each(modes)('/ask, over %s', (mode) => {
  it('answers a question with source, disclaimer and related topics, for the person alone, who can share it', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, visible, ephemerals, settled, channel } = await startSlack({ mode, onFinished })
    const ann = someone()

    const answer = await ann.ask(question)

    await settled()
    expect(ephemerals(ann.person.id)).toEqual([answer])
    expect(visible(channel)).toEqual([])
    expect(answer.channel).toBe(channel.id)
    expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
    expect(shown(answer).text).toContain('Source: Askvity')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).toEqual(['Genetics', 'Stress', 'Gut health', chat.buttons.share, 'Get support'])
  })

  it('says all of it in the plain text for notifications and screen readers', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const { text } = await someone().ask(question)

    for (const said of ['Tryptophan is an amino acid.', 'Source: Askvity', english.disclaimer.text])
      expect(text).toContain(said)
  })

  it.for([
    ['a public channel', { hasBot: false }],
    ['a private channel', { hasBot: false, private: true }],
  ] as const)('answers in %s without the bot', async ([, options], { onTestFinished: onFinished }) => {
    const { someone, addChannel } = await startSlack({ mode, onFinished })

    const answer = shown(await someone({}, addChannel(options)).ask(question))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
    expect(answer.buttons).toContain(chat.buttons.share)
  })

  it.for([
    ['', chat.pages.help[0] ?? ''],
    ['help', chat.pages.help[0] ?? ''],
    [' Help ', chat.pages.help[0] ?? ''],
    ['topics', english.topics.intro],
    ['support', english.help.support.intro],
    ['privacy', chat.pages.privacy[0] ?? ''],
    ['about', 'last reviewed 23 Nov 2026'],
  ] as const)(
    'with "%s" shows that page, for the person alone and not to share',
    async ([typed, words], { onTestFinished: onFinished }) => {
      const { someone, visible, channel } = await startSlack({ mode, onFinished })

      const page = shown(await someone().ask(typed))

      expect(page.isPrivate).toBe(true)
      expect(page.text).toContain(words)
      expect(page.text).toContain(english.disclaimer.text)
      expect(page.buttons).not.toContain(chat.buttons.share)
      expect(visible(channel)).toEqual([])
    },
  )

  it('shows topics, and the countries that have help lines, to choose from', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const [topics, support] = [shown(await someone().ask('topics')), shown(await someone().ask('support'))]

    expect([...topics.options, ...topics.buttons]).toEqual(expect.arrayContaining(['Stress', 'Receptor problems']))
    expect(support.options).toContain('Ireland')
    expect(support.text).toContain('https://findahelpline.com')
  })

  it('offers what may have been meant, with nothing to share', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const choice = shown(await someone().ask('medications and conditions'))

    expect(choice.text).toContain(english.suggested.intro)
    expect(choice.buttons).toEqual(expect.arrayContaining(['Health conditions', english.suggested.none, 'Get support']))
    expect(choice.buttons).not.toContain(chat.buttons.share)
  })

  it('says that it has no answer, without repeating the question, and with nothing to share', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const none = shown(await someone().ask('sodium'))

    expect(none.text).toContain(english['not-found'].plain)
    expect(none.text).not.toContain('sodium')
    expect(none.text).toContain(english.disclaimer.text)
    expect(none.buttons).not.toContain(chat.buttons.share)
  })

  it('answers in the words of the language in which somebody writes', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const hello = shown(await someone().ask('hallo'))

    expect(hello.text).toContain(wordsIn('de')['small-talk'].greeting.say)
    expect(hello.text).toContain(wordsIn('de').disclaimer.text)
  })

  it.for([
    ['in a crisis', 'I want to kill myself', 'Please reach a person now.'],
    ['in an emergency', 'I took 40 pills', 'Call your local emergency number now.'],
    ['about a medicine of theirs', 'Should I stop my pills?', english.help.medication[0] ?? ''],
    ['about what they have', 'Do I have low serotonin?', english.help.diagnosis[0] ?? ''],
  ] as const)(
    'answers somebody %s alone, and with nothing to share',
    async ([, text, words], { onTestFinished: onFinished }) => {
      const { someone, visible, settled, channel } = await startSlack({ mode, onFinished })

      const answer = shown(await someone().ask(text))

      await settled()
      expect(answer.isPrivate).toBe(true)
      expect(answer.text).toContain(words)
      expect(answer.buttons).not.toContain(chat.buttons.share)
      expect(visible(channel)).toEqual([])
    },
  )

  it('answers a second crisis with the shorter card', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()
    const first = await ann.ask('I want to kill myself')

    const again = await ann.ask('I want to kill myself')

    expect(again.text).toContain('It sounds as if things are still very hard.')
    expect(again.text.length).toBeLessThan(first.text.length)
  })

  it('has nothing to share in direct messages, be it those with the bot or those of two people', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, messagesBetween } = await startSlack({ mode, onFinished })
    const ann = someone()
    const withBob = messagesBetween(ann.person, someone().person)

    const answers = [await ann.inDirectMessages().ask(question), await ann.goTo(withBob).ask(question)]

    for (const answer of answers) {
      expect(shown(answer).isPrivate).toBe(true)
      expect(shown(answer).text).toContain('Tryptophan is an amino acid.')
      expect(shown(answer).buttons).not.toContain(chat.buttons.share)
    }
  })

  it('takes what the composer makes of names and links for the words that people read', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const bob = someone()

    const answer = shown(await someone().ask(`<@${bob.person.id}> <https://example.org|What is tryptophan?>`))

    expect(answer.text).toContain('Tryptophan is an amino acid.')
  })
})
