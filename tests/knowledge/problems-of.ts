import { InvalidDocument } from '../../src/knowledge/invalid-document.ts'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import type { Problem } from '../../src/knowledge/problem.ts'

/** The problems that `parseDocument` throws for a text; none for a valid document. */
export function problemsOf(text: string, file = 'sleep.md'): readonly Problem[] {
  try {
    parseDocument('sleep', file, text)
    return []
  } catch (error) {
    if (error instanceof InvalidDocument) return error.problems
    throw error
  }
}
