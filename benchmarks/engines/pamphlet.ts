import { loadShippedWords } from '../../evaluation/judgments.ts'
import { createSearch } from '../../src/knowledge/search/create-search.ts'
import { keyOf } from '../corpus.ts'
import { type Engine, limit } from './engine.ts'

/** Our own search; the list of everyday words is shared by all indexes, so it is loaded before measuring. */
export function createPamphlet(): Engine {
  const words = loadShippedWords()
  return {
    build(documents) {
      const search = createSearch(documents, words)
      return (question) => search(question, { limit }).hits.map(({ passage }) => keyOf(passage))
    },
  }
}
