import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Document } from '../../src/knowledge/document.ts'
import { openBot } from '../../src/open-bot.ts'
import { bot, botOver, gardenDocuments, root, shippedDocuments, templates, today } from './shipped-bot.ts'

const publicUrl = 'https://chat.example.org/health'
const linking = botOver([...shippedDocuments, ...gardenDocuments], { publicUrl })

it('every answer from a document links to its place in the whole text', () => {
  for (const { name, language, passages } of [...shippedDocuments, ...gardenDocuments]) {
    const label = templates.get(language)?.source.page
    for (const { section } of passages.filter(({ text }) => text !== '')) {
      const answer = linking.passage(name, section)

      expect(answer?.outcome).toBe('answered')
      expect(answer?.page).toEqual({ label, url: `${publicUrl}/topics/${name}#${section}` })
    }
  }
})

it('an answer to a question links to the passage that it shows', () => {
  const { receipt, page } = linking.respond({ text: 'Is low serotonin genetic?' })

  expect(receipt?.passages[0]?.section).toBeTypeOf('string')
  expect(page?.url).toBe(`${publicUrl}/topics/${receipt?.document}#${receipt?.passages[0]?.section}`)
})

it('the link speaks the language of the person', () => {
  const labels = ['de', 'en', 'es', 'fr', 'pt'].map((language) => {
    const spoken = shippedDocuments.map((document) => ({ ...document, language }))
    return botOver(spoken, { publicUrl }).passage('low-serotonin', 'diet')?.page?.label
  })

  expect(labels).toEqual([
    'Im ganzen Text lesen',
    'Read it in the whole text',
    'Leer en el texto completo',
    'Lire dans le texte complet',
    'Ler no texto completo',
  ])
})

it('names that mean something in an address are written so that they do not', () => {
  const [document] = shippedDocuments as [Document]
  const [passage] = document.passages
  if (passage === undefined) throw new Error('The document has no passage')
  const odd = { ...passage, document: 'a/b?c', section: 'größe #1', children: [], keepWith: [] }
  const over = botOver([{ ...document, name: 'a/b?c', passages: [odd] }], { publicUrl })

  expect(over.passage('a/b?c', 'größe #1')?.page?.url).toBe(`${publicUrl}/topics/a%2Fb%3Fc#gr%C3%B6%C3%9Fe%20%231`)
})

it('there is no link without an address of the page, nor where no passage is shown', () => {
  expect(bot.passage('low-serotonin', 'diet')).not.toHaveProperty('page')
  for (const text of ['I want to die', 'hello', 'qwrtz', 'hilfe'])
    expect(linking.respond({ text })).not.toHaveProperty('page')
  expect([linking.topics(), linking.support({ region: 'US' }), linking.page('about'), linking.apology()]).toEqual(
    Array.from({ length: 4 }, () => expect.not.objectContaining({ page: expect.anything() })),
  )
})

it('openBot() takes the address of the page', () => {
  const { bot: opened } = openBot(join(root, 'knowledge'), today, { lazy: true, publicUrl })

  expect(opened.passage('low-serotonin', 'diet')?.page?.url).toBe(`${publicUrl}/topics/low-serotonin#diet`)
})
