/** Finds which of some words another one is a slip of. */
export type Slips = {
  /** The word with the fewest slips, if they are fewer than `fewer`; the first letter is right, or swapped with the second. */
  readonly nearest: (word: string, fewer: number) => { readonly word: string; readonly slips: number } | undefined
}

/** Slips are looked for in words of these lengths: short words lie near many others, and nobody writes the longest. */
const shortest = 5
const longest = 24
/** From this length on two slips are mended. */
const twoSlipsFrom = 8

/** Prepares finding slips of words. */
export function createSlips(words: Iterable<string>): Slips {
  const alike = new Map<string, { readonly word: string; readonly letters: number }[]>()
  for (const word of words) {
    if (word.length < shortest) continue
    const key = `${word[0]}${word.length}`
    const group = alike.get(key) ?? []
    group.push({ word, letters: lettersOf(word) })
    alike.set(key, group)
  }

  return {
    nearest(word, fewer) {
      if (word.length < shortest || word.length > longest) return undefined
      const most = word.length >= twoSlipsFrom ? 2 : 1
      const letters = lettersOf(word)
      let best: string | undefined
      let fewest = Math.min(fewer, most + 1)
      for (const first of new Set(word.slice(0, 2)))
        for (let length = word.length - most; length <= word.length + most; length += 1)
          for (const each of alike.get(`${first}${length}`) ?? []) {
            if (bits(each.letters ^ letters) > 2 * (fewest - 1)) continue
            const slips = distance(word, each.word, fewest - 1)
            if (slips < fewest) [best, fewest] = [each.word, slips]
          }
      return best === undefined ? undefined : { word: best, slips: fewest }
    },
  }
}

/** Which of the letters a–z (and one bit for all others) a word has. */
function lettersOf(word: string): number {
  let found = 0
  for (let place = 0; place < word.length; place += 1) {
    const letter = word.charCodeAt(place) - 97
    found |= 1 << (letter >= 0 && letter < 26 ? letter : 26)
  }
  return found
}

function bits(number: number): number {
  let [left, count] = [number, 0]
  for (; left !== 0; count += 1) left &= left - 1
  return count
}

/** Letters to drop, add, change or swap with the next (optimal string alignment); more than `most` counts as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let [before, previous] = [new Uint8Array(0), Uint8Array.from({ length: b.length + 1 }, (_, place) => place)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Uint8Array(b.length + 1)
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    ;[before, previous] = [previous, row]
  }
  return Math.min(previous[b.length] ?? most + 1, most + 1)
}
