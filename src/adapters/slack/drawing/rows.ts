import type { types } from '@slack/bolt'
import { limits } from '../limits.ts'

/** A button before `numberButtons` gives it its action id. */
export type Button = types.Button & { readonly value: string }

/** Something to pick: a button, or a list of choices. */
export type Item = {
  /** Says what it does; two items of one id are the same. */
  readonly id: string
  readonly element: Button | types.StaticSelect
  readonly purpose: (typeof purposes)[number]
}

/** Makes an item of a button. */
export function buttonItem(element: Button, purpose: Item['purpose']): Item {
  return { id: element.value, element, purpose }
}

/** What an item is for; where room is short, help stays, and related topics are the first to go. */
const purposes = ['help', 'own question', 'own answer', 'sharing', 'all topics', 'related'] as const

/** Lays items out in their order, lists first. Repeated ids are left out, and what is not needed most where not all rows fit. */
export function layOut(items: readonly Item[], maxRows: number): readonly types.ActionsBlock[] {
  const unique = [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()
  const kept = new Set<Item>()
  for (const item of unique.toSorted((a, b) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose))) {
    if (toRows([...kept, item]).length <= maxRows) kept.add(item)
  }
  return toRows(unique.filter((item) => kept.has(item)))
}

/** Pieces of at most so many, in order. */
export function chunks<Value>(values: readonly Value[], size: number): readonly Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, place) =>
    values.slice(place * size, (place + 1) * size),
  )
}

function toRows(items: readonly Item[]): readonly types.ActionsBlock[] {
  const elements = items.map(({ element }) => element)
  const lists = elements.filter(({ type }) => type === 'static_select').map((list) => [list])
  const buttons = elements.filter(({ type }) => type === 'button')
  return [...lists, ...chunks(buttons, limits.maxActionsElements)].map((row) => ({ type: 'actions', elements: row }))
}
