import type { types } from '@slack/bolt'
import type { Action } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { placeKey, writeChoiceId } from '../../choice-id.ts'
import { limits } from '../limits.ts'
import { label } from './label.ts'
import { chunks, type Item } from './rows.ts'

/** The countries among the actions, as lists. */
export function countryLists(actions: readonly Action[], { pick }: ChatWords): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'country' && /^[\w-]{1,16}$/.test(action.region) ? [option(action.label, action.region)] : [],
  )
  return inLists(options).map((some, list) => ({
    ...select(writeChoiceId({ type: 'country', list }), pick.country, some),
    purpose: 'help',
  }))
}

/** The passages among the actions as lists, where they are too many for buttons; else none. */
export function passageLists(actions: readonly Action[], { pick }: ChatWords): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'passage' ? [option(action.label, placeKey(action.document, action.section))] : [],
  )
  if (options.length <= limits.maxPassageButtons) return []
  return inLists(options).map((some, list) => ({
    ...select(writeChoiceId({ type: 'pick', list }), list === 0 ? pick.topic : pick['more-topics'], some),
    purpose: 'related',
  }))
}

type Option = types.PlainTextOption & { readonly value: string }

function option(text: string, value: string): Option {
  return { text: label(text, limits.maxOptionLabel), value }
}

/** The same choice twice in a list says nothing more. */
function inLists(options: readonly Option[]): readonly Option[][] {
  const unique = [...new Map(options.map((each) => [each.value, each])).values()]
  return chunks(unique, limits.maxOptions)
}

function select(id: string, placeholder: string, options: Option[]): Pick<Item, 'id' | 'element'> {
  return {
    id,
    element: { type: 'static_select', action_id: id, placeholder: label(placeholder, limits.maxPlaceholder), options },
  }
}
