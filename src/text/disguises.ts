import { confusablesMap } from 'confusables'
import { fold } from './fold.ts'

/**
 * Undoes what hides words from a reader of text but not from a person, as far as that needs no word list:
 * Markdown and spoiler marks, invisible characters, full-width, mathematical and look-alike letters.
 * The result is folded text; marks that end sentences and clauses stay.
 *
 * @param most characters of the result that are wanted, all where absent; one sign can fold to eighteen
 */
export function undisguise(text: string, most = Number.POSITIVE_INFINITY): string {
  const folded = fold(withoutCapitals(withoutMarkup(text))).replace(squaredLetter, (letter) => squared(letter))
  return (ascii.test(folded) ? folded : latinWords(folded, most)).slice(0, most)
}

/** Reads words until there are enough characters. */
function latinWords(text: string, most: number): string {
  let [read, end] = ['', 0]
  for (const { 0: word, index } of text.matchAll(anyWord)) {
    if (read.length >= most) return read
    read += text.slice(end, index) + latinWord(word)
    end = index + word.length
  }
  return read + text.slice(end)
}

const ascii = /^[\n -~]*$/

/** Emphasis, strike-through, spoiler and code marks of Discord and Slack; a star inside a word hides a letter and goes as well. */
const markup = /\*+|~~|\|\||`+|__+|(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])/gu

function withoutMarkup(text: string): string {
  return text.replace(markup, '')
}

/** Greek capitals that look like another Latin letter than their small ones do. */
const capitals: Readonly<Record<string, string>> = { Η: 'h', Μ: 'm', Ν: 'n', Υ: 'y' }

/** Reads them in words that have a Latin letter as well, while they can still be told from small ones. */
function withoutCapitals(text: string): string {
  if (!/[ΗΜΝΥ]/.test(text)) return text
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    latin.test(word) ? word.replace(/[ΗΜΝΥ]/g, (letter) => capitals[letter] ?? letter) : word,
  )
}

const latin = /[A-Za-z]/

/** Letters in squares and circles and regional indicators, which normalising leaves as they are. */
const squaredLetter = /[\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu

function squared(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const starts = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]
  const start = starts.findLast((each) => each <= code) ?? code
  return String.fromCharCode(97 + code - start)
}

/** A word, with the signs that stand for letters. */
const anyWord = /[\p{L}\p{N}'@$!|+]+/gu

/**
 * Reads look-alike letters of other scripts as the Latin ones where the word has a Latin letter as well, or is
 * made of look-alikes only; a word of another script, in which some letter resembles none, stays. Beside a Latin
 * letter those count as well that resemble one from afar.
 */
function latinWord(word: string): string {
  if (ascii.test(word)) return word
  const isMixed = latin.test(word)
  let read = ''
  for (const letter of word) read += lookAlikes.get(letter) ?? (isMixed ? fromAfar.get(letter) : undefined) ?? letter
  return /^[a-z0-9'@$!|+]+$/.test(read) ? read : word
}

/** Letters of other scripts that look like a Latin one from afar alone: kept, or Russian would read as Latin. */
const native = /[бвгджзийлмнптфцчшщъыьэюяжλπσφψωγδθξ\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}]/u

/** What those stand for beside Latin letters ("wапt"). */
const fromAfar: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'бьъβ',
    d: 'дδ',
    e: 'зэξ',
    i: 'й',
    n: 'пиπлλ',
    o: 'фθσφ',
    r: 'гя',
    w: 'шщψ',
    x: 'ж',
    y: 'чγ',
  }).flatMap(([to, letters]) => Array.from(letters).map((from) => [from, to] as const)),
)

/** What the package reads otherwise or not at all. */
const own: readonly (readonly [string, string])[] = [
  ['ı', 'i'],
  ['ɩ', 'i'],
  ['ι', 'i'],
  ['і', 'i'],
  ['ѕ', 's'],
  ['у', 'y'],
  ['к', 'k'],
  ['т', 't'],
  ['м', 'm'],
  ['н', 'h'],
  ['в', 'b'],
  ['ω', 'w'],
  ['υ', 'u'],
  ['μ', 'u'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]

/** Letters with a Latin twin (Unicode TR 39 and common disguises). Letters that only resemble one from afar are left out. */
const lookAlikes: ReadonlyMap<string, string> = lookAlikeLetters()

function lookAlikeLetters(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [letter, twin] of confusablesMap) {
    const [from, to] = [letter.toLowerCase(), twin.toLowerCase()]
    if (from > '\x7f' && /^[a-z]$/.test(to) && !native.test(from)) found.set(from, to)
  }
  for (const [from, to] of own) found.set(from, to)
  return found
}
