import { type APIMessage, ButtonStyle, ComponentType, InteractionType } from 'discord.js'
import { type Component, flatComponents } from './component-tree.ts'
import type { Deed, Situation } from './interaction.ts'
import { isLoading } from './message-flags.ts'
import { seenMessage } from './use-command.ts'
import type { World } from './world.ts'

/** A button that is pressed, found by its id or its label. */
export type Press = Situation & {
  readonly message: { readonly id: string }
  readonly customId?: string
  readonly label?: string
}

/** Values that are chosen from a select, found by its id or as the how-manieth of the message. */
export type Choice = Situation & {
  readonly message: { readonly id: string }
  readonly customId?: string
  readonly index?: number
  readonly values: readonly string[]
}

/** What pressing a button does; throws where there is no such button or it cannot be pressed. */
export function pressDeed(world: World, use: Press): Deed {
  const message = seenMessage(world, use, use.message.id)
  const buttons = componentsOf(message, ComponentType.Button)
  const button = buttons.find(({ custom_id, label }) =>
    use.label === undefined ? custom_id === use.customId : label === use.label,
  )
  if (button === undefined) throw missing('button', use.label ?? use.customId, buttons)
  if (button.disabled === true) throw new Error(`The button "${button.label}" is disabled`)
  if (button.style === ButtonStyle.Link) throw new Error(`The button "${button.label}" is a link`)

  return componentDeed(message, button, {})
}

/** What choosing from a select does; throws where there is no such select or the values are not to be had. */
export function choiceDeed(world: World, use: Choice): Deed {
  const message = seenMessage(world, use, use.message.id)
  const selects = componentsOf(message, ComponentType.StringSelect)
  const select =
    use.customId === undefined ? selects[use.index ?? 0] : selects.find((each) => each.custom_id === use.customId)
  if (select === undefined) throw missing('select', use.customId ?? use.index, selects)

  const offered = select.options?.map(({ value }) => value) ?? []
  const unknown = use.values.find((value) => !offered.includes(value))
  if (unknown !== undefined) throw new Error(`The select offers no "${unknown}", only ${offered.join(', ')}`)
  const { min_values: min = 1, max_values: max = 1 } = select
  if (use.values.length < min || use.values.length > max) throw new Error(`The select takes ${min} to ${max} values`)

  return componentDeed(message, select, { values: use.values })
}

function componentDeed(message: APIMessage, component: Component, more: object): Deed {
  const { id, custom_id, type: component_type } = component
  return {
    type: InteractionType.MessageComponent,
    source: message.id,
    message,
    data: { id, custom_id, component_type, ...more },
  }
}

function componentsOf(message: APIMessage, type: number): readonly Component[] {
  if (isLoading(message.flags)) return []
  return flatComponents((message.components ?? []) as readonly Component[]).filter((each) => each.type === type)
}

function missing(kind: string, wanted: string | number | undefined, there: readonly Component[]): Error {
  const names = there.map(({ label, custom_id }) => `"${label ?? custom_id}"`)
  return new Error(`The message has no ${kind} "${wanted}", only ${names.join(', ') || 'none at all'}`)
}
