import type { Vocabulary } from './vocabulary.ts'

/** Words of one message that are looked up for a slip, and for being several, at most: it takes time, and a text of slips alone is no message. */
const mostLookedUp = 60
const mostSegmented = 20

/** Prepares recovering the words that were meant, for one message: chat spellings, drawn-out, misspelt and run-together words. */
export function createRecover(vocabulary: Vocabulary): (word: string) => readonly string[] {
  const recovered = new Map<string, readonly string[]>()
  let [lookedUp, segmented] = [0, 0]

  return (word) => {
    const before = recovered.get(word)
    if (before !== undefined) return before
    const found = vocabulary.spelling(word) ?? (vocabulary.knows(word) ? [word] : mend(word))
    recovered.set(word, found)
    return found
  }

  function mend(word: string): readonly string[] {
    if (lookedUp === mostLookedUp) return [word]
    lookedUp += 1
    const drawn = withoutDrawl(word, vocabulary)
    if (drawn !== word) return vocabulary.spelling(drawn) ?? [drawn]
    const meant = vocabulary.nearest(word)
    if (meant !== undefined || segmented === mostSegmented) return [meant ?? word]
    segmented += 1
    return vocabulary.segment(word) ?? [word]
  }
}

/** Three or more single letters with one to three signs or spaces between each. */
const spelt = /(?<![\p{L}\p{N}'])[a-z0-9@$!](?:[ ._-]{1,3}[a-z0-9@$!](?![\p{L}\p{N}'])){2,}/gu

/** Reads letters spelt one by one ("k i l l") as the word, or words, that they make; small words in a row stay ("e o q"). */
export function withoutSpelling(text: string, vocabulary: Vocabulary): string {
  return text.replace(spelt, (letters) => {
    const meant = speltWords(letters).map((word) => meantBy(word, vocabulary))
    return meant.includes(undefined) ? letters : ` ${meant.join(' ')} `
  })
}

/** Puts letters spelt one by one together, whatever they make, so that the language can be told from them. */
export function joinSpelling(text: string): string {
  return text.replace(spelt, (letters) => speltWords(letters).join(' '))
}

/** A wider gap than the others parts words ("w a n t  t o  d i e"). */
function speltWords(letters: string): readonly string[] {
  const words = letters.split(/ {2,3}/).map((word) => word.replace(/[ ._-]/g, ''))
  return words.every(({ length }) => length === 1) ? [words.join('')] : words
}

function meantBy(word: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.isSign(word)) return word
  return vocabulary.segment(word)?.join(' ') ?? unmaskLeet(word, vocabulary)
}

/** A word with figures or signs where letters belong. */
const leetWord = /[a-z0-9@$!|+€]+/g
/** "80s", "3rd", "5mg": a number with what it counts. */
const unit = /^\d+[a-z]{1,2}$/
const leetSign = /[0-9@$|+€]|!(?=[a-z0-9])/

/** Reads figures and signs as letters where that gives a known word; then a lone "1" in the message is an "i". */
export function withoutLeet(text: string, vocabulary: Vocabulary): string {
  if (!/[0-9@$!|+€]/.test(text)) return text
  let found = false
  let lookedUp = 0
  const read = text.replace(leetWord, (word) => {
    const core = word.replace(/(?<!!)!+$/, '')
    if (!leetSign.test(core) || !/[a-z]/.test(core) || unit.test(core) || vocabulary.isWord(core)) return word
    lookedUp += 1
    if (lookedUp > mostLookedUp) return word
    const meant = unmaskLeet(core, vocabulary)
    if (meant === undefined) return word
    found = true
    return meant + word.slice(core.length)
  })
  return found ? read.replace(/(?<![^\s])[1!|](?!\S)/g, 'i') : read
}

function unmaskLeet(word: string, vocabulary: Vocabulary): string | undefined {
  const readings = [plainLetters, twinLetters].map((letters) =>
    word.replace(/[0-9@$!|+€]/g, (sign) => letters[sign] ?? sign),
  )
  return readings.find(vocabulary.isWord) ?? readings.map(vocabulary.nearest).find((each) => each !== undefined)
}

const plainLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '€': 'e',
}

/** One and the exclamation mark stand for "l" as well, and the bar for "i". */
const twinLetters: Readonly<Record<string, string>> = { ...plainLetters, '1': 'l', '!': 'l', '|': 'i' }

/** "sooo" is "so" and "killll" is "kill": a letter written three times or more stands once or twice. */
function withoutDrawl(word: string, vocabulary: Vocabulary): string {
  const twice = word.replace(/(\p{L})\1{2,}/gu, '$1$1')
  const drawn = word.replace(/(\p{L})\1{2,}/gu, '$1')
  const once = word.replace(/(\p{L})\1+/gu, '$1')
  const last = twice.replace(/(\p{L})\1$/u, '$1')
  if (once === word) return word
  const readings = [twice, last, once, drawn]
  const known = readings.find(vocabulary.isSign) ?? readings.find(vocabulary.isWord)
  return known ?? (twice === word ? word : (vocabulary.nearest(once) ?? vocabulary.nearest(twice) ?? once))
}
