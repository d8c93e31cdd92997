import { describe, expect, it } from 'vitest'
import { botOver, gardenDocuments } from '../../../responder/shipped-bot.ts'
import { english, wordsIn } from '../../english.ts'
import { shown } from './shown.ts'
import { startDiscord } from './start-discord.ts'

describe('/topics', () => {
  it('lists every section for the person alone, and shows the one that is chosen', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const topics = await ann.slash('topics')
    const answer = shown(await ann.choose(topics, 'Receptor problems'))

    expect(shown(topics)).toMatchObject({ isPrivate: true, text: expect.stringContaining(english.topics.intro) })
    expect(shown(topics).text).toContain(english.disclaimer.text)
    expect(shown(topics).options).toHaveLength(12)
    expect(answer.isPrivate).toBe(true)
    expect(answer.text).toContain('Receptors are there to receive serotonin.')
    expect(answer.text).toContain(english.disclaimer.text)
    expect(answer.buttons).toContain(english.chat.buttons.share)
  })

  it('lists more sections than one list holds in several', async () => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })
    const ann = someone()

    const topics = await ann.slash('topics')
    const answer = shown(await ann.choose(topics, 'Animals that eat slugs (Slugs)'))

    expect(shown(topics).options).toHaveLength(58)
    expect(answer.text).toContain('Animals that eat slugs · Slugs')
  })

  it('lists the sections of one document', async () => {
    const { someone } = await startDiscord({ bot: botOver(gardenDocuments) })
    const ann = someone()

    const topics = await ann.slash('topics', { document: 'root-rot' })

    const { options, buttons } = shown(topics)
    const offered = [...options, ...buttons]
    expect(offered).toContain('Why roots rot (Root rot)')
    expect(offered.join()).not.toContain('Slugs')
  })
})

describe('/support', () => {
  it('offers the choice of a country, and shows its lines and emergency number', async () => {
    const { someone } = await startDiscord()
    const ann = someone()

    const countries = await ann.slash('support')
    const lines = shown(await ann.choose(countries, 'Germany'))

    expect(shown(countries).isPrivate).toBe(true)
    expect(shown(countries).text).toContain(english.help.support.choose)
    expect(shown(countries).text).toContain('<https://findahelpline.com>')
    expect(lines.isPrivate).toBe(true)
    expect(lines.text).toContain('In immediate danger, call 112.')
    expect(lines.text).toContain('TelefonSeelsorge')
    expect(lines.text).toContain(english.disclaimer.text)
  })

  it('is remembered: later cards, lines and buttons of that person are for the country, those of nobody else', async () => {
    const { someone } = await startDiscord()
    const [ann, bob] = [someone(), someone()]
    await ann.choose(await ann.slash('support'), 'Ireland')

    const card = shown(await ann.ask('I want to kill myself'))
    const lines = shown(await ann.slash('support'))
    const byButton = shown(await ann.press(await ann.ask('What is tryptophan?'), english.help.buttons.support))
    const others = shown(await bob.ask('I want to kill myself'))

    expect(card.text).toContain('In immediate danger, call 112 or 999.')
    expect(card.text).toContain('Samaritans')
    expect(card.buttons).toContain(english.help.buttons.support)
    for (const { text } of [lines, byButton]) expect(text).toContain('Samaritans')
    expect(others.text).toContain('call your local emergency number')
    expect(others.text).not.toContain('Samaritans')
  })

  it('lets the person choose another country afterwards', async () => {
    const { someone } = await startDiscord()
    const ann = someone()
    const irish = await ann.choose(await ann.slash('support'), 'Ireland')

    const countries = await ann.press(irish, english.help.buttons.countries)
    const german = shown(await ann.choose(countries, 'Germany'))

    expect(german.text).toContain('TelefonSeelsorge')
    expect(german.text).not.toContain('Samaritans')
  })
})

describe('what the bot says of itself', () => {
  it('/about shows version, sources and review dates', async () => {
    const { someone } = await startDiscord()

    const page = shown(await someone().slash('about'))

    expect(page.isPrivate).toBe(true)
    expect(page.text).toContain('I am Pamphlet, version 1.2.3')
    expect(page.text).toContain('Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026, not by a clinician')
    expect(page.text).toContain('to be reviewed again by 23 Nov 2027')
    expect(page.text).toContain(english.disclaimer.text)
    expect(page.buttons).toContain(english.help.buttons.support)
  })

  it('/privacy shows what is kept', async () => {
    const { someone } = await startDiscord()

    const page = shown(await someone().slash('privacy'))

    expect(page.isPrivate).toBe(true)
    for (const paragraph of english.chat.pages.privacy) expect(page.text).toContain(paragraph)
    expect(page.text).toContain(english.disclaimer.text)
  })

  it('/help shows how to ask, with questions to try', async () => {
    const { someone } = await startDiscord()

    const page = shown(await someone().slash('help'))

    expect(page.isPrivate).toBe(true)
    for (const paragraph of english.chat.pages.help) expect(page.text).toContain(paragraph)
    expect(page.text).toContain(english.disclaimer.text)
    expect(page.buttons).toContain('Does the gut make serotonin?')
  })

  it.each([
    ['de', 'de'],
    ['es-419', 'es'],
    ['es-ES', 'es'],
    ['pt-BR', 'pt'],
    ['fr', 'fr'],
    ['en-GB', 'en'],
    ['ja', 'en'],
  ] as const)(
    'is said to people with Discord in %s in the words of %s, as is that there is no answer',
    async (locale, language) => {
      const { someone } = await startDiscord()
      const ann = someone({ locale })
      const words = wordsIn(language)

      const page = shown(await ann.slash('privacy'))
      const support = shown(await ann.slash('support'))
      const answer = shown(await ann.ask('sodium'))

      expect(page.text).toContain(words.chat.pages.privacy[0])
      expect(page.text).toContain(words.disclaimer.text)
      expect(page.buttons).toContain(words.help.buttons.support)
      expect(support.text).toContain(words.help.support.intro)
      expect(answer.text).toContain(words['not-found'].plain)
      expect(answer.text).toContain(words.disclaimer.text)
    },
  )
})
