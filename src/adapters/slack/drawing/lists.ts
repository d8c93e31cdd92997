import type { types } from '@slack/bolt'
import type { Action } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { type ChoiceId, placeKey, writeChoiceId } from '../../choice-id.ts'
import { limits } from '../limits.ts'
import { label } from './label.ts'
import { chunks, type Item } from './rows.ts'

/** The countries among the actions, as lists. */
export function countryLists(actions: readonly Action[], { pick }: ChatWords): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'country' && /^[\w-]{1,16}$/.test(action.region) ? [option(action.label, action.region)] : [],
  )
  return inLists(options).map((some, list) => select({ type: 'country', list }, pick.country, some))
}

/** The passages among the actions as lists, where they are too many for buttons; else none. */
export function passageLists(actions: readonly Action[], { pick }: ChatWords, maxButtons: number): readonly Item[] {
  const options = actions.flatMap((action) =>
    action.type === 'passage' ? [option(action.label, placeKey(action.document, action.section))] : [],
  )
  if (options.length <= maxButtons) return []
  return inLists(options).map((some, list) =>
    select({ type: 'pick', list }, list === 0 ? pick.topic : pick['more-topics'], some),
  )
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

type ListId = Extract<ChoiceId, { readonly type: 'country' | 'pick' }>

function select(choice: ListId, placeholder: string, options: Option[]): Item {
  const id = writeChoiceId(choice)
  return {
    id,
    element: { type: 'static_select', action_id: id, placeholder: label(placeholder, limits.maxPlaceholder), options },
    purpose: choice.type === 'country' ? 'help' : 'related',
  }
}
