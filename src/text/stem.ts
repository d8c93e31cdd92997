import { stemmer } from 'stemmer'

/** The part of an English word that its forms share ("inherited", "inherits": `inherit`); never shown. */
export function stem(word: string): string {
  return word.length > 3 ? (irregular.get(word) ?? stemmer(word)) : word
}

/** Pairs of spellings and forms that suffix rules cannot bring together. */
const irregular = new Map([
  ['genes', 'gene'],
  ['children', 'child'],
  ['bacterium', 'bacteria'],
  ['diagnoses', 'diagnos'],
  ['diagnosis', 'diagnos'],
  ['analyses', 'analys'],
  ['analysis', 'analys'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['genetics', 'genet'],
  ['lowest', 'low'],
  ['medication', 'medicin'],
  ['medications', 'medicin'],
  ['medical', 'medical'],
])
