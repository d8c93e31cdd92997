import MiniSearch from 'minisearch'
import { functionWords } from '../../src/text/function-words.ts'
import { type Engine, flatten, searched } from './engine.ts'

const stopWords = functionWords['en'] ?? new Set()

/** MiniSearch with prefixes and fuzzy 0.2; stop words raw or removed (by our list). */
export function createMiniSearch({ stopWordsRemoved }: { readonly stopWordsRemoved: boolean }): Engine {
  return {
    build(documents) {
      const index = new MiniSearch({
        fields: [...searched],
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2, heading: 2 } },
        processTerm: (term) => {
          const word = term.toLowerCase()
          return stopWordsRemoved && stopWords.has(word) ? null : word
        },
      })
      index.addAll(flatten(documents))
      return (question) => index.search(question).map(({ id }) => String(id))
    },
  }
}
