/**
 * What a text may hold at most before the Markdown parser sees it.
 *
 * The parser takes quadratic time for nested blocks and cubic time for nested emphasis (2,000 pairs: 6.6 s), so both are
 * bounded. The numbers keep the worst text known to a few seconds, and lie far above those of any leaflet.
 */
export const limits = {
  maxBytes: 1024 * 1024,
  maxLines: 10_000,
  /** Of the whole file, as `weighMarks` counts them. */
  maxMarks: 10_000,
  /** Quotes and lists in each other. */
  maxNesting: 6,
  /** Columns before the text of a line: each level of a list takes two or more of them. */
  maxIndent: 40,
  /** What stands between two empty lines. */
  block: { maxLines: 1_000, maxCharacters: 64_000, maxMarks: 1_000 },
} as const

/** What is wrong with a file of more than `limits.maxBytes`. */
export const tooLarge = { message: 'the file is larger than 1 MiB', fix: 'split it into several documents' } as const
