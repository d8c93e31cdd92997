import type { types } from '@slack/bolt'
import type { Answer } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { limits } from '../limits.ts'
import { disclaimerBlock } from './draw-part.ts'
import { drawWhole } from './draw-whole.ts'
import { type Items, itemsOf } from './items.ts'
import { label } from './label.ts'
import { buttonItem, type Item, layOut } from './rows.ts'
import { toSections } from './sections.ts'

const pageNames = ['help', 'topics', 'about', 'support', 'privacy'] as const

/** What the home tab shows, from top to bottom. */
export type HomePages = Readonly<Record<PageName, Answer>>

type PageName = (typeof pageNames)[number]

/** Draws every page under its heading, with what can be picked on it, and the disclaimer last. */
export function drawHome(pages: HomePages, words: ChatWords): readonly types.KnownBlock[] {
  const options = { words, maxPassageButtons: limits.maxHomeButtons }
  const help = itemsOf(pages.help, options).helpAlone
  const drawn = new Set<string>()
  return [...pageNames.flatMap(drawPage), disclaimerBlock(pages.help.disclaimer.text, help)]

  function drawPage(name: PageName): readonly types.KnownBlock[] {
    const items = itemsOnPage(name, itemsOf(pages[name], options)).filter(({ id }) => !drawn.has(id))
    for (const { id } of items) drawn.add(id)
    const body = drawWhole(pages[name], { words }, { maxBlocks: limits.maxPageBlocks, maxText: limits.maxPageText })
    return [
      { type: 'header', text: label(words.commands[name].description, limits.maxHeader) },
      ...toSections(body),
      ...layOut(items, limits.maxPageRows),
    ]
  }
}

/** The way to help stands on its own page and beside the disclaimer, not on every page. */
function itemsOnPage(name: PageName, { items, help }: Items): readonly Item[] {
  return name === 'support' && help !== undefined ? [...items, buttonItem(help, 'help')] : items
}
