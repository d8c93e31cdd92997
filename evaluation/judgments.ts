import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Document } from '../src/knowledge/document.ts'
import { loadLibrary } from '../src/knowledge/load-library.ts'
import { loadWords } from '../src/knowledge/load-words.ts'
import type { Words } from '../src/knowledge/search/create-search.ts'

/** A question with what should become of it. */
export type Judgment = {
  readonly id: string
  readonly text: string
  /** `either` for questions that reasonable people would judge differently: counted nowhere. */
  readonly expect: 'answer' | 'no-answer' | 'either'
  readonly document: string
  readonly section: string
  /** Other sections that are right as well. */
  readonly accept?: readonly string[]
  readonly style: string
}

/** Questions on one corpus. */
export type QuestionSet = { readonly name: string; readonly corpus: 'low-serotonin' | 'garden' }

/** The sets that weights and data may be tuned on. */
export const tuningSets: readonly QuestionSet[] = [
  { name: 'tuning', corpus: 'low-serotonin' },
  { name: 'tuning-short', corpus: 'low-serotonin' },
  { name: 'tuning-refuse', corpus: 'low-serotonin' },
  { name: 'tuning-garden', corpus: 'garden' },
]

/** Written apart by other hands, never looked at while tuning: only their figures are read. */
export const heldOutSets: readonly QuestionSet[] = [
  { name: 'held-out', corpus: 'low-serotonin' },
  { name: 'held-out-short', corpus: 'low-serotonin' },
  { name: 'held-out-garden', corpus: 'garden' },
]

/** Folder of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../', import.meta.url))
const folders = { 'low-serotonin': `${root}knowledge`, garden: `${root}evaluation/knowledge` }

export function loadJudgments({ name }: QuestionSet): readonly Judgment[] {
  const lines = readFileSync(`${root}evaluation/questions/${name}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Judgment)
}

/** The corpus of a set, on a fixed day so that figures do not change with the calendar. */
export function loadCorpus({ corpus }: QuestionSet): readonly Document[] {
  const { documents, problems } = loadLibrary(folders[corpus], '2026-11-23')
  if (problems.length > 0) throw new Error(`The ${corpus} corpus has ${problems.length} problems`)
  return documents
}

/** The words that search is shipped with. */
export function loadShippedWords(): Words {
  return loadWords([folders['low-serotonin']])
}

/** Whether a passage is what the judgment asks for. */
export function isRight(judgment: Judgment, passage: { document: string; section: string } | undefined): boolean {
  if (passage?.document !== judgment.document) return false
  return [judgment.section, ...(judgment.accept ?? [])].includes(passage.section)
}
