import { existsSync, readFileSync } from 'node:fs'
import { heldOutSets, loadCorpus, loadJudgments, type QuestionSet, root, tuningSets } from '../evaluation/judgments.ts'
import { loadLibrary } from '../src/knowledge/load-library.ts'
import { type Corpus, keyOf } from './corpus.ts'
import { generateCorpus } from './generate-corpus.ts'
import type { Skipped } from './measure-engine.ts'

/** The corpora that are not generated; a number names a generated one of so many sections. */
export const realCorpora = ['low-serotonin', 'garden', 'medquad'] as const

/** Loads or generates a corpus by its name. */
export function openCorpus(name: string): Corpus | Skipped {
  if (name === 'medquad') return loadMedquad()
  if (name === 'low-serotonin' || name === 'garden') return loadJudged(name)
  return generateCorpus(Number(name))
}

/** The project's own documents with all their labelled questions that have an answer. */
function loadJudged(corpus: QuestionSet['corpus']): Corpus {
  const sets = [...tuningSets, ...heldOutSets].filter((set) => set.corpus === corpus)
  const judgments = sets.flatMap(loadJudgments).filter(({ expect }) => expect === 'answer')
  return {
    documents: loadCorpus({ name: corpus, corpus }),
    questions: judgments.map(({ text, document, section, accept = [] }) => ({
      text,
      right: [section, ...accept].map((each) => keyOf({ document, section: each })),
    })),
  }
}

/** 1,000 sections of the National Institutes of Health with 300 misspelt lay questions; not part of the repository. */
function loadMedquad(): Corpus | Skipped {
  const folder = `${root}../shared/data/medquad-1000`
  if (!existsSync(folder)) return { skipped: 'not present' }
  const { documents } = loadLibrary(`${folder}/knowledge`, '2026-11-23')
  const passages = documents.flatMap((document) => document.passages)
  const lines = readFileSync(`${folder}/queries.jsonl`, 'utf8').trim().split('\n')
  const questions = lines.map((line) => JSON.parse(line) as MedquadQuestion)
  return {
    documents,
    questions: questions.map(({ text, relevant }) => ({
      text,
      right: passages
        .filter(({ document, heading }) =>
          relevant.some((each) => each.document === document && each.heading === heading),
        )
        .map(keyOf),
    })),
  }
}

type MedquadQuestion = {
  readonly text: string
  readonly relevant: readonly { readonly document: string; readonly heading: string }[]
}
