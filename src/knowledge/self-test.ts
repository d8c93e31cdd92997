import type { Document, Passage } from './document.ts'
import { createSearch, type Words } from './search/create-search.ts'

/** How well one section is found by the questions that its document carries. */
export type SectionResult = {
  readonly passage: Passage
  /** Phrasings, and the heading with the document's title, that lead to another section first. */
  readonly misses: readonly Miss[]
  /** Questions asked: the phrasings and the heading. */
  readonly asked: number
  /** Phrasings that still lead here first when they themselves are left out of the index. */
  readonly foundLeftOut: number
}

export type Miss = {
  readonly question: string
  /** `document#section` that was found first; absent where nothing was. */
  readonly found?: string
}

/**
 * Asks every `asked` phrasing, and every heading with its document's title, against the index.
 *
 * Then leaves phrasings out of the index and asks them again: that shows which sections people will miss
 * who put it in other words. One phrasing of each document is left out at a time, so the work does not
 * grow with the number of documents.
 */
export function selfTest(documents: readonly Document[], words: Words): readonly SectionResult[] {
  const search = createSearch(documents, words)
  const leftOut = countFoundLeftOut(documents, words)

  return documents.flatMap((document) =>
    document.passages.map((passage): SectionResult => {
      const questions = [...passage.asked, titledHeading(passage, document)]
      const misses = questions.flatMap((question): Miss[] => {
        const found = search(question, { limit: 1 }).hits[0]?.passage
        if (found === passage) return []
        return [{ question, ...(found === undefined ? {} : { found: nameOf(found) }) }]
      })
      return { passage, misses, asked: questions.length, foundLeftOut: leftOut.get(nameOf(passage)) ?? 0 }
    }),
  )
}

function titledHeading(passage: Passage, document: Document): string {
  return passage.heading === document.title ? document.title : `${passage.heading}: ${document.title}`
}

function countFoundLeftOut(documents: readonly Document[], words: Words): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const most = Math.max(0, ...documents.map((document) => phrasingsOf(document).length))
  for (let turn = 0; turn < most; turn += 1) {
    const asked = documents.flatMap((document) => phrasingsOf(document).slice(turn, turn + 1))
    const search = createSearch(
      documents.map((document) => withoutPhrasing(document, turn)),
      words,
    )
    for (const { phrasing, passage } of asked) {
      const found = search(phrasing, { limit: 1 }).hits[0]?.passage
      const name = nameOf(passage)
      if (found !== undefined && nameOf(found) === name) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

function phrasingsOf(document: Document): readonly { readonly passage: Passage; readonly phrasing: string }[] {
  return document.passages.flatMap((passage) => passage.asked.map((phrasing) => ({ passage, phrasing })))
}

/** The document without the phrasing that stands at a place among all of its phrasings. */
function withoutPhrasing(document: Document, place: number): Document {
  let before = 0
  const passages = document.passages.map((passage) => {
    const local = place - before
    before += passage.asked.length
    const isHere = local >= 0 && local < passage.asked.length
    return isHere ? { ...passage, asked: passage.asked.toSpliced(local, 1) } : passage
  })
  return { ...document, passages }
}

function nameOf({ document, section }: Passage): string {
  return `${document}#${section}`
}
