import type { EverydayWords } from './everyday-words.ts'
import { functionWords } from './function-words.ts'

/**
 * Tells in which language a message is written, from its script and its small words.
 *
 * Undefined where the message is too short to tell; `und-Cyrl` and the like where only the script is clear.
 * A word that several languages share counts for each of them by its share, and an English word that is
 * neither foreign nor rare counts for English, so that names and loan words do not make a message foreign.
 */
export function detectLanguage(words: readonly string[], everyday: EverydayWords): string | undefined {
  const script = dominantScript(words)
  if (script !== undefined) return `und-${script}`
  const points = new Map<string, number>()
  for (const word of words) {
    const languages = wordLanguages.get(word) ?? (everyday.count(word) >= everydayCount ? ['en'] : [])
    for (const language of languages) points.set(language, (points.get(language) ?? 0) + 1 / languages.length)
  }
  const [best, second] = [...points].toSorted(([, a], [, b]) => b - a)
  if (best === undefined || best[1] < leastPoints || best[1] - (second?.[1] ?? 0) < leastLead) return undefined
  return best[0]
}

/** Found by trying on the messages of `evaluation/`: one clear small word is chance, two are a language. */
const leastPoints = 1.2
const leastLead = 0.6

/** From this count on in everyday English a word speaks for English. */
const everydayCount = 100

const wordLanguages = languagesByWord()

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words) found.set(word, [...(found.get(word) ?? []), language])
  }
  return found
}

const scripts = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hans', /\p{Script=Han}/u],
  ['Thai', /\p{Script=Thai}/u],
] as const

function dominantScript(words: readonly string[]): string | undefined {
  const latin = words.filter((word) => /^[\p{Script=Latin}\p{N}]+$/u.test(word)).length
  if (latin * 2 >= words.length) return undefined
  return scripts.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0]
}
