import type { types } from '@slack/bolt'
import { escapeTyped } from './messages.ts'

/** What the press or choice says of itself; throws where there is no such thing to press or choose. */
export function findAction(
  blocks: readonly types.KnownBlock[],
  kind: 'button' | 'static_select',
  label: string,
): object {
  const elements = blocks.flatMap(elementsOf)
  const labels: string[] = []
  for (const element of elements) {
    if (element.type !== kind) continue
    if (element.type === 'button') {
      if (element.text.text === label && element.url === undefined) return { ...element, text: escaped(element.text) }
      labels.push(element.text.text)
    }
    if (element.type === 'static_select') {
      const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? []
      const option = options.find(({ text }) => text.text === label)
      const { type, action_id, block_id, placeholder } = element
      if (option !== undefined)
        return { type, action_id, block_id, placeholder, selected_option: { ...option, text: escaped(option.text) } }
      labels.push(...options.map(({ text }) => text.text))
    }
  }
  throw new Error(
    `There is no ${kind} "${label}", only ${labels.map((each) => `"${each}"`).join(', ') || 'none at all'}`,
  )
}

/** Labels come back escaped (slackapi/bolt-python, issue 513, 2021-11-02). */
function escaped(label: types.PlainTextElement | types.MrkdwnElement): object {
  return { ...label, text: escapeTyped(label.text) }
}

type Element = (types.Button | types.StaticSelect) & { readonly block_id: string | undefined }

function elementsOf(block: types.KnownBlock): readonly Element[] {
  const all: readonly unknown[] =
    block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : []
  return all.filter(isUsable).map((element) => Object.assign({ block_id: block.block_id }, element))
}

function isUsable(element: unknown): element is types.Button | types.StaticSelect {
  const isObject = typeof element === 'object' && element !== null && 'type' in element
  return isObject && (element.type === 'button' || element.type === 'static_select')
}
