/** What the stand-in needs to know of a component of any type. */
export type Component = {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly label?: string
  readonly style?: number
  readonly disabled?: boolean
  readonly content?: string
  readonly options?: readonly { readonly label: string; readonly value: string }[]
  readonly min_values?: number
  readonly max_values?: number
  readonly components?: readonly Component[]
  readonly accessory?: Component
}

/** Every component of a message, however deep, parents first. */
export function flatComponents(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...flatComponents(component.components ?? []),
    ...(component.accessory === undefined ? [] : [component.accessory]),
  ])
}

/** The components with a number on each that has none, in order, as Discord gives them back. */
export function numberComponents(components: readonly Component[]): readonly Component[] {
  const taken = new Set(flatComponents(components).map(({ id }) => id))
  let next = 1
  const number = (component: Component): Component => {
    while (taken.has(next)) next += 1
    const id = component.id ?? next
    taken.add(id)
    return {
      ...component,
      id,
      ...(component.components && { components: component.components.map(number) }),
      ...(component.accessory && { accessory: number(component.accessory) }),
    }
  }
  return components.map(number)
}
