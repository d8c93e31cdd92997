import { templates } from '../../../responder/shipped-bot.ts'
import { flatComponents } from '../../../stand-ins/discord/component-tree.ts'
import type { MessageBody } from '../../../stand-ins/discord/message-body.ts'

/** Whether a message is an answer without the disclaimer; what the platform says for itself, such as "deleted", needs none. */
export function lacksDisclaimer({ content, components }: MessageBody): boolean {
  const drawn = flatComponents(components ?? []).map((component) => component.content ?? '')
  const text = [content ?? '', ...drawn].join('\n').replaceAll('\\', '').trim()
  return !notes.has(text) && !disclaimers.some((each) => text.toLowerCase().includes(each.toLowerCase()))
}

const languages = [...templates.values()]
const disclaimers = languages.flatMap(({ disclaimer }) => [disclaimer.text, disclaimer.short])
const notes: ReadonlySet<string> = new Set(languages.flatMap(({ chat }) => Object.values(chat.notes)))
