import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord.js'
import { limits } from '../limits.ts'

export type Button = APIButtonComponentWithCustomId

/** Something to pick: a button, or a list of choices. */
export type Item = {
  readonly component: Button | APIStringSelectComponent
  readonly purpose: (typeof purposes)[number]
}

export type Row = APIActionRowComponent<Item['component']>

/** What an item is for; where room is short, help stays, and related topics are the first to go. */
const purposes = ['help', 'own question', 'own answer', 'sharing', 'all topics', 'related'] as const

/** Lays items out in their order, lists first. Repeated ids are left out, and what is not needed most where not all rows fit. */
export function layOut(items: readonly Item[], fits: (rows: readonly Row[]) => boolean = () => true): readonly Row[] {
  const unique = [...new Map(items.toReversed().map((item) => [item.component.custom_id, item])).values()].toReversed()
  const kept = new Set<Item>()
  for (const item of unique.toSorted((a, b) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose))) {
    if (fits(toRows([...kept, item]))) kept.add(item)
  }
  return toRows(unique.filter((item) => kept.has(item)))
}

/** Pieces of at most so many, in order. */
export function chunks<Value>(values: readonly Value[], size: number): readonly Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, place) =>
    values.slice(place * size, (place + 1) * size),
  )
}

function toRows(items: readonly Item[]): readonly Row[] {
  const components = items.map(({ component }) => component)
  const lists = components.filter(({ type }) => type === ComponentType.StringSelect).map((list) => [list])
  const buttons = components.filter(({ type }) => type === ComponentType.Button)
  return [...lists, ...chunks(buttons, limits.maxButtonsInRow)].map((row) => ({
    type: ComponentType.ActionRow,
    components: row,
  }))
}
