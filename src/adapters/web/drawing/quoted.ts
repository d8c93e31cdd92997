import type { Answer } from '../../../responder/answer.ts'
import type { Bot } from '../../../responder/bot.ts'

/** Which blocks of an answer are word for word from a document in another language than the words around them. */
export type Quoted = {
  /** The document's, BCP 47. */
  readonly language: string
  /** Place of the block behind the last; the first is the first heading. */
  readonly end: number
}

/** Finds them by the receipt: from the first heading on, each passage has its heading and as many blocks as in its document. */
export function quotedIn({ blocks, receipt, language }: Answer, documentOf: Bot['document']): Quoted | undefined {
  const text = receipt && documentOf(receipt.document)
  if (receipt === undefined || text === undefined || text.language === language) return undefined
  const from = blocks.findIndex(({ type }) => type === 'heading')
  if (from === -1) return undefined
  const counts = receipt.passages.map((shown) => {
    const { blocks: own = [] } = text.sections.find(({ section }) => section === shown.section) ?? {}
    return 1 + own.length
  })
  return { language: text.language, end: from + counts.reduce((sum, count) => sum + count, 0) }
}
