import { fold } from '../text/fold.ts'
import { createPhrases, type Phrases } from '../text/phrases.ts'
import { words } from '../text/words.ts'
import { type SmallTalkKind, smallTalkKinds, type Templates } from './templates.ts'

/** What kind of small talk a message is, and in which language. */
export type SmallTalk = { readonly kind: SmallTalkKind; readonly language: string }

/** Messages of more words than this say more than small talk. */
const mostWords = 12

/**
 * Builds the check for messages that ask nothing: greetings, thanks, "what can you do".
 *
 * A message is small talk only if nothing is left of it once the known phrases and fillers are taken
 * out; so "help me understand serotonin" is none. A message without any word counts as a reaction.
 * Words that several languages share ("hi") are read in the person's own, else in English.
 */
export function createSmallTalk(
  templates: ReadonlyMap<string, Templates>,
): (text: string, locale?: string) => SmallTalk | undefined {
  const languages = [...templates.values()].map((each) => ({ language: each.language, phrases: phrasesOf(each) }))

  return (text, locale) => {
    const preferred = [locale?.split('-')[0], 'en']
    const said = words(fold(text)).map(withoutDrawl)
    if (said.length === 0) return { kind: 'reaction', language: locale ?? 'en' }
    if (said.length > mostWords) return undefined
    const found = languages.flatMap(({ language, phrases }) => {
      const kind = kindOf(said, phrases)
      return kind === undefined ? [] : [{ kind, language }]
    })
    return preferred.flatMap((language) => found.filter((each) => each.language === language))[0] ?? found[0]
  }
}

/** The kind that weighs most, if phrases use up every word. */
function kindOf(said: readonly string[], phrases: Phrases<SmallTalkKind | 'filler'>): SmallTalkKind | undefined {
  const kinds = new Set<SmallTalkKind | 'filler'>()
  for (let place = 0; place < said.length; ) {
    const phrase = phrases.longestAt(said, place)
    if (phrase === undefined) return undefined
    kinds.add(phrase.value)
    place += phrase.length
  }
  return smallTalkKinds.find((each) => kinds.has(each))
}

function phrasesOf(templates: Templates) {
  const smallTalk = templates['small-talk']
  return createPhrases<SmallTalkKind | 'filler'>([
    ...smallTalkKinds.flatMap((kind) => smallTalk[kind].words.map((phrase) => [splitPhrase(phrase), kind] as const)),
    ...smallTalk.fillers.map((phrase) => [splitPhrase(phrase), 'filler'] as const),
  ])
}

function splitPhrase(phrase: string): string[] {
  return words(fold(phrase)).map(withoutDrawl)
}

/** "heyyyy" is "hey" and "hahahaha" is "haha". */
function withoutDrawl(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/^(\p{L}{2})\1+.?$/u, '$1$1')
}
