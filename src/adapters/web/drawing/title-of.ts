import type { Answer } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import type { Drawing } from './drawing.ts'

/** What an answer is called, as its heading says: never by the question. */
export function titleOf({ blocks, topic, outcome }: Answer, { words }: Pick<Drawing, 'words'>): string {
  const { urgent, answer } = words.web.exchange
  if (outcome === 'urgent') return urgent
  const heading = blocks.find(({ type }) => type === 'heading')
  if (heading?.type !== 'heading') return safeText(topic ?? answer)
  return safeText(heading.children.map((part) => ('value' in part ? part.value : ' ')).join(''))
}
