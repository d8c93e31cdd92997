import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { type FileFault, fileFault, noRegularFile, symbolicLink } from './file-fault.ts'

/** A file that should hold a document. */
export type DocumentFile = { readonly name: string; readonly file: string }

/** Lists the documents directly in a folder, by file name; what cannot be one is added to `problems`. */
export function findDocumentFiles(folder: string, problems: Problem[]): readonly DocumentFile[] {
  return list(folder, problems)
    .filter(({ name }) => /\.md$/i.test(name) && name !== 'README.md')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(folder, entry.name)
      const fault = faultOf(entry)
      if (fault === undefined) return [{ name: entry.name.slice(0, -'.md'.length), file }]

      problems.push({ file, line: 1, ...fault })
      return []
    })
}

function list(folder: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    problems.push({ file: folder, line: 1, ...fileFault(error) })
    return []
  }
}

/** A link could lead out of the reviewed folder, and opening a pipe would wait for ever. */
function faultOf(entry: Dirent): FileFault | undefined {
  if (entry.isSymbolicLink()) return symbolicLink
  if (entry.isDirectory()) return { message: 'it is a folder', fix: 'put its documents one level up' }
  if (!entry.isFile()) return noRegularFile
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.test(entry.name)) {
    return { message: 'the file name is no document name', fix: `rename it to ${goodName(entry.name)}` }
  }
  return undefined
}

function goodName(name: string): string {
  const stem = name
    .replace(/\.md$/i, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${stem === '' ? 'low-serotonin' : stem}.md`
}
