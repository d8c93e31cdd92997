import { fold } from '../../text/fold.ts'
import { functionWords } from '../../text/function-words.ts'
import { stem } from '../../text/stem.ts'
import { words } from '../../text/words.ts'
import type { Document } from '../document.ts'
import type { FieldWords } from './inverted-index.ts'
import { isPolarityWord } from './polarity.ts'
import { genericStems, isKindWord, kindWords, readSectionKinds, type SectionKinds } from './section-kinds.ts'

/** The words by which a passage is known, and what it tells; its text comes apart, since it is long. */
export type PassageWords = Omit<FieldWords, 'body'> & { readonly kinds: SectionKinds }

const stopWords = functionWords['en'] ?? new Set()

/** Reads the words of a document's passages, in their order. */
export function readPassageWords(document: Document): PassageWords[] {
  const title = plainWords(document.title)
  const aliases = document.aliases.flatMap(plainWords)
  const headings = new Map(document.passages.map(({ section, heading }) => [section, plainWords(heading)]))

  return document.passages.map((passage) => {
    const heading = headings.get(passage.section) ?? []
    const asked = passage.asked.map(plainWords)
    const isOverview = passage.section === 'overview'
    const own = isOverview ? heading : without(heading, title)
    const parent = headings.get(passage.parent ?? '') ?? []
    return {
      title,
      aliases,
      heading: [...heading, ...kindWords(own)],
      asked: asked.map((phrasing) => [...phrasing, ...kindWords(phrasing)]),
      kinds: readSectionKinds(own, asked, parent, isOverview ? ['definition'] : []),
    }
  })
}

/** The ways to ask for a passage: the phrasings given, the heading, and the heading with the document's title. */
export function waysToAsk({ title, heading, asked }: PassageWords): readonly (readonly string[])[] {
  return [...asked, heading, [...heading, ...title]]
}

/** The words of a heading that tell its topic from the document's others. */
export function headingWords({ title, heading }: PassageWords): readonly string[] {
  return heading.filter((word) => !title.includes(word) && namesTopic(word))
}

/** The words of a name of a document that say which topic it is; all of them where none does. */
export function nameWords(name: string): readonly string[] {
  const all = plainWords(name)
  const naming = all.filter(namesTopic)
  return naming.length === 0 ? all : naming
}

/** A text's words, folded. */
export function plainWords(text: string): readonly string[] {
  return words(fold(text))
}

/** Whether a word says which topic: not a state ("low"), nor what is asked of every topic ("causes"). */
function namesTopic(word: string): boolean {
  return !isPolarityWord(word) && !isKindWord(word) && !genericStems.has(stem(word))
}

function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const rest = all.filter((word) => !others.includes(word) || stopWords.has(word))
  return rest.length === 0 ? all : rest
}
