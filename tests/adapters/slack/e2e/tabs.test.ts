import { describe, expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const { chat, help } = english

describe.concurrent.each(modes)('the Messages tab, over %s', (mode) => {
  it('offers up to four questions when it is opened, without a thread, each of which is answered', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone, until, suggestedPrompts, answerTo, calls } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()

    ann.person.opensMessages()

    const { prompts } = await until(() => suggestedPrompts(ann.channel), 'questions to begin with')
    const sent = calls.find(({ method }) => method === 'assistant.threads.setSuggestedPrompts')
    expect(sent?.args).not.toHaveProperty('thread_ts')
    expect(prompts.length).toBeGreaterThan(0)
    expect(prompts.length).toBeLessThanOrEqual(4)
    expect(prompts.map(({ title }) => title)).toContain('Does the gut make serotonin?')
    expect(prompts.map(({ message }) => message)).toEqual(prompts.map(({ title }) => title))
    const answer = shown(await answerTo(ann.write('Does the gut make serotonin?')))
    expect(answer.text).toContain('A large part of serotonin is made in the gut.')
  })

  it('writes nothing when it is opened, and leaves the Home tab as it is', async ({ onTestFinished: onFinished }) => {
    const { someone, settled, calls, visible } = await startSlack({ mode, onFinished })
    const ann = someone().inDirectMessages()

    ann.person.opensMessages()

    await settled()
    expect(visible(ann.channel, ann.person.id)).toEqual([])
    expect(calls.filter(({ method }) => method === 'views.publish')).toEqual([])
  })
})

describe.concurrent.each(modes)('the Home tab, over %s', (mode) => {
  it('says how to ask, what can be answered, from where and how recent, who helps, and what is kept', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })

    const home = shown(await someone().openHome())

    for (const said of [
      chat.pages.help[0] ?? '',
      english.topics.intro,
      'last reviewed 23 Nov 2026',
      help.support.intro,
      'https://findahelpline.com',
      chat.pages.privacy[0] ?? '',
    ])
      expect(home.text).toContain(said)
    expect(home.text.endsWith(english.disclaimer.text)).toBe(true)
    expect([...home.options, ...home.buttons]).toEqual(
      expect.arrayContaining(['Stress', 'Receptor problems', 'Ireland', 'Why is my serotonin low?', 'Get support']),
    )
  })

  it('is drawn for whoever opens it, each time, and for nobody else', async ({ onTestFinished: onFinished }) => {
    const { someone, views, calls } = await startSlack({ mode, onFinished })
    const [ann, bob] = [someone(), someone()]

    await ann.openHome()
    await ann.openHome()

    expect(calls.filter(({ method }) => method === 'views.publish')).toHaveLength(2)
    expect(views.home(bob.person.id)).toBeUndefined()
  })

  it('opens a topic in a modal, with source and disclaimer, and nothing to share or delete', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const modal = await ann.look(await ann.openHome(), 'Stress')

    expect(modal.type).toBe('modal')
    expect(shown(modal).text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(shown(modal).text).toContain('Source: Askvity')
    expect(shown(modal).text).toContain(english.disclaimer.text)
    expect(shown(modal).buttons).toContain('Get support')
    for (const label of [chat.buttons.share, chat.buttons.delete]) expect(shown(modal).buttons).not.toContain(label)
  })

  it('answers an example question in a modal', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const modal = await ann.look(await ann.openHome(), 'Does the gut make serotonin?')

    expect(shown(modal).text).toContain('A large part of serotonin is made in the gut.')
  })

  it('shows what is picked in the modal in the same modal', async ({ onTestFinished: onFinished }) => {
    const { someone, views, visible, ephemerals, settled, directMessages } = await startSlack({ mode, onFinished })
    const ann = someone()
    const first = await ann.look(await ann.openHome(), 'Stress')

    const second = await ann.look(first, 'Get support')
    const third = await ann.look(second, 'Ireland')

    await settled()
    expect([second.id, third.id]).toEqual([first.id, first.id])
    expect(views.modals(ann.person.id)).toEqual([third])
    expect(shown(second).text).toContain(help.support.intro)
    expect(shown(third).text).toContain('Samaritans')
    expect(shown(third).text).toContain(english.disclaimer.text)
    expect([...ephemerals(ann.person.id), ...visible(directMessages(ann.person))]).toEqual([])
  })

  it('shows the lines of the country that was chosen there, the next time it is opened as well', async ({
    onTestFinished: onFinished,
  }) => {
    const { someone } = await startSlack({ mode, onFinished })
    const ann = someone()

    const lines = await ann.look(await ann.openHome(), 'Ireland')
    const home = await ann.openHome()

    for (const seen of [lines, home]) expect(shown(seen).text).toContain('Samaritans')
  })

  it('answers by a direct message where it is too late for a modal', async ({ onTestFinished: onFinished }) => {
    const { someone } = await startSlack({ mode, onFinished, triggerMs: -1 })
    const ann = someone()

    const answer = await ann.press(await ann.openHome(), 'Stress')

    expect(answer.channel).toBe(ann.inDirectMessages().channel.id)
    expect(shown(answer).text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(shown(answer).buttons).not.toContain(chat.buttons.share)
  })
})
