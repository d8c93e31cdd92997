/** How often words were seen in training, by language. */
export type WordCounts = {
  readonly languages: readonly string[]
  readonly has: (word: string) => boolean
  /** Times in a language, or in all of them. */
  readonly count: (word: string, language?: string) => number
  /** The logarithm of the chance of a word in each language, in the order of `languages`; undefined for a word never seen. */
  readonly chances: (word: string) => Float32Array | undefined
}

/** What a word that was not seen in a language counts there, as a share of a sighting. */
const unseen = 0.3

/** Reads counts from `the 2210 a 1780 …`, by language. */
export function parseWordCounts(lists: Readonly<Record<string, string>>): WordCounts {
  const languages = Object.keys(lists)
  const width = languages.length
  const parsed = languages.map((language) => (lists[language] ?? '').split(' '))
  const rows = new Map<string, number>()
  for (const parts of parsed)
    for (let at = 0; at + 1 < parts.length; at += 2)
      if (!rows.has(parts[at] ?? '')) rows.set(parts[at] ?? '', rows.size)

  const counts = new Uint32Array(rows.size * width)
  parsed.forEach((parts, language) => {
    for (let at = 0; at + 1 < parts.length; at += 2)
      counts[(rows.get(parts[at] ?? '') ?? 0) * width + language] = Number(parts[at + 1])
  })
  const totals = languages.map((_, language) => sumOf(counts, language, width))
  const chances = Float32Array.from(counts, (count, cell) =>
    Math.log((count + unseen) / ((totals[cell % width] ?? 0) + unseen * rows.size)),
  )
  return {
    languages,
    has: (word) => rows.has(word),
    count: (word, language) => {
      const row = rows.get(word)
      if (row === undefined) return 0
      if (language === undefined) return sumOf(counts.subarray(row * width, (row + 1) * width), 0, 1)
      return counts[row * width + languages.indexOf(language)] ?? 0
    },
    chances: (word) => {
      const row = rows.get(word)
      return row === undefined ? undefined : chances.subarray(row * width, (row + 1) * width)
    },
  }
}

function sumOf(counts: Uint32Array, from: number, step: number): number {
  let sum = 0
  for (let cell = from; cell < counts.length; cell += step) sum += counts[cell] ?? 0
  return sum
}
