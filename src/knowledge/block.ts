/**
 * A piece of text as every renderer draws it: the part of Markdown that answers use, under mdast's names.
 *
 * A new member is a compile error in each renderer until it draws it.
 */
export type Block = Heading | Paragraph | List | Blockquote | Table

export type Heading = {
  readonly type: 'heading'
  /** 1 is the answer's own heading; headings inside a passage follow from 2 on. */
  readonly depth: number
  readonly children: readonly Phrasing[]
}

export type Paragraph = { readonly type: 'paragraph'; readonly children: readonly Phrasing[] }

export type List = {
  readonly type: 'list'
  /** Number of the first item of a numbered list; absent for bullets. */
  readonly start?: number
  /** What stands in each item; lists may nest. */
  readonly items: readonly (readonly Block[])[]
}

export type Blockquote = { readonly type: 'blockquote'; readonly children: readonly Block[] }

export type Table = {
  readonly type: 'table'
  /** Rows of cells; the first row is the head. */
  readonly rows: readonly (readonly (readonly Phrasing[])[])[]
}

/** A run of text inside a block. */
export type Phrasing =
  | { readonly type: 'text' | 'emphasis' | 'strong'; readonly value: string }
  /** `url` is always `https:`. */
  | { readonly type: 'link'; readonly value: string; readonly url: string }
  | { readonly type: 'break' }
