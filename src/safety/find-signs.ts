import { tagHash } from './features.ts'
import { createFinder, type Field, type Finder, type Match, type Pattern, type Span, type Spans } from './pattern.ts'
import type { Message } from './read-message.ts'
import { createReadRoles, type Roles, role } from './roles.ts'
import type { Rule, Rules } from './rules.ts'
import { createSignContext } from './sign-context.ts'

/** A rule that was found in a message. */
export type Sign = {
  readonly rule: Rule
  readonly about: 'self' | 'other' | 'nobody'
  /** Said of the past, of people in general or in a story: not a call for help. */
  readonly isMention: boolean
  readonly match: Match
}

/** What the rules of one language find in a message. */
export type Signs = {
  readonly found: readonly Sign[]
  /** The classes that begin at each word, and whether a sign there is said, mentioned or denied, as `tagHash` numbers them; idioms taken out. */
  readonly tags: readonly (readonly number[])[]
  /** Whether an idiom has explained the word away. */
  readonly isHidden: (place: number) => boolean
}

/** Prepares finding the signs that the rules of a language name. */
export function createFindSigns({ lexicon, idioms, rules }: Rules): (message: Message) => Signs {
  const readRoles = createReadRoles(lexicon)
  const idiomsByClass = byFirstClass(idioms)
  const rulesByClass = byFirstClass(rules)
  /** 0 for words and stems, which are no class. */
  const tagOfClass = Uint32Array.from(lexicon.names, (name) => (name.startsWith('<') ? tagHash(name) : 0))

  return (message) => {
    const { words, sentences } = message
    const all = lexicon.spansOf(words)
    const hidden = new Uint8Array(words.length)
    const rolesBefore = readRoles(all)
    const before = fieldOf(all, rolesBefore)
    eachMatch(idiomsByClass, before, ({ start, end }) => hidden.fill(1, start, end))
    const isAnyHidden = hidden.includes(1)
    const spans = isAnyHidden ? all.map((each, place) => each.filter(({ end }) => !anyHidden(place, end))) : all
    const roles = isAnyHidden ? readRoles(spans) : rolesBefore
    const field = isAnyHidden ? fieldOf(spans, roles) : before
    const { isNegated, whoIn, isMention } = createSignContext(message, roles)
    /** By pattern, whether it stands in the sentence that it was last looked for in. */
    const stood = new Map<Pattern, { readonly sentence: number; readonly stands: boolean }>()

    const found: Sign[] = []
    const verdicts = new Map<number, number>()
    eachMatch(rulesByClass, field, (match, rule) => {
      if (rule.unless.some((each) => standsIn(each, match.start))) return
      if (rule.negated !== true && isNegated(match)) {
        verdicts.set(match.start, tagHash(`denied ${rule.level}`))
        return
      }
      const about = rule.about ?? whoIn(match)
      const sign = { rule, about, match, isMention: rule.always !== true && isMention(match, about) }
      verdicts.set(match.start, tagHash(`${sign.isMention ? 'mentioned' : 'said'} ${rule.level}`))
      found.push(sign)
    })
    return { found, tags: spans.map(tagsOf), isHidden: (place) => hidden[place] === 1 }

    /** What the rules make of a sign comes first, then what its word means. */
    function tagsOf(each: readonly Span[], place: number): readonly number[] {
      if (each.length === 0) return noTags
      const verdict = verdicts.get(place)
      const tags = verdict === undefined ? [] : [verdict]
      for (const span of each) {
        const tag = tagOfClass[span.class] ?? 0
        if (tag !== 0) tags.push(tag)
      }
      return tags
    }

    function fieldOf(of: Spans, having: Roles): Field {
      return {
        spans: of,
        sentences,
        stands: createStands(of, sentences, lexicon.names.length),
        isFiller: (place) => ((having[place] ?? 0) & role.filler) !== 0,
      }
    }

    function anyHidden(from: number, to: number): boolean {
      for (let place = from; place < to; place += 1) if (hidden[place] === 1) return true
      return false
    }

    /** Whether a pattern stands anywhere in the sentence of a place. */
    function standsIn(pattern: Pattern, near: number): boolean {
      const sentence = sentences[near] ?? 0
      const last = stood.get(pattern)
      if (last?.sentence === sentence) return last.stands
      const stands = mayStand(pattern, field, sentence) && isFoundIn(sentence, createFinder(pattern, field), near)
      stood.set(pattern, { sentence, stands })
      return stands
    }

    function isFoundIn(sentence: number, find: Finder, near: number): boolean {
      let first = near
      while (sentences[first - 1] === sentence) first -= 1
      for (let place = first; sentences[place] === sentence; place += 1) if (find(place) !== undefined) return true
      return false
    }
  }
}

/** Notes which classes stand in which sentence, one bit each. */
function createStands(spans: Spans, sentences: readonly number[], classes: number): Field['stands'] {
  const width = Math.ceil(classes / 32)
  const bits = new Int32Array(((sentences.at(-1) ?? 0) + 1) * width)
  for (let place = 0; place < spans.length; place += 1)
    for (const { class: number } of spans[place] ?? []) {
      const cell = (sentences[place] ?? 0) * width + (number >> 5)
      bits[cell] = (bits[cell] ?? 0) | (1 << (number & 31))
    }
  return (sentence, number) => ((bits[sentence * width + (number >> 5)] ?? 0) & (1 << (number & 31))) !== 0
}

const noTags: readonly number[] = []
const nothing: readonly never[] = []

/** A pattern with its owner, and its number among all. */
type Owned<Owner> = { readonly pattern: Pattern; readonly owner: Owner; readonly number: number }

/** Patterns by the classes that they can begin with. */
type ByClass<Owner> = { readonly size: number; readonly beginning: readonly (readonly Owned<Owner>[] | undefined)[] }

function byFirstClass<Owner extends { readonly find: readonly Pattern[] }>(owners: readonly Owner[]): ByClass<Owner> {
  const beginning: Owned<Owner>[][] = []
  let size = 0
  for (const owner of owners)
    for (const pattern of owner.find) {
      for (const first of pattern[0]?.classes ?? []) {
        beginning[first] ??= []
        beginning[first].push({ pattern, owner, number: size })
      }
      size += 1
    }
  return { size, beginning }
}

/** Hands over every match of every pattern, in the order of places. */
function eachMatch<Owner>(
  { size, beginning }: ByClass<Owner>,
  field: Field,
  use: (match: Match, owner: Owner) => void,
): void {
  /** By number of the pattern: the place where it was tried last, and for which sentence it was found to be possible or not. */
  const tried = new Int32Array(size).fill(-1)
  const judged = new Int32Array(size).fill(-1)
  const possible = new Uint8Array(size)
  const finders: Finder[] = []
  for (let place = 0; place < field.spans.length; place += 1) {
    const sentence = field.sentences[place] ?? 0
    for (const span of field.spans[place] ?? [])
      for (const { pattern, owner, number } of beginning[span.class] ?? nothing) {
        if (judged[number] !== sentence) {
          judged[number] = sentence
          possible[number] = mayStand(pattern, field, sentence) ? 1 : 0
        }
        if (possible[number] === 0 || tried[number] === place) continue
        tried[number] = place
        finders[number] ??= createFinder(pattern, field)
        const match = finders[number](place)
        if (match !== undefined) use(match, owner)
      }
  }
}

/** Whether a sentence has a class for every part that a pattern needs. */
function mayStand(pattern: Pattern, { stands }: Field, sentence: number): boolean {
  return pattern.every(({ optional, needed }) => optional || needed.some((each) => stands(sentence, each)))
}
