/*
 * Flesch–Kincaid grade: the school year in which a text is understood, from the lengths of its sentences and words
 * (Kincaid et al. 1975). Syllables are counted by the usual rule of thumb: groups of vowels, less a silent e.
 */

/** Substances' names are what the text is about: long, but learnt from the text itself. */
const names = /\b(?:serotonin|tryptophan)\b/gi

/** School year in which the text is understood, the names of substances left out. */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap((sentence) => wordsOf(sentence.replace(names, '')))
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** Number of words in the sentence of middle length. */
export function medianLength(text: string): number {
  const lengths = sentencesOf(text)
    .map((sentence) => wordsOf(sentence).length)
    .toSorted((left, right) => left - right)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}

/** Sentences of a text; a line end ends one as well. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => wordsOf(sentence).length > 0)
}

export function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []
}
