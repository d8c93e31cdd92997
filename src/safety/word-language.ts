import type { WordCounts } from './word-counts.ts'

/** Languages that a message may be in. */
export type WordLanguage = {
  /** Those whose rules are worth trying, the likeliest first: English always, since it is mixed into all others. */
  readonly likely: readonly string[]
  /** The most likely one; undefined where no word tells. */
  readonly language: string | undefined
  /** How much likelier than English that is: the natural logarithm of the ratio. */
  readonly lead: number
}

/** A language this much less likely than the best (natural logarithm of the ratio) is not tried. */
const reach = 4

/** How much likelier than another English is before a word is read: people write it everywhere, and "im" alone is no German. */
const headStart = 2

/** Prepares telling the language of a message from its words, as naive Bayes does. */
export function createWordLanguage({ languages, chances }: WordCounts): (words: readonly string[]) => WordLanguage {
  return (words) => {
    const scores = languages.map((language): number => (language === 'en' ? headStart : 0))
    let told = false
    for (const word of words) {
      const seen = chances(word)
      if (seen === undefined) continue
      told = true
      for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (seen[at] ?? 0)
    }
    const best = Math.max(...scores)
    const order = languages
      .map((language, at) => ({ language, score: scores[at] ?? 0 }))
      .filter(({ language, score }) => language === 'en' || score >= best - reach)
      .toSorted((a, b) => b.score - a.score)
      .map(({ language }) => language)
    return {
      likely: order,
      language: told ? order[0] : undefined,
      lead: best - (scores[languages.indexOf('en')] ?? best),
    }
  }
}
