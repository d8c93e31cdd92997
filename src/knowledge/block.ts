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
  | {
      readonly type: 'text' | 'emphasis' | 'strong'
      readonly value: string
      /** What `value` prints that a person can call, text or open, in that order; passages of documents have none. */
      readonly contacts?: readonly Contact[]
    }
  /** `url` is always `https:`. */
  | { readonly type: 'link'; readonly value: string; readonly url: string }
  | { readonly type: 'break' }

/** A way to reach a help line, as a link for renderers that can draw one. */
export type Contact = {
  readonly way: 'call' | 'text' | 'web'
  /** As it is printed, such as `1-800-668-6868`. */
  readonly value: string
  /** A `tel:`, `sms:` or `https:` address. */
  readonly uri: string
}
