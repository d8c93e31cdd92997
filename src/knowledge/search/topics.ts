import Fuse from 'fuse.js'
import type { Document, Passage } from '../document.ts'

/** Looks topics up by what is being typed: for autocomplete, and to guess what a misspelt question meant. */
export type Topics = {
  /** Passages whose names come close, best first, each once; the first of the library where nothing is typed. */
  readonly suggest: (typed: string, limit: number) => readonly Passage[]
}

type Name = { readonly name: string; readonly passage: Passage }

/** fuse.js's scale: 0 is exact, 1 matches anything. */
const threshold = 0.4

/** Files every title, heading, alias and asked phrasing; the index is built when it is first needed. */
export function createTopics(documents: readonly Document[]): Topics {
  const passages = documents.flatMap((document) => document.passages)
  let fuse: Fuse<Name> | undefined
  return {
    suggest(typed, limit) {
      const sought = typed.trim().slice(0, longestTyped)
      if (sought === '') return passages.slice(0, limit)
      fuse ??= new Fuse(documents.flatMap(namesOf), {
        keys: ['name'],
        threshold,
        ignoreLocation: true,
        minMatchCharLength: 2,
      })
      const found = fuse.search(sought, { limit: limit * 8 }).map(({ item }) => item.passage)
      return [...new Set(found)].slice(0, limit)
    },
  }
}

/** Characters that are looked at; fuse.js compares bit by bit, and names are short. */
const longestTyped = 100

function namesOf(document: Document): Name[] {
  return document.passages.flatMap((passage, number) => {
    const names = [passage.heading, ...passage.asked, ...(number === 0 ? [document.title, ...document.aliases] : [])]
    return [...new Set(names)].map((name) => ({ name, passage }))
  })
}
