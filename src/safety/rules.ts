import { z } from 'zod'
import { fold } from '../text/fold.ts'
import { words as wordsOf } from '../text/words.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { type Pattern, parsePattern } from './pattern.ts'

const sentence = z.string().min(1)
const flag = z.literal('true').transform(() => true)
const patterns = z.array(sentence).min(1)
const proof = { example: sentence, counter: sentence }

/** The shape of `safety/rules.<language>.yaml`: what one language has for the signs of need. */
export const rulesSchema = z.strictObject({
  language: sentence,
  reviewer: sentence,
  reviewed: z.iso.date(),
  /** Chat spellings and slang, and what they stand for. */
  spellings: z.record(sentence, sentence),
  /** Classes of words that patterns are composed of. */
  words: z.record(z.string().regex(/^[a-z-]+$/), z.array(sentence)),
  /** Idioms, titles, games: words in them are no sign of anything. */
  idioms: z.array(z.strictObject({ find: patterns, ...proof })),
  rules: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      level: z.enum(['crisis', 'emergency', 'medication', 'diagnosis', 'none']),
      /** Whom it is about, where the pattern itself says so; else the nearest person in the sentence. */
      about: z.enum(['self', 'other', 'nobody']).optional(),
      theme: z.enum(['abuse', 'eating-disorder', 'minor']).optional(),
      /** An emergency that was intended, or may have been. */
      crisis: flag.optional(),
      /** Holds in general talk, in stories and about the past as well. */
      always: flag.optional(),
      /** A "not" before it changes nothing. */
      negated: flag.optional(),
      find: patterns,
      /** Not where one of these stands in the same sentence. */
      unless: patterns.optional(),
      ...proof,
    }),
  ),
})

export type RulesFile = z.infer<typeof rulesSchema>

/** A rule, ready to be found. */
export type Rule = Omit<RulesFile['rules'][number], 'find' | 'unless'> & {
  readonly find: readonly Pattern[]
  readonly unless: readonly Pattern[]
}

/** The rules of one language, ready to be found. */
export type Rules = {
  readonly language: string
  readonly lexicon: Lexicon
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly idioms: readonly { readonly find: readonly Pattern[] }[]
  readonly rules: readonly Rule[]
}

/** Classes that reading itself relies on. */
export const neededClasses = [
  'self',
  'other',
  'not',
  'claim',
  'filler',
  'past',
  'still',
  'general',
  'fiction',
  'but',
] as const

export type NeededClass = (typeof neededClasses)[number]

/** Compiles a file's rules; throws with everything that is wrong. */
export function compileRules(file: RulesFile): Rules {
  const faults: string[] = []
  const missing = neededClasses.filter((name) => file.words[name] === undefined)
  if (missing.length > 0) faults.push(`the classes ${missing.join(', ')} are missing under "words"`)

  const lexicon = createLexicon(file.words, (member) => spellingsOf(member, file.language).map(splitMember))
  const compile = (sources: readonly string[] = []): Pattern[] =>
    sources.flatMap((source) => {
      try {
        return [parsePattern(fold(source), lexicon.classOf)]
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error))
        return []
      }
    })
  const idioms = file.idioms.map(({ find }) => ({ find: compile(find) }))
  const rules = file.rules.map((rule) => ({ ...rule, find: compile(rule.find), unless: compile(rule.unless) }))
  const ids = file.rules.map(({ id }) => id)
  for (const id of ids.filter((each, place) => ids.indexOf(each) !== place)) faults.push(`the id "${id}" stands twice`)
  if (faults.length > 0) throw new Error(faults.join('\n'))

  const spellings = new Map(Object.entries(file.spellings).map(([from, to]) => [fold(from), splitMember(to)] as const))
  return { language: file.language, lexicon, spellings, idioms, rules }
}

/** German is written with umlauts, which folding takes away, or with an "e" in their place. */
function spellingsOf(member: string, language: string): readonly string[] {
  if (language !== 'de' || !/[aou]e/.test(member)) return [member]
  return [member, member.replaceAll(/([aou])e/g, '$1')]
}

function splitMember(member: string): readonly string[] {
  return wordsOf(fold(member))
}
