import { segments } from './segments.ts'

const asciiWord = /[a-z0-9]+(?:'[a-z0-9]+)*/g
const ascii = /^[\n -~]*$/
const word = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/**
 * The words of folded text, in order: letters and digits, hyphens and other signs separating.
 *
 * Possessives and contracted verbs lose their ending, and an English "n't" becomes a word of its own
 * ("mum's" is `mum`; "doesn't", and "doesnt", are `does not`; "what's" is `what is`). Scripts written without spaces are cut by
 * Unicode's word rules.
 */
export function words(folded: string): string[] {
  const found: string[] = []
  for (const each of cut(folded)) {
    const verb = negated.get(each)
    if (verb !== undefined) found.push(verb, 'not')
    else if (asking.has(each)) found.push(each.replace(/'?s$/, ''), 'is')
    else found.push(each.includes("'") ? each.replace(ending, '').replaceAll("'", '') : each)
  }
  return found
}

function cut(folded: string): readonly string[] {
  if (ascii.test(folded)) return folded.match(asciiWord) ?? []
  if (!withoutSpaces.test(folded)) return folded.match(word) ?? []
  return [...segments(folded, segmenter)].flatMap((segment) => segment.match(word) ?? [])
}

/** Question words run together with "is". */
const asking = new Set(["what's", 'whats', "who's", 'whos', "where's", 'wheres', "how's", 'hows', "why's", 'whys'])

const ending = /'(?:s|ve|ll|re|d|m)$/

const negated = negatedVerbs({
  am: 'ain',
  are: 'aren',
  can: 'can',
  could: 'couldn',
  did: 'didn',
  do: 'don',
  does: 'doesn',
  had: 'hadn',
  has: 'hasn',
  have: 'haven',
  is: 'isn',
  must: 'mustn',
  need: 'needn',
  should: 'shouldn',
  was: 'wasn',
  were: 'weren',
  will: 'won',
  would: 'wouldn',
})

/** Both ways to write each: with and without the apostrophe. */
function negatedVerbs(verbs: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const spellings = Object.entries(verbs).flatMap(([verb, stem]) =>
    [`${stem}'t`, `${stem}t`].map((each) => [each, verb] as const),
  )
  return new Map([...spellings, ["can't", 'can'], ['cannot', 'can'], ['dosent', 'does'], ['doesent', 'does']])
}
