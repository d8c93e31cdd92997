import type { CheckedBlock } from './check-blocks.ts'

/**
 * Finds ids that are not the only ones of their kind, so that an answer could not be told apart from another.
 *
 * Slack wants block ids to differ in a message and action ids in a block; the bot promises that of action ids in the
 * whole message.
 */
export function checkIds(blocks: readonly CheckedBlock[]): readonly string[] {
  const elements = blocks.flatMap(elementsOf)
  return [
    ...repeated(blocks.map(({ block_id }) => block_id)).map((id) => `the block id "${id}" stands twice`),
    ...repeated(elements.map((each) => ('action_id' in each ? each.action_id : undefined))).map(
      (id) => `the action id "${id}" stands twice`,
    ),
    ...elements.flatMap((each) =>
      'options' in each
        ? repeated(each.options.map(({ value }) => value)).map((value) => `the option value "${value}" stands twice`)
        : [],
    ),
  ]
}

function elementsOf(block: CheckedBlock) {
  if (block.type === 'actions') return block.elements
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : []
}

function repeated(values: readonly (string | undefined)[]): readonly string[] {
  return values.flatMap((value, place) => (value !== undefined && values.indexOf(value) < place ? [value] : []))
}
