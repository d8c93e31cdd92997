import type { EverydayWords } from './everyday-words.ts'
import { fold } from './fold.ts'
import { functionWords } from './function-words.ts'
import { words } from './words.ts'

/**
 * Tells in which language a message is written, from its script and its small words.
 *
 * Undefined where the message is too short to tell; `und-Cyrl` and the like where only the script is clear.
 * A word that several languages share counts for each of them by its share, and an English word that is
 * neither foreign nor rare counts for English, so that names and loan words do not make a message foreign.
 */
export function detectLanguage(text: string, everyday: EverydayWords): string | undefined {
  const said = words(fold(text))
  const script = dominantScript(said)
  if (script !== undefined) return `und-${script}`
  const points = new Map<string, number>()
  const add = (language: string, share: number) => points.set(language, (points.get(language) ?? 0) + share)
  for (const word of said) {
    const languages = wordLanguages.get(word) ?? (everyday.count(word) >= everydayCount ? ['en'] : [])
    for (const language of languages) add(language, 1 / languages.length)
  }
  for (const [language, signs] of spellings) if (signs.test(text)) add(language, spellingPoints)
  const [best, second] = [...points].toSorted(([, a], [, b]) => b - a)
  if (best === undefined || best[1] < leastPoints || best[1] - (second?.[1] ?? 0) < leastLead) return undefined
  return best[0]
}

/** Found by trying on the messages of `evaluation/`: one clear small word is chance, two are a language. */
const leastPoints = 1.2
const leastLead = 0.6

/** Letters and signs that folding takes away, and the language they speak for; a foreign name has them too. */
const spellings: readonly (readonly [language: string, signs: RegExp])[] = [
  ['es', /[¿¡ñ]|[áéíóú]/i],
  ['pt', /[ãõ]|ç[ãõ]|[áéíóúâê]/i],
  ['fr', /[èêàùûîœ]|é|\b[ldjcnsm]['’]/i],
  ['de', /[ßäöü]/i],
  ['it', /[àèìòù]\b/i],
  ['pl', /[łąęśźżćń]/i],
  ['sv', /[åäö]/i],
  ['tr', /[ğşı]/i],
]
const spellingPoints = 0.5

/** From this count on in everyday English a word speaks for English. */
const everydayCount = 100

const wordLanguages = languagesByWord()

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [language, list] of Object.entries(functionWords)) {
    for (const word of list) found.set(word, [...(found.get(word) ?? []), language])
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

function dominantScript(said: readonly string[]): string | undefined {
  const latin = said.filter((word) => /^[\p{Script=Latin}\p{N}]+$/u.test(word)).length
  if (latin * 2 >= said.length) return undefined
  return scripts.find(([, pattern]) => said.some((word) => pattern.test(word)))?.[0]
}
