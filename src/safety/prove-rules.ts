import type { EverydayWords } from '../text/everyday-words.ts'
import { createRead } from './reading.ts'
import type { Rules } from './rules.ts'
import type { WordCounts } from './word-counts.ts'

/** Names every rule that misses its example or finds its counter-example, read with the rules of its own language alone. */
export function proveRules(rules: Rules, words: WordCounts, everyday: EverydayWords): readonly string[] {
  const rulesOf = () => rules
  const read = createRead({
    rulesOf,
    words,
    everyday,
    languageOf: () => ({ likely: [rules.language], language: rules.language, lead: 0 }),
  })
  const finds = (text: string, id: string) =>
    read(text).signs.some(({ rule, isMention }) => rule.id === id && !isMention)
  return rules.rules.flatMap(({ id, example, counter }) => [
    ...(finds(example, id) ? [] : [`rule "${id}" does not find its example "${example}"`]),
    ...(finds(counter, id) ? [`rule "${id}" finds its counter-example "${counter}"`] : []),
  ])
}
