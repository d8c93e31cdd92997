import type { types } from '@slack/bolt'

/**
 * Gives every button of a message or view an action id of its own, such as "passage-3": what it does, and its place.
 *
 * Their blocks carry the language of the answer in their id, as Slack does not tell a person's own when they press.
 */
export function numberButtons(blocks: readonly types.KnownBlock[], language?: string): types.KnownBlock[] {
  let count = 0
  const numbered = <Element extends { readonly type: string }>(element: Element): Element => {
    if (!isButton(element)) return element
    count += 1
    return { ...element, action_id: `${/^[a-z-]*/.exec(element.value ?? '')?.[0] ?? ''}-${count}` }
  }
  return blocks.map((block, place) => {
    const id = language === undefined ? {} : { block_id: `${language}:${place}` }
    if (block.type === 'actions') return { ...block, ...id, elements: block.elements.map(numbered) }
    if (block.type !== 'section' || block.accessory === undefined) return block
    return { ...block, ...id, accessory: numbered(block.accessory) }
  })
}

function isButton(element: { readonly type: string }): element is types.Button {
  return element.type === 'button'
}
