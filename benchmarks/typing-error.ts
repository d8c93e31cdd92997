import type { Random } from './random.ts'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Puts one typing error into one word of four letters or more: a letter dropped, doubled, swapped or missed by a key. */
export function typingError(random: Random, text: string): string {
  const parts = text.split(' ')
  const long = parts.flatMap((part, place) => (/[a-z]{4}/i.test(part) ? [place] : []))
  const chosen = long[random.below(long.length)] ?? 0
  return parts.map((part, place) => (place === chosen ? misspell(random, part) : part)).join(' ')
}

function misspell(random: Random, word: string): string {
  const at = 1 + random.below(word.length - 2)
  const [start, letter, next, rest] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  const misspelt = random.pick([
    start + next + rest,
    start + letter + letter + next + rest,
    start + next + letter + rest,
    start + neighbour(random, letter) + next + rest,
  ])
  return misspelt === word ? start + next + rest : misspelt
}

function neighbour(random: Random, letter: string): string {
  const row = rows.find((each) => each.includes(letter)) ?? 'ee'
  const place = row.indexOf(letter)
  return row.charAt(place + 1) === '' || random.chance(0.5) ? row.charAt(Math.max(0, place - 1)) : row.charAt(place + 1)
}
