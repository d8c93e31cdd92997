import type { Document, Passage } from '../document.ts'
import { createNameSearch, type Named } from './name-search.ts'

/** Looks topics up by what is being typed: for autocomplete, and to guess what a misspelt question meant. */
export type Topics = {
  /** Every passage, in the order of the library. */
  readonly all: readonly Passage[]
  /** What a passage is looked up by. */
  readonly namesOf: (passage: Passage) => PassageNames
  /**
   * Passages whose names come close, best first, each once with the name that came closest. Where nothing is typed: the first
   * passage of each document, then the others, by their headings.
   */
  readonly suggest: (typed: string, limit: number) => readonly SuggestedPassage[]
  /** Documents whose title or aliases come close, best first; in the order of the library where nothing is typed. */
  readonly suggestDocuments: (typed: string, limit: number) => readonly Document[]
}

/** A passage, and the title, heading, alias or asked phrasing that came closest. */
export type SuggestedPassage = { readonly passage: Passage; readonly name: string }

/** The names of a passage, each once: those of the whole document belong to its first passage. */
export type PassageNames = { readonly title: string; readonly heading: string; readonly names: readonly string[] }

/** Prepares looking up every title, heading, alias and asked phrasing. */
export function createTopics(documents: readonly Document[]): Topics {
  const all = documents.flatMap(({ passages }) => passages)
  const firstOnes = new Set(documents.flatMap(({ passages }) => passages.slice(0, 1)))
  const byDefault = [...firstOnes, ...all.filter((passage) => !firstOnes.has(passage))]
  const searchPassages = createNameSearch(() => documents.flatMap(namesOfPassages))
  const searchDocuments = createNameSearch(() => documents.flatMap(namesOfDocument))

  return {
    all,
    namesOf(passage) {
      const { heading } = passage
      const document = documents.find(({ name }) => name === passage.document)
      const names = document === undefined ? [] : namesIn(document, passage)
      return { title: document?.title ?? heading, heading, names: names.filter((name) => name !== heading) }
    },
    suggest(typed, limit) {
      if (isEmpty(typed)) return byDefault.slice(0, limit).map((passage) => ({ passage, name: passage.heading }))
      return searchPassages(typed, limit).map(({ thing, name }) => ({ passage: thing, name }))
    },
    suggestDocuments(typed, limit) {
      return isEmpty(typed) ? documents.slice(0, limit) : searchDocuments(typed, limit).map(({ thing }) => thing)
    },
  }
}

function isEmpty(typed: string): boolean {
  return typed.trim() === ''
}

function namesOfPassages(document: Document): Named<Passage>[] {
  return document.passages.flatMap((thing) => namesIn(document, thing).map((name) => ({ name, thing })))
}

function namesIn({ title, aliases, passages }: Document, passage: Passage): readonly string[] {
  const ofDocument = passage === passages[0] ? [title, ...aliases] : []
  return [...new Set([passage.heading, ...passage.asked, ...ofDocument])]
}

function namesOfDocument(thing: Document): Named<Document>[] {
  return [thing.title, ...thing.aliases].map((name) => ({ name, thing }))
}
