import type { Answer } from '../../../responder/answer.ts'
import { type SplitOptions, splitAnswer } from '../../drawing/split-answer.ts'
import { renderBlocks } from './render-blocks.ts'

export type BodyOptions = Omit<SplitOptions, 'fits'>

/** Draws note and blocks as texts of at most so many characters. */
export function renderBody(answer: Answer, maxCharacters: number, options: BodyOptions): readonly string[] {
  const fits: SplitOptions['fits'] = (part) => renderBlocks(part).length <= maxCharacters
  return splitAnswer(answer, { ...options, fits }).map(renderBlocks)
}
