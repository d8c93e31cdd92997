import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import { botOverSections } from '../../bot-over-sections.ts'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

const { help } = english.chat.pick

describe('the choices while a question is typed', () => {
  it('are the sections where nothing is typed yet, and last where to get help', async () => {
    const { someone } = await startDiscord()

    const choices = await someone().type('ask', 'question', '')

    expect(choices.map(({ name }) => name)).toEqual([
      'Why serotonin can be low',
      'Reduced production',
      'Ineffective usage',
      'Receptor problems',
      'Causes',
      'Genetics',
      'Diet',
      'Stress',
      'Gut health',
      'Medications',
      'Health conditions',
      'What to do',
      help,
    ])
  })

  it.each([
    ['part of a heading', 'gut hea', 'Gut health'],
    ['a typing error', 'recepter', 'Receptor problems'],
    ['part of a question that people ask', 'run in fam', 'Genetics: Does low serotonin run in families?'],
    ['another name of the topic', 'serotonin defic', 'Why serotonin can be low: serotonin deficiency'],
  ])('begin with what fits %s', async (_, typed, name) => {
    const { someone } = await startDiscord()

    const choices = await someone().type('ask', 'question', typed)

    expect(choices[0]?.name).toBe(name)
    expect(choices.at(-1)?.name).toBe(help)
  })

  it('are 25 at most, of 100 characters at most, however large the library', async () => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })

    const choices = await someone().type('ask', 'question', '')

    expect(choices).toHaveLength(25)
    expect(choices.at(-1)?.name).toBe(help)
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(100)
      expect(String(value).length).toBeLessThanOrEqual(100)
    }
  })

  it.each(['', 'tryp', 'zzzzzz', 'kill mys', 'how do i end my li', 'I want to kill myself', 'x'.repeat(3000)])(
    'have where to get help among them for "%.24s"',
    async (typed) => {
      const { someone } = await startDiscord()

      const choices = await someone().type('ask', 'question', typed)

      expect(choices.at(-1)?.name).toBe(help)
    },
  )

  it('have where to get help among them in the language of the person', async () => {
    const { someone } = await startDiscord()

    const choices = await someone({ locale: 'de' }).type('ask', 'question', 'gut')

    expect(choices.at(-1)?.name).toBe(wordsIn('de').chat.pick.help)
  })

  it.each(['kill mys', 'I want to kill myself', 'i took 40 pi'])(
    'are all that comes of half a sentence such as "%s": nothing is said, in public or in private',
    async (typed) => {
      const { someone, settled, requests, visible, privateTo, channel } = await startDiscord()
      const ann = someone()
      const before = requests.length

      const choices = await ann.type('ask', 'question', typed)

      expect(requests.slice(before).map(({ path, body }) => [path.split('/')[1], body])).toEqual([
        ['interactions', { type: 8, data: { choices } }],
      ])
      await settled()
      expect(visible(channel.id)).toEqual([])
      expect(privateTo(ann.person.id)).toEqual([])
    },
  )
})

describe('a choice that is picked', () => {
  it.each([
    [
      'run in fam',
      'It means that it may be passed on in a family',
      'A tendency to have low serotonin may be inherited.',
    ],
    ['gut hea', 'Gut health', 'A large part of serotonin is made in the gut.'],
    ['medicat', 'Medications', 'Some medicines can get in the way of serotonin.'],
  ])('for "%s" shows that section', async (typed, _, words) => {
    const { someone } = await startDiscord()
    const ann = someone()
    const [choice] = await ann.type('ask', 'question', typed)

    const answer = shown(await ann.ask(String(choice?.value)))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toContain(english.chat.buttons.share)
  })

  it('shows the section of the right document where several have one of that name', async () => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })
    const ann = someone()
    const choices = await ann.type('ask', 'question', 'prevention')
    const named = choices.filter(({ name }) => name.startsWith('Prevention'))

    const answers = await Promise.all(named.map(({ value }) => ann.ask(String(value))))

    expect(named.length).toBeGreaterThanOrEqual(2)
    for (const [place, answer] of answers.entries()) {
      const title = /\((.+)\)/.exec(named[place]?.name ?? '')?.[1]
      expect(shown(answer).text).toContain(`Prevention · ${title}`)
    }
  })

  it('shows its section though the heading is too long for a choice', async () => {
    const heading = `How ${'the tides of the sea and '.repeat(5)}the moon belong together`
    const { someone } = await startDiscord({ bot: botOverSections({ [heading]: 'The moon pulls at the water.' }) })
    const ann = someone()
    const choices = await ann.type('ask', 'question', 'tides of the sea')

    const answer = shown(await ann.ask(String(choices[0]?.value)))

    expect(answer.text).toContain('The moon pulls at the water.')
  })

  it('can be where to get help, which shows people to talk to', async () => {
    const { someone } = await startDiscord()
    const ann = someone()
    const choices = await ann.type('ask', 'question', 'kill mys')

    const answer = shown(await ann.ask(String(choices.at(-1)?.value)))

    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain(english.help.support.intro)
    expect(answer.options).toContain('Ireland')
  })

  it('can be shown to everyone', async () => {
    const { someone, visible, channel } = await startDiscord()
    const ann = someone()
    const [choice] = await ann.type('ask', 'question', 'gut hea')

    const answer = await ann.ask(String(choice?.value), { visible: 'everyone' })

    expect(visible(channel.id)).toEqual([answer])
    expect(shown(answer).buttons).toContain(english.chat.buttons.delete)
  })
})

describe.each(['ask', 'topics'])('the choices for the document of /%s', (command) => {
  it('are the titles of the documents, of which the nearest come first', async () => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })
    const ann = someone()

    const [all, some] = [await ann.type(command, 'document', ''), await ann.type(command, 'document', 'mildw')]

    expect(all.map(({ name }) => name)).toEqual(gardenDocuments.map(({ title }) => title))
    expect(some[0]).toEqual({ name: 'Powdery mildew', value: 'powdery-mildew' })
  })
})
