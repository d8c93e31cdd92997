import type { Document, Passage } from '../src/knowledge/document.ts'

/** Documents with questions whose right passages are known. */
export type Corpus = {
  readonly documents: readonly Document[]
  readonly questions: readonly Question[]
}

export type Question = {
  readonly text: string
  /** Keys of the passages that answer it. */
  readonly right: readonly string[]
}

/** What a passage is called across engines. */
export function keyOf({ document, section }: Pick<Passage, 'document' | 'section'>): string {
  return `${document}#${section}`
}
