import type { Random } from './random.ts'

const onsets = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'br',
  'ch',
  'cr',
  'dr',
  'gl',
  'ph',
  'pl',
  'pr',
  'st',
  'th',
  'tr',
] as const
const vowels = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'o', 'ae', 'ia', 'io', 'y'] as const
const codas = ['', '', '', '', '', '', '', 'l', 'm', 'n', 'r', 's', 'x', 'nd', 'rt', 'st'] as const
const endings = ['al', 'ic', 'ous', 'ine', 'ol', 'ate', 'ase', 'oid', 'ion', 'ity', 'um', 'ane'] as const

/** Makes up a word of so many syllables. */
export function generateWord(random: Random, syllables: number): string {
  return Array.from({ length: syllables }, () => random.pick(onsets) + random.pick(vowels) + random.pick(codas)).join(
    '',
  )
}

/** Makes up distinct words, the first ones short as common words are. */
export function generateVocabulary(random: Random, size: number): readonly string[] {
  const found = new Set<string>()
  while (found.size < size) {
    const syllables = 2 + Math.floor(Math.log10(1 + found.size) / 2.5) + random.below(2)
    found.add(generateWord(random, syllables - 1) + random.pick(onsets) + random.pick(endings))
  }
  return [...found]
}

const before = [
  '',
  '',
  '',
  '',
  'Congenital ',
  'Familial ',
  'Juvenile ',
  'Chronic ',
  'Primary ',
  'Acute ',
  'Adult ',
] as const
const kinds = [
  ' syndrome',
  ' disease',
  ' deficiency',
  'itis',
  'osis',
  'opathy',
  'emia',
  'oma',
  ' disorder',
  'plasia',
] as const
const after = ['', '', '', '', '', ' type 1', ' type 2', ' type 3', ', X-linked', ' of the hand'] as const

/** Makes up distinct names in the manner of diseases: "Familial glastorel syndrome type 2". */
export function generateNames(random: Random, count: number): readonly string[] {
  const found = new Set<string>()
  while (found.size < count) {
    const core = generateWord(random, 2 + random.below(2))
    const second = random.chance(0.15) ? `-${generateWord(random, 2)}` : ''
    const name = `${random.pick(before)}${core}${second}${random.pick(kinds)}${random.pick(after)}`
    found.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...found]
}
