/** Changes a text as people do who hide from filters or type in a hurry; the same seed gives the same text. */
export type Disguise = (text: string, random: () => number) => string

/** Every disguise that triage sees through, and what makes it. */
export const disguises = {
  // "k1ll mys3lf": one or two letters in every other word.
  leetspeak: (text, random) => eachWord(text, random, 0.5, (word) => swapped(word, leet, 2, random)),
  // "s u i c i d e": one or two of the longer words, with more space around them.
  'letters spelt with spaces': (text, random) =>
    someLong(text, random, 5, 2, (word) => ` ${Array.from(word).join(' ')} `),
  'zero-width characters': (text, random) =>
    text.replace(/\p{L}(?=\p{L})/gu, (letter) => (random() < 0.4 ? letter + pick(zeroWidth, random) : letter)),
  'Cyrillic and Greek look-alikes': (text, random) =>
    eachWord(text, random, 0.7, (word) => swapped(word, lookAlikes, 3, random)),
  'full-width letters': (text) =>
    text.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0x21 + 0xff01)),
  'mathematical letters': (text, random) => mathematical(text, pick(alphabets, random)),
  // "pleeease": one or two words.
  elongation: (text, random) => someLong(text, random, 2, 2, (word) => drawnOut(word, random)),
  'Markdown emphasis and strike': (text, random) =>
    eachWord(text, random, 0.4, (word) => {
      const mark = pick(['*', '**', '_', '~~', '__', '***'], random)
      return mark + word + mark
    }),
  'spoiler marks': (text, random) =>
    random() < 0.5 ? `||${text}||` : eachWord(text, random, 0.4, (word) => `||${word}||`),
  'a typing error in a long word': (text, random) => someLong(text, random, 6, 1, (word) => mistyped(word, random)),
  'upper case': (text) => text.toUpperCase(),
} as const satisfies Readonly<Record<string, Disguise>>

/** A sequence of numbers from 0 up to 1 that depends on the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const word = /\p{L}+/gu

const leet = { a: '4@', e: '3', i: '1!', o: '0', s: '5$', t: '7' }
const lookAlikes = { a: 'аα', c: 'с', e: 'е', i: 'іι', o: 'оο', p: 'рρ', s: 'ѕ', x: 'х', y: 'у', u: 'υ', n: 'п' }
const zeroWidth = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']

/** First small letters of mathematical alphabets: bold, bold italic, bold script, double-struck, sans, sans bold, monospace. */
const alphabets = [0x1d41a, 0x1d482, 0x1d4ea, 0x1d552, 0x1d5ba, 0x1d5ee, 0x1d68a]

function mathematical(text: string, first: number): string {
  return text.toLowerCase().replace(/[a-z]/g, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97))
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}

/** Changes each word with a chance, and one at least. */
function eachWord(text: string, random: () => number, chance: number, change: (word: string) => string): string {
  const sure = Math.floor(random() * (text.match(word)?.length ?? 0))
  let count = -1
  return text.replace(word, (each) => {
    count += 1
    return count === sure || random() < chance ? change(each) : each
  })
}

/** Changes some of the words that have letters enough. */
function someLong(
  text: string,
  random: () => number,
  letters: number,
  most: number,
  change: (word: string) => string,
): string {
  const long = [...text.matchAll(word)].filter(({ 0: each }) => each.length >= letters).map(({ index }) => index)
  const chosen = new Set(Array.from({ length: most }, () => pick(long, random)))
  return text.replace(word, (each, place: number) => (chosen.has(place) ? change(each) : each))
}

/** Swaps some of the letters that have another shape, the first ones found from a place on. */
function swapped(text: string, shapes: Readonly<Record<string, string>>, most: number, random: () => number): string {
  let left = 1 + Math.floor(random() * most)
  const from = Math.floor(random() * Math.min(2, text.length))
  return Array.from(text)
    .map((letter, place) => {
      const shape = shapes[letter.toLowerCase()]
      if (shape === undefined || left === 0 || place < from) return letter
      left -= 1
      return pick(Array.from(shape), random)
    })
    .join('')
}

/** Draws out a vowel, or the last letter. */
function drawnOut(text: string, random: () => number): string {
  const vowels = [...text.matchAll(/[aeiouy]/gi)].map(({ index }) => index)
  const place = random() < 0.5 ? text.length - 1 : (pick(vowels, random) ?? text.length - 1)
  return text.slice(0, place) + text.charAt(place).repeat(3 + Math.floor(random() * 4)) + text.slice(place + 1)
}

/** Drops, doubles, swaps or mistypes a letter behind the first. */
function mistyped(text: string, random: () => number): string {
  const place = 1 + Math.floor(random() * (text.length - 2))
  const [before, letter, next, after] = [
    text.slice(0, place),
    text.charAt(place),
    text.charAt(place + 1),
    text.slice(place + 2),
  ]
  return pick(
    [
      before + next + after,
      before + letter + letter + next + after,
      before + next + letter + after,
      before + pick(Array.from(neighbours[letter.toLowerCase()] ?? 'e'), random) + next + after,
    ],
    random,
  )
}

/** Keys beside each other. */
const neighbours: Readonly<Record<string, string>> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'w',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}
