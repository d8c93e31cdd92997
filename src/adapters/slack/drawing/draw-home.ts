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
export type HomePages = Readonly<Record<(typeof pageNames)[number], Answer>>

/** Draws every page under its heading, with what can be picked on it, and the disclaimer last. */
export function drawHome(pages: HomePages, words: ChatWords): readonly types.KnownBlock[] {
  const drawn = new Set<string>()
  const newOnes = (items: readonly Item[]) => items.filter(({ id }) => !drawn.has(id) && drawn.add(id))
  const room = { maxBlocks: limits.maxPageBlocks, maxText: limits.maxPageText }

  const shown = pageNames.flatMap((name): readonly types.KnownBlock[] => [
    { type: 'header', text: label(words.commands[name].description, limits.maxHeader) },
    ...toSections(drawWhole(pages[name], { words }, room)),
    ...layOut(newOnes(itemsOnPage(name, itemsOf(pages[name], { words }))), limits.maxPageRows),
  ])
  return [...shown, disclaimerBlock(pages.help.disclaimer.text, itemsOf(pages.help, { words }).helpAlone)]
}

/** The way to help stands on its own page and beside the disclaimer, not on every page. */
function itemsOnPage(name: (typeof pageNames)[number], { items, help }: Items): readonly Item[] {
  return name === 'support' && help !== undefined ? [...items, buttonItem(help, 'help')] : items
}
