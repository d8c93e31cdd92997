import type { Block, Phrasing } from './answer.ts'
import type { Disclaimer } from './disclaimer.ts'

/** A document as a list of all of them shows it. */
export type DocumentSummary = {
  /** The document's name, as addresses have it. */
  readonly document: string
  readonly title: string
  /** BCP 47 tag of the text. */
  readonly language: string
  /** Where the text comes from and when it was last reviewed. */
  readonly source: readonly Phrasing[]
  /** In reading order. */
  readonly sections: readonly SectionHeading[]
}

/** A heading of a document. */
export type SectionHeading = {
  /** The heading's slug, unique within the document. */
  readonly section: string
  readonly heading: string
  /** 1 for the text under the title, 2 and 3 as in the document. */
  readonly depth: 1 | 2 | 3
}

/** A whole document, for reading. */
export type DocumentText = Omit<DocumentSummary, 'sections'> & {
  readonly sections: readonly (SectionHeading & { readonly blocks: readonly Block[] })[]
  /** Shown last. */
  readonly disclaimer: Disclaimer
}
