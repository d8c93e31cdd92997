import { expect, it } from 'vitest'
import { loadJudgments, tuningSets } from '../../../evaluation/judgments.ts'
import { createSearch } from '../../../src/knowledge/search/create-search.ts'
import type { ExplainedWord } from '../../../src/knowledge/search/explain-words.ts'
import { createLayWords } from '../../../src/knowledge/search/lay-words.ts'
import { fold } from '../../../src/text/fold.ts'
import { words } from '../../../src/text/words.ts'
import { gardenDocuments, search, shippedDocuments, shippedWords } from './shipped-search.ts'
import { smallDocument } from './small-corpus.ts'

function explain(text: string): readonly ExplainedWord[] {
  return search(text, { explained: true }).words ?? []
}

/** How one word or phrase of a question was read. */
function read(text: string, typed: string): ExplainedWord | undefined {
  return explain(text).find((word) => word.typed === typed)
}

it.each([
  ['a misspelt word', 'is seratonin low', 'seratonin', 'serotonin'],
  ['a chat spelling', 'can u raise serotonin', 'u', 'you'],
  ['one word written as two', 'is sero tonin genetic', 'sero tonin', 'serotonin'],
  ['a misspelt phrase', 'does it run in my familly', 'run in my familly', 'run in my family'],
])('explained search tells what %s was taken for', (_, text, typed, corrected) => {
  expect(read(text, typed)).toMatchObject({ typed, corrected })
})

it('explained search tells both words of two that were written as one', () => {
  const joined = explain('is lowserotonin genetic').filter(({ typed }) => typed === 'lowserotonin')

  expect(joined.map(({ corrected }) => corrected)).toEqual(['low', 'serotonin'])
})

it('explained search says nothing of a correction where a word is spelt as it was taken', () => {
  expect(explain('is low serotonin genetic').some(({ corrected }) => corrected !== undefined)).toBe(false)
})

it.each([
  ['a word of the text', 'is it in the gut', 'gut', 'topic'],
  ['a word that sets the scene', 'my friend told me about tryptophan', 'friend', 'scene'],
  ['a word that names no topic', 'what is the treatment', 'treatment', 'generic'],
  ['a small word', 'is it in the gut', 'the', 'ignored'],
  ['a word that the kind of question has used up', 'what makes serotonin low', 'makes', 'ignored'],
  ['a kind of question', 'what makes serotonin low', 'what makes', 'kind'],
  ['a word that says that something is low', 'what makes serotonin low', 'low', 'state'],
  ['a first word of two that say that something is high', 'is too much serotonin bad', 'too', 'state'],
  ['a small word of two that say that something is high', 'is too much serotonin bad', 'much', 'state'],
  ['a word that strengthens another', 'why is my serotonin too high', 'too', 'state'],
  ['such a word where nothing is high', 'is it in the gut too', 'too', 'topic'],
])('explained search tells the role of %s', (_, text, typed, role) => {
  expect(read(text, typed)?.role).toBe(role)
})

it('explained search shows whole words as synonyms, never stems', () => {
  expect(read('does it run in my family', 'run in my family')?.synonyms).toContain('hereditary')
  expect(read('is my tummy to blame', 'tummy')?.synonyms).toContain('gut')
  expect(read('what makes serotonin low', 'what makes')?.synonyms).toContain('cause')
})

it.each([
  ['How do genes matter?', ['genes'], 'mutation'],
  ['what makes serotonin low', ['what makes'], 'reason'],
  ['what is the treatmant', ['treatmant'], 'treatment'],
  ['is it genetic or does it run in the family', ['genetic, run in the family'], 'inheritance'],
])('explained search tells which words of "%s" show its kind', (text, typed, kind) => {
  const kinds = explain(text).filter(({ role }) => role === 'kind')

  expect(kinds.map((word) => word.typed)).toEqual(typed)
  expect(kinds.map((word) => word.kind)).toEqual([kind])
})

it('explained search tells a word that no document has from one that the best passage lacks', () => {
  const [strange, lacking, had] = ['zorblaxium', 'tryptophan', 'genetic'].map((typed) =>
    read('is zorblaxium or tryptophan genetic or inherited in families', typed),
  )

  expect([strange?.isKnown, strange?.isMatched]).toEqual([false, false])
  expect([lacking?.isKnown, lacking?.isMatched]).toEqual([true, false])
  expect([had?.isKnown, had?.isMatched]).toEqual([true, true])
})

it('explained search tells of an ignored word as well whether a document has it', () => {
  const text = 'what do you know about serotonin'

  expect(read(text, 'what')).toMatchObject({ role: 'ignored', information: 0, isKnown: true })
  expect(read(text, 'know')).toMatchObject({ role: 'ignored', information: 0, isKnown: false })
})

const layWords = createLayWords({ same: [['dad', 'father']], near: [['dad', 'parent', 'mum']] })
const family = smallDocument('family', 'Families', {
  people: ['People', 'Fathers and a father. A parent and parents. A paintbox among paintboxes.'],
})
const searchFamily = createSearch([family], { ...shippedWords, layWords })

it('explained search shows the likest synonyms first, in their common form, and only those that a document has', () => {
  const { words: [dad] = [] } = searchFamily('dad', { explained: true })

  expect(dad).toMatchObject({ typed: 'dad', synonyms: ['father', 'parents'], isMatched: true })
})

it('explained search does not call a word its own synonym', () => {
  const { words: [father] = [] } = searchFamily('fathers', { explained: true })

  expect(father).toMatchObject({ typed: 'fathers', synonyms: [], isMatched: true })
})

it('explained search tells a word written as three', () => {
  const { words: all = [] } = searchFamily('paint box es', { explained: true })

  expect(all).toMatchObject([{ typed: 'paint box es', corrected: 'paintboxes' }])
})

it('explained search matches nothing where nothing is found', () => {
  const { hits, words: all = [] } = search('why is my serotonin too high', { explained: true })

  expect(hits).toEqual([])
  expect(all.length).toBeGreaterThan(0)
  expect(all.some(({ isMatched }) => isMatched)).toBe(false)
})

const asked = tuningSets.flatMap((set) => {
  const searchIn = set.corpus === 'garden' ? createSearch(gardenDocuments, shippedWords) : search
  return loadJudgments(set).map(({ text }) => ({ text, findings: searchIn(text, { explained: true }), searchIn }))
})

it('explained search finds what search finds', () => {
  for (const { text, findings, searchIn } of asked) {
    const { words: _, ...found } = findings

    expect(searchIn(text)).toEqual(found)
  }
})

it('explained search accounts for every word of a question, in order', () => {
  for (const { text, findings } of asked) {
    const typed = findings.words?.filter(({ role }) => role !== 'kind').flatMap((word) => word.typed.split(' ')) ?? []

    expect(withoutRepetition(typed)).toEqual(withoutRepetition(words(fold(text))))
  }
})

it('explained search shows nothing as typed that nobody typed', () => {
  for (const { text, findings } of asked) {
    const typed = findings.words?.flatMap((word) => word.typed.split(/,? /)) ?? []

    expect({ text, strange: typed.filter((word) => !words(fold(text)).includes(word)) }).toEqual({ text, strange: [] })
    expect(findings.words?.filter(({ role, kind }) => (role === 'kind') !== (kind !== undefined))).toEqual([])
  }
})

it('explained search calls words lacking and unknown just as confidence counts them', () => {
  for (const { text, findings } of asked) {
    const { words: all = [], confidenceFeatures } = findings
    if (confidenceFeatures === undefined) continue
    const counted = all.filter(({ role }) => role !== 'ignored')

    const lacking = counted.filter(({ isMatched }) => !isMatched)
    const telling = lacking.filter(({ information }) => information > 0.25)
    const missingSum = Math.min(1, telling.reduce((sum, { information }) => sum + information, 0) / 2)
    const unknown = most(counted.filter(({ isKnown }) => !isKnown))
    expect({ text, ...confidenceFeatures }).toMatchObject({ text, missing: most(lacking), missingSum, unknown })
  }
})

it('explained search names as synonyms words that stand in the documents', () => {
  const inDocuments = new Set(
    shippedDocuments.flatMap(({ title, aliases, passages }) =>
      [title, ...aliases, ...passages.flatMap(({ heading, asked: ways, text }) => [heading, ...ways, text])].flatMap(
        (text) => words(fold(text)),
      ),
    ),
  )
  const synonyms = asked
    .filter(({ searchIn }) => searchIn === search)
    .flatMap(({ findings }) => findings.words?.filter(({ role }) => role !== 'kind') ?? [])
    .flatMap((word) => word.synonyms)

  expect(synonyms.length).toBeGreaterThan(100)
  expect(synonyms.filter((synonym) => !inDocuments.has(synonym))).toEqual([])
})

/** A word cut in two is told twice. */
function withoutRepetition(typed: readonly string[]): readonly string[] {
  return typed.filter((word, place) => word !== typed[place - 1])
}

function most(all: readonly ExplainedWord[]): number {
  return Math.max(0, ...all.map(({ information }) => information))
}
