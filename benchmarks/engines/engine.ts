import type { Document } from '../../src/knowledge/document.ts'
import { keyOf } from '../corpus.ts'

/** A search engine, set up as its own documentation would for this task. */
export type Engine = {
  /** Builds the index; what it returns ranks passages by their keys, best first, at least the first three. */
  readonly build: (documents: readonly Document[]) => Ask
  /** More sections than this are not worth the wait. */
  readonly largest?: { readonly sections: number; readonly reason: string }
}

export type Ask = (question: string) => readonly string[]

/** How many passages are asked of an engine that can be told. */
export const limit = 5

/** A passage as engines over flat records want it. */
export type FlatPassage = {
  readonly id: string
  /** Title and aliases of the document. */
  readonly title: string
  readonly heading: string
  readonly asked: string
  readonly text: string
}

/** The parts of a passage that are searched. */
export const searched = ['title', 'heading', 'asked', 'text'] as const

/** Lays documents out as flat records. */
export function flatten(documents: readonly Document[]): FlatPassage[] {
  return documents.flatMap(({ title, aliases, passages }) =>
    passages.map((passage) => ({
      id: keyOf(passage),
      title: [title, ...aliases].join('; '),
      heading: passage.heading,
      asked: passage.asked.join(' '),
      text: passage.text,
    })),
  )
}
