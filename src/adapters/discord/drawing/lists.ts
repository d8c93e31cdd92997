import { type APISelectMenuOption, type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { Action } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { placeKey, writeChoiceId } from '../../choice-id.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import { limits } from '../limits.ts'
import { chunks, type Item } from './rows.ts'

/** The countries among the actions, as lists. */
export function countryLists(actions: readonly Action[], { pick }: ChatWords): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'country' && /^[\w-]{1,16}$/.test(action.region) ? [option(action.label, action.region)] : [],
  )
  return inLists(options).map((some, list) => ({
    purpose: 'help',
    component: select(writeChoiceId({ type: 'country', list }), pick.country, some),
  }))
}

/** The passages among the actions as lists, where they are too many for buttons; else none. */
export function passageLists(actions: readonly Action[], { pick }: ChatWords): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'passage' ? [option(action.label, placeKey(action.document, action.section))] : [],
  )
  if (options.length <= limits.maxPassageButtons) return []
  return inLists(options).map((some, list) => ({
    purpose: 'related',
    component: select(writeChoiceId({ type: 'pick', list }), list === 0 ? pick.topic : pick['more-topics'], some),
  }))
}

function option(label: string, value: string): APISelectMenuOption {
  return { label: cutLabel(label, limits.maxOptionLabel), value }
}

/** Discord takes no value twice. */
function inLists(options: readonly APISelectMenuOption[]): readonly APISelectMenuOption[][] {
  const unique = [...new Map(options.map((each) => [each.value, each])).values()]
  return chunks(unique, limits.maxOptions)
}

function select(custom_id: string, placeholder: string, options: APISelectMenuOption[]): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id,
    placeholder: cutLabel(placeholder, limits.maxPlaceholder),
    options,
  }
}
