import { join } from 'node:path'
import { loadLibrary } from '../../../src/knowledge/load-library.ts'
import { loadWords } from '../../../src/knowledge/load-words.ts'
import { createSearch } from '../../../src/knowledge/search/create-search.ts'

const root = join(import.meta.dirname, '../../..')

/** A day on which every document is served. */
export const today = '2026-11-23'

/** The documents that Pamphlet is shipped with. */
export const shippedDocuments = loadLibrary(join(root, 'knowledge'), today).documents

/** Eight documents about garden plants: a library of several, where topics compete. */
export const gardenDocuments = loadLibrary(join(root, 'evaluation/knowledge'), today).documents

/** Lay words and everyday English, as shipped. */
export const shippedWords = loadWords([join(root, 'knowledge')])

/** Search over the shipped documents. */
export const search = createSearch(shippedDocuments, shippedWords)
