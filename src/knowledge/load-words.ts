import { loadEverydayWords } from '../text/everyday-words.ts'
import { loadLayWords } from './load-lay-words.ts'
import type { Words } from './search/create-search.ts'
import { createLayWords } from './search/lay-words.ts'

/** Loads what search knows beside the documents: everyday English, and the lay words of the folders that have a list. */
export function loadWords(folders: readonly string[]): Words {
  return { layWords: createLayWords(loadLayWords(folders)), everyday: loadEverydayWords() }
}
