import type { Answer, InPublic } from '../../responder/answer.ts'
import type { ChatWords } from '../../responder/templates.ts'
import { cutText } from '../drawing/cut-text.ts'
import { safeText } from '../drawing/safe-text.ts'
import { escapeMarkdown } from './drawing/escape-markdown.ts'
import { button, type Control, controlItem, type ItemOptions, itemsOf } from './drawing/items.ts'
import { containerLayout, gap, plainLayout } from './drawing/layout.ts'
import { type MessageBody, textMessage } from './drawing/message-body.ts'
import { type BodyOptions, renderBody } from './drawing/render-body.ts'
import { renderSource } from './drawing/render-source.ts'
import { layOut } from './drawing/rows.ts'
import { limits } from './limits.ts'

export type { Control } from './drawing/items.ts'
export type { MessageBody } from './drawing/message-body.ts'

export type DrawOptions = ItemOptions &
  BodyOptions & {
    /** Text in `content` instead of Components V2: direct messages, and where the operator wants plain text; urgent answers always are. */
    readonly plain: boolean
  }

/**
 * Draws an answer as the messages that show it, in order; there is at least one.
 *
 * Each has the disclaimer and the way to help; source and what else can be picked stand on the last.
 */
export function render(answer: Answer, options: DrawOptions): readonly MessageBody[] {
  const isUrgent = answer.outcome === 'urgent'
  const layout = options.plain || isUrgent ? plainLayout : containerLayout
  const disclaimer = write(answer.disclaimer.text)
  const source = renderSource(answer)
  const room = layout.maxText - `${gap}${source}${gap}${disclaimer}`.length

  const { items, help, helpAlone } = itemsOf(answer, options)
  return renderBody(answer, room, options).map((text, place, { length }) => {
    const part = { text, disclaimer, isUrgent }
    if (place < length - 1) return layout.draw({ ...part, source: '', items: [], help: helpAlone })
    return layout.draw({ ...part, source, items, ...(help === undefined ? {} : { help }) })
  })
}

/** Draws what stands in a public place instead of an answer that is for one person alone, with the button that shows it. */
export function renderInPublic(inPublic: InPublic, held: string, disclaimer: Answer['disclaimer']): MessageBody {
  const lines = [writeShort(inPublic.line), `-# ${writeShort(disclaimer.short)}`]
  const show = { purpose: 'help', component: button({ type: 'show', held }, inPublic.button) } as const
  return textMessage(lines.join(gap), layOut([show]))
}

/** Buttons of the platform's own, and the words on them. */
export type NoteButtons = { readonly words: ChatWords; readonly controls: readonly Control[] }

/** Draws a sentence that is no answer, such as that one was deleted. */
export function renderNote(note: string, buttons?: NoteButtons): MessageBody {
  const items = buttons?.controls.map((control) => controlItem(control, buttons.words)) ?? []
  return textMessage(writeShort(note), layOut(items))
}

function write(text: string): string {
  return escapeMarkdown(safeText(text).trim())
}

/** For sentences of the templates, which are far shorter. */
function writeShort(text: string): string {
  return write(cutText(safeText(text), limits.maxSentence))
}
