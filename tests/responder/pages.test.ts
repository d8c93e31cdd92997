import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Document } from '../../src/knowledge/document.ts'
import { openBot } from '../../src/open-bot.ts'
import type { Answer } from '../../src/responder/answer.ts'
import { bodyOf, linesOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, root, shippedDocuments, templates, today } from './shipped-bot.ts'

const pageNames = ['about', 'privacy', 'help'] as const

/** The items of an answer's list, one line each. */
function itemsOf({ blocks }: Answer): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => linesOf(item).join('\n')) : []))
}

function copies(count: number): readonly Document[] {
  const [document] = shippedDocuments as [Document]
  return Array.from({ length: count }, (_, place) => ({ ...document, name: `copy-${place}`, title: `Copy ${place}` }))
}

it.each(pageNames)('page() "%s" says every paragraph of its page, with the disclaimer and the way to help', (name) => {
  for (const [language, { chat, disclaimer }] of templates) {
    const answer = bot.page(name, language)
    const lines = linesOf(answer.blocks)
    const own = chat.pages[name].filter((said) => !/\{\w+\}/.test(said))

    expect(answer).toMatchObject({ outcome: 'help', language, disclaimer })
    expect(own.length).toBeGreaterThan(1)
    expect(own.filter((said) => !lines.includes(said))).toEqual([])
    expect(lines.filter((line) => /\{\w+\}/.test(line))).toEqual([])
    expect(answer.actions.at(-1)?.type).toBe('support')
  }
})

it('page() "about" says the version, and of each document the source, the review and the next one', () => {
  const answer = bot.page('about')

  expect(linesOf(answer.blocks)[0]).toContain('Pamphlet, version 1.2.3')
  expect(answer.summary).toMatch(/^I am Pamphlet, version 1\.2\.3/)
  expect(itemsOf(answer)).toEqual([
    [
      'Why serotonin can be low',
      'Source: Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026, not by a clinician · to be reviewed again by 23 Nov 2027',
    ].join('\n'),
  ])
})

it('page() "about" of the bot as it is opened says the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }

  const { bot: opened } = openBot(join(root, 'knowledge'), today, { lazy: true })

  expect(opened.page('about').summary).toContain(`version ${version}:`)
})

it('page() "about" names the clinician of a document that has one', () => {
  const [document] = shippedDocuments as [Document]
  const reviewed = { ...document, reviewer: 'Dr A. Example' }

  expect(itemsOf(botOver([reviewed]).page('about'))[0]).toContain('last reviewed 23 Nov 2026, by Dr A. Example')
})

it('page() "about" writes dates and sources in the language of the person', () => {
  const [item = ''] = itemsOf(bot.page('about', 'de-AT'))

  expect(item).toContain('Quelle: Askvity, „Why Low Serotonin?“')
  expect(item).toContain('nächste Prüfung bis 23. Nov. 2027')
})

it('page() "about" lists twenty documents, then says how many more there are', () => {
  const [twenty, more] = [copies(20), copies(23)].map((documents) => botOver(documents).page('about'))

  expect([twenty, more].map((answer) => answer && itemsOf(answer).length)).toEqual([20, 20])
  expect(twenty && bodyOf(twenty)).not.toContain('Documents not listed here')
  expect(more && linesOf(more.blocks)).toContain('Documents not listed here: 3')
})

it('page() "about" of a library without documents says that there is none', () => {
  const answer = botOver([]).page('about')

  expect(itemsOf(answer)).toEqual([])
  expect(bodyOf(answer)).toContain('There is no document that I may show right now.')
})

it('page() "help" offers three questions that the bot can answer', () => {
  const asked = bot.page('help').actions.flatMap((action) => (action.type === 'question' ? [action.label] : []))

  expect(asked).toHaveLength(3)
  expect(asked.map((text) => bot.respond({ text }).outcome)).toEqual(['answered', 'answered', 'answered'])
})

it('page() offers nothing but help beside the other pages', () => {
  const offered = [bot.page('about'), bot.page('privacy'), botOver(gardenDocuments).page('about')]

  expect(offered.map(({ actions }) => actions.map(({ type }) => type).join())).toEqual(Array(3).fill('support'))
})
