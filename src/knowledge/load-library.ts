import type { Document } from './document.ts'
import { expiryOn } from './expiry.ts'
import { findDocumentFiles } from './files/find-document-files.ts'
import { readTextFile } from './files/read-text-file.ts'
import { InvalidDocument } from './invalid-document.ts'
import { parseDocument } from './parse-document.ts'
import type { Problem } from './problem.ts'

/** What a folder of documents holds on a given day. */
export type Library = {
  /** What is served, in the order of the file names. */
  readonly documents: readonly Document[]
  /** What is not served because its review is overdue. */
  readonly lapsed: readonly Document[]
  /** Those of the served documents whose review is due soon. */
  readonly expiring: readonly Document[]
  readonly problems: readonly Problem[]
}

/** Loads the documents of a folder, not of its sub-folders; a file with problems is left out and the rest is served. */
export function loadLibrary(folder: string, today: string): Library {
  const problems: Problem[] = []
  const loaded: Document[] = []

  for (const { name, file } of findDocumentFiles(folder, problems)) {
    const text = readTextFile(file, problems)
    if (text === undefined) continue

    try {
      loaded.push(parseDocument(name, file, text))
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error
      problems.push(...error.problems)
    }
  }

  return {
    documents: loaded.filter((document) => expiryOn(today, document) !== 'lapsed'),
    lapsed: loaded.filter((document) => expiryOn(today, document) === 'lapsed'),
    expiring: loaded.filter((document) => expiryOn(today, document) === 'expiring'),
    problems,
  }
}
