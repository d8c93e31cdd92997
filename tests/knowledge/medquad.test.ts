import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '../../src/knowledge/load-library.ts'

const folder = join(import.meta.dirname, '../../../shared/data/medquad-1000/knowledge')

/** Measured at 1.1 s on two idle cores; three times that on a busy machine. */
const maxMs = 10_000

it.skipIf(!existsSync(folder))(
  'loadLibrary() loads the 871 documents of MedQuAD (skipped where ../shared/data is absent)',
  () => {
    const started = performance.now()

    const { documents, problems } = loadLibrary(folder, '2026-11-23')

    expect(problems).toEqual([])
    expect(documents).toHaveLength(871)
    expect(documents.flatMap(({ passages }) => passages)).toHaveLength(1_000)
    expect(performance.now() - started).toBeLessThan(maxMs)
  },
)
