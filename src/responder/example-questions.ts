import type { Document } from '../knowledge/document.ts'
import type { Action } from './answer.ts'

/** Examples under a greeting. */
const mostExamples = 3

/** Questions that the documents answer, from all over the library, to show how to ask. */
export function exampleQuestions(documents: readonly Document[]): readonly Action[] {
  const asked = documents.flatMap((document) =>
    document.passages.flatMap(({ asked: [first] }) => (first === undefined ? [] : [first])),
  )
  const step = Math.max(1, Math.floor(asked.length / mostExamples))
  const examples = asked.filter((_, place) => place % step === 0).slice(0, mostExamples)
  return examples.map((label) => ({ type: 'question', label }))
}
