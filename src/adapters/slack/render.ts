import type { types } from '@slack/bolt'
import type { Answer, InPublic } from '../../responder/answer.ts'
import type { ChatWords } from '../../responder/templates.ts'
import { cutLabel } from '../drawing/cut-label.ts'
import { splitAnswer } from '../drawing/split-answer.ts'
import { drawBlocks, drawText } from './drawing/draw-blocks.ts'
import { drawHome, type HomePages } from './drawing/draw-home.ts'
import { disclaimerBlock, type Part, partBlocks, partText } from './drawing/draw-part.ts'
import { drawSource } from './drawing/draw-source.ts'
import { drawWhole, fitsRoom } from './drawing/draw-whole.ts'
import { button, type Control, controlItem, type ItemOptions, itemsOf } from './drawing/items.ts'
import { type MessageBody, messageBody } from './drawing/message-body.ts'
import { numberButtons } from './drawing/number-buttons.ts'
import { plainText } from './drawing/plain-text.ts'
import { buttonItem, layOut } from './drawing/rows.ts'
import { toSections, toText } from './drawing/sections.ts'
import { limits } from './limits.ts'

export type { HomePages } from './drawing/draw-home.ts'
export type { Control } from './drawing/items.ts'
export type { MessageBody } from './drawing/message-body.ts'
export type ModalView = types.ModalView
export type HomeView = types.HomeView

export type DrawOptions = ItemOptions & {
  /** One sentence that stands before the answer, such as that a section is gone. */
  readonly note?: string
}

/**
 * Draws an answer as the messages that show it, in order; there is at least one.
 *
 * Each has the disclaimer and the way to help; source and what else can be picked stand on the last.
 */
export function render(answer: Answer, options: DrawOptions): readonly MessageBody[] {
  const { items, help, helpAlone } = itemsOf(answer, options)
  const shared = sharedParts(answer)
  const gap = 2
  const room = {
    maxBlocks: limits.maxBodyBlocks,
    maxText: limits.maxText - gap - partText({ ...shared, body: [] }).length,
  }
  const parts = splitAnswer(answer, { ...options, fits: (blocks) => fitsRoom(blocks, room) }).map(drawBlocks)
  return parts.map((body, place) => {
    if (place < parts.length - 1) return draw({ ...shared, body, source: [], items: [], help: helpAlone }, answer)
    return draw({ ...shared, body, items, ...(help === undefined ? {} : { help }) }, answer)
  })
}

/** Draws an answer as a modal, with the same things in it. */
export function renderModal(answer: Answer, options: DrawOptions): ModalView {
  const { items, help } = itemsOf(answer, options)
  const body = drawWhole(answer, options, { maxBlocks: limits.maxModalBlocks, maxText: limits.maxModalText })
  const part = { ...sharedParts(answer), body, items, ...(help === undefined ? {} : { help }) }
  return { type: 'modal', title: plainText('Pamphlet'), blocks: numberButtons(partBlocks(part), answer.language) }
}

/** Draws the home tab: how to ask, the topics, who wrote them and when they were reviewed, help lines, and what is kept. */
export function renderHome(pages: HomePages, { words }: { readonly words: ChatWords }): HomeView {
  return { type: 'home', blocks: numberButtons(drawHome(pages, words), pages.help.language) }
}

/** Draws what stands in a public place instead of an answer that is for one person alone, with the button that shows it. */
export function renderInPublic(
  inPublic: InPublic,
  held: string,
  { disclaimer, language }: Pick<Answer, 'disclaimer' | 'language'>,
): MessageBody {
  const line = drawText(short(inPublic.line))
  const show = buttonItem(button({ type: 'show', held }, inPublic.button), 'help')
  const last = short(disclaimer.short)
  const blocks = [...toSections(line), ...layOut([show], limits.maxRows), disclaimerBlock(last)]
  return messageBody(toText([...line, ...drawText(last)]), blocks, language)
}

/** Buttons of the platform's own, and the words on them. */
export type NoteButtons = { readonly words: ChatWords; readonly controls: readonly Control[] }

/** Draws a sentence that is no answer, such as that one was deleted. */
export function renderNote(note: string, buttons?: NoteButtons): MessageBody {
  const drawn = drawText(short(note))
  const items = buttons?.controls.map((control) => controlItem(control, buttons.words)) ?? []
  return messageBody(toText(drawn), [...toSections(drawn), ...layOut(items, limits.maxRows)])
}

function draw(part: Part, { language }: Answer): MessageBody {
  return messageBody(partText(part), partBlocks(part), language)
}

function sharedParts(answer: Answer) {
  return {
    source: drawSource(answer),
    disclaimer: answer.disclaimer.text,
    isUrgent: answer.outcome === 'urgent',
    maxRows: limits.maxRows,
  }
}

/** For sentences of the templates, which are far shorter; never empty. */
function short(text: string): string {
  return cutLabel(text, limits.maxSentence)
}
