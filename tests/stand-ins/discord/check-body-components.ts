import { type Component, flatComponents } from './component-tree.ts'

/**
 * Finds what Discord refuses about components beyond their shape.
 *
 * Written from components/reference.mdx of discord-api-docs, as of 2026-11-23, and apart from the bot's own limits.
 */
export function checkComponents(components: readonly Component[], isLayout: boolean): readonly string[] {
  const all = flatComponents(components)
  const text = all.reduce((sum, { content = '' }) => sum + content.length, 0)
  return [
    ...(all.length > 40 ? [`${all.length} components, 40 are allowed`] : []),
    ...(text > 4000 ? [`${text} characters in text displays, 4000 are allowed`] : []),
    ...repeated(all.map(({ custom_id }) => custom_id)).map((id) => `the custom id "${id}" stands twice`),
    ...repeated(all.map(({ id }) => id || undefined)).map((id) => `the component id ${id} stands twice`),
    ...(isLayout ? [] : checkLegacy(components)),
    ...all.flatMap((component) => rules[component.type]?.(component) ?? []),
  ]
}

/** Values that stand more than once. */
export function repeated<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined).filter((value, place, all) => all.indexOf(value) !== place)
}

function checkLegacy(components: readonly Component[]): readonly string[] {
  const others = components.filter(({ type }) => type !== types.actionRow)
  return [
    ...(components.length > 5 ? [`${components.length} action rows, 5 are allowed`] : []),
    ...others.map(({ type }) => `a component of type ${type} needs the flag for Components V2`),
  ]
}

const types = { actionRow: 1, button: 2, stringSelect: 3, textDisplay: 10 } as const

/** What holds for each type of component. */
const rules: Readonly<Record<number, (component: Component) => readonly string[]>> = {
  [types.actionRow]: ({ components = [] }) => {
    const hasOther = components.some(({ type }) => type !== types.button)
    return hasOther && components.length > 1 ? ['an action row holds five buttons or one select, not both'] : []
  },
  [types.button]: checkButton,
  [types.stringSelect]: checkSelect,
  [types.textDisplay]: ({ content = '' }) => (content.trim() === '' ? ['a text display is blank'] : []),
}

const linkStyle = 5
const premiumStyle = 6

function checkButton({ style = 0, label, custom_id, ...rest }: Component): readonly string[] {
  const { emoji, url } = rest as { readonly emoji?: unknown; readonly url?: string }
  const isOwn = style < linkStyle
  return [
    ...(isOwn && custom_id === undefined ? [`the button "${label}" has no custom id`] : []),
    ...(isOwn && url !== undefined ? [`the button "${label}" has an address but is no link`] : []),
    ...(style === linkStyle && url === undefined ? [`the link button "${label}" has no address`] : []),
    ...(!isOwn && custom_id !== undefined ? [`the link button "${label}" has a custom id`] : []),
    ...(style !== premiumStyle && emoji === undefined && isBlank(label) ? ['a button has no label'] : []),
  ]
}

function checkSelect({ options = [], min_values: least = 1, max_values: most = 1 }: Component): readonly string[] {
  return [
    ...repeated(options.map(({ value }) => value)).map((value) => `the option value "${value}" stands twice`),
    ...options.filter(({ label }) => isBlank(label)).map(() => 'an option has no label'),
    ...(least > most ? ['a select asks for more options than it allows'] : []),
    ...(most > options.length ? ['a select allows more options than it has'] : []),
  ]
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
