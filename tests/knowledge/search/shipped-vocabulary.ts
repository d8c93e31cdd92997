import { buildInvertedIndex } from '../../../src/knowledge/search/inverted-index.ts'
import { plainWords, readPassageWords } from '../../../src/knowledge/search/passage-words.ts'
import { stopWordsOf, type Vocabulary } from '../../../src/knowledge/search/vocabulary.ts'
import { shippedDocuments, shippedWords } from './shipped-search.ts'

const passages = shippedDocuments.flatMap((document) =>
  readPassageWords(document).map(({ title, heading, aliases, asked }, number) => ({
    title,
    heading,
    aliases,
    asked,
    body: plainWords(document.passages[number]?.text ?? ''),
  })),
)

/** The words that search over the shipped documents knows. */
export const shippedVocabulary: Vocabulary = {
  index: buildInvertedIndex(passages),
  stopWords: stopWordsOf(['en'], shippedWords.everyday),
  ...shippedWords,
}
