import { type APIComponentInContainer, ComponentType } from 'discord.js'
import { limits } from '../limits.ts'
import { layoutMessage, type MessageBody, textMessage } from './message-body.ts'
import { type Button, type Item, layOut, type Row } from './rows.ts'

/** What one message of an answer shows, as Discord's Markdown and components. */
export type Part = {
  readonly text: string
  readonly source: string
  readonly disclaimer: string
  readonly items: readonly Item[]
  /** Absent where an item leads to help. */
  readonly help?: Button
  /** Help stands before everything else that can be picked. */
  readonly isUrgent: boolean
}

/** How answers are drawn, and how much text one message holds. */
export type Layout = {
  readonly maxText: number
  readonly draw: (part: Part) => MessageBody
}

/** Text in `content`, which notifications show, and action rows below it. */
export const plainLayout: Layout = {
  maxText: limits.maxContent,
  draw: ({ text, source, disclaimer, items, help, isUrgent }) => {
    const helpItem: readonly Item[] = help === undefined ? [] : [{ purpose: 'help', component: help }]
    const rows = layOut(isUrgent ? [...helpItem, ...items] : [...items, ...helpItem], fitsPlain)
    return textMessage([text, source, disclaimer].filter((each) => each !== '').join(gap), rows)
  },
}

/** A container that holds everything, with the way to help beside the disclaimer. */
export const containerLayout: Layout = {
  maxText: limits.maxTexts,
  draw: ({ text, source, disclaimer, items, help }) => {
    const others = items.filter(({ component }) => component.custom_id !== help?.custom_id)
    const components: APIComponentInContainer[] = [
      ...(text === '' ? [] : [textDisplay(text), separator]),
      ...(source === '' ? [] : [textDisplay(source)]),
      ...layOut(others, fitsContainer),
      help === undefined ? textDisplay(disclaimer) : withButton(disclaimer, help),
    ]
    return layoutMessage([{ type: ComponentType.Container, components }])
  },
}

/** Stands between the texts of a message. */
export const gap = '\n\n'

function fitsPlain(rows: readonly Row[]): boolean {
  return rows.length <= limits.maxRows
}

function fitsContainer(rows: readonly Row[]): boolean {
  return rows.reduce((sum, { components }) => sum + 1 + components.length, 0) <= limits.maxComponents - withoutRows
}

/** Components beside the rows: container, text, separator, source, and a section with its text and button. */
const withoutRows = 7

const separator = { type: ComponentType.Separator } as const

function textDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const
}

function withButton(content: string, accessory: Button): APIComponentInContainer {
  return { type: ComponentType.Section, components: [textDisplay(content)], accessory }
}
