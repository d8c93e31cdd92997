import type { Answer, Block } from '../../../responder/answer.ts'
import { type SplitOptions, splitAnswer } from '../../drawing/split-answer.ts'
import { type Drawn, drawBlocks } from './draw-blocks.ts'
import { fitsSections, toSections, toText } from './sections.ts'

/** How much of a message or view the body of an answer may take. */
export type Room = { readonly maxBlocks: number; readonly maxText: number }

/** Whether blocks fit into so much room. */
export function fitsRoom(blocks: readonly Block[], { maxBlocks, maxText }: Room): boolean {
  const drawn = drawBlocks(blocks)
  return toText(drawn).length <= maxText && fitsSections(drawn) && toSections(drawn).length <= maxBlocks
}

/** Draws as much of an answer as one view holds; where there is more, it says so. */
export function drawWhole(answer: Answer, options: Omit<SplitOptions, 'fits'>, room: Room): readonly Drawn[] {
  const longer: Block = { type: 'paragraph', children: [{ type: 'text', value: options.words.notes.longer }] }
  const fits = (blocks: readonly Block[]) => fitsRoom([...blocks, longer], room)
  const [first = [], ...more] = splitAnswer(answer, { ...options, fits })
  return drawBlocks(more.length === 0 ? first : [...first, longer])
}
