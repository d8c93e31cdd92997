import { Charset, Document } from 'flexsearch'
import { type Engine, flatten, limit, searched } from './engine.ts'

/** FlexSearch with prefixes, its spelling-tolerant encoder, and results that need not have every word. */
export function createFlexSearch(): Engine {
  return {
    build(documents) {
      const index = new Document({
        document: { id: 'id', index: [...searched] },
        tokenize: 'forward',
        encoder: Charset.LatinBalance,
      })
      for (const passage of flatten(documents)) index.add(passage)
      return (question) => index.search(question, { limit, suggest: true, merge: true }).map(({ id }) => String(id))
    },
  }
}
