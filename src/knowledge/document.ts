import type { Block } from './block.ts'

/** One reviewed text about one topic, as loaded from one Markdown file. */
export type Document = {
  /** File stem, unique within a library: `low-serotonin`. */
  readonly name: string
  readonly title: string
  /** BCP 47 tag, in lower case as far as the language goes: `en`, `pt-BR`. */
  readonly language: string
  /** Never empty. */
  readonly sources: readonly Source[]
  /** Who reviewed the text; absent where no clinician has. */
  readonly reviewer?: string
  /** Day of the last review, `2026-11-23`. */
  readonly reviewed: string
  /** Last day on which the text may be served, `2027-11-23`. */
  readonly reviewBy: string
  /** Other names of the topic: searched, never shown as answer text. */
  readonly aliases: readonly string[]
  /** In reading order; the passage `overview` first where there is one. */
  readonly passages: readonly Passage[]
}

/** Where a document's facts come from. */
export type Source = {
  readonly title: string
  readonly publisher?: string
  /** Always `https:`. */
  readonly url?: string
}

/** The text under one heading of level 2 or 3: the smallest thing that is found and shown. */
export type Passage = {
  /** Name of the document it stands in. */
  readonly document: string
  /** Heading slug, unique within the document; `overview` for the text under the title. */
  readonly section: string
  /** Heading as plain text; the document's title for `overview`. */
  readonly heading: string
  /** Slug of the level-2 section that a level-3 section belongs to. */
  readonly parent?: string
  /** Slugs of the level-3 sections below a level-2 section, in reading order. */
  readonly children: readonly string[]
  readonly blocks: readonly Block[]
  /** The blocks as plain text: one line a paragraph, list item or table row, no Markdown. */
  readonly text: string
  /** SHA-256 of `text` in UTF-8, 64 hexadecimal digits: what a receipt proves. */
  readonly hash: string
  /** How people ask for this section: searched, never shown as answer text. */
  readonly asked: readonly string[]
  /** Slugs of passages of this document that must be shown with this one. */
  readonly keepWith: readonly string[]
  /** Line of the heading in the file, from 1. */
  readonly line: number
}
