import type { CheckedBlock } from './check-blocks.ts'

/**
 * Finds what the blocks say and `text` does not.
 *
 * Notifications and screen readers get `text` alone, so all words of the blocks must stand in it, in their order; it may
 * have more. What only can be pressed or chosen is not counted.
 */
export function checkTold(text: string, blocks: readonly CheckedBlock[]): readonly string[] {
  const told = wordsOf(text)
  const said = blocks.flatMap(textsOf).flatMap(wordsOf)
  let place = 0
  for (const word of said) {
    const found = told.indexOf(word, place)
    if (found === -1) return [`text lacks the word "${word}" of the blocks after "${told.slice(0, place).join(' ')}"`]
    place = found + 1
  }
  return []
}

function textsOf(block: CheckedBlock): readonly string[] {
  switch (block.type) {
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((each) => (each === undefined ? [] : [each.text]))
    case 'context':
      return block.elements.map((each) => (each.type === 'image' ? each.alt_text : each.text))
    case 'header':
      return [block.text.text]
    case 'markdown':
      return [block.text.replaceAll(/\]\([^()\s]*\)/g, ']')]
    case 'image':
      return [block.alt_text]
    case 'actions':
    case 'divider':
      return []
  }
}

/** Words without marks, links by what they are called, and without what is never seen. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .replaceAll(/<https:\/\/[^\s<>|]+\|([^<>\n]+)>/g, '$1')
    .replaceAll(/&(amp|lt|gt);/g, ' ')
    .replaceAll(/[*_~`\p{Cf}]/gu, '')
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
