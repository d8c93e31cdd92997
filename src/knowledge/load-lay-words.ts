import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LayWordLists } from './search/lay-words.ts'

/** Name of the file of lay words in a folder of documents. */
export const layWordsFile = 'lay-words.en.txt'

/** Reads the lists of lay words of the folders that have one, one after the other. */
export function loadLayWords(folders: readonly string[]): LayWordLists {
  const paths = [...new Set(folders.map((folder) => join(folder, layWordsFile)))]
  const lists = paths.filter((path) => existsSync(path)).map((path) => parseLayWords(path, readFileSync(path, 'utf8')))
  return { same: lists.flatMap(({ same }) => same), near: lists.flatMap(({ near }) => near) }
}

/** Reads lines such as `same: gut, bowel, tummy`; empty lines and lines with `#` in front are left out. */
export function parseLayWords(file: string, text: string): LayWordLists {
  const same: string[][] = []
  const near: string[][] = []
  const notes = new Map<string, string>()
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, key = '', value = ''] = /^([a-z]+):\s*(.+)$/.exec(line) ?? []
    const members = value.split(',').map((member) => member.trim())
    if (noteKeys.has(key)) notes.set(key, value)
    else if ((key !== 'same' && key !== 'near') || members.length < 2 || members.includes('')) {
      throw new Error(`Cannot load "${file}": line ${number + 1} is no list (write it as "same: gut, bowel, tummy")`)
    } else (key === 'same' ? same : near).push(members)
  }
  const missing = [...noteKeys].find((key) => !notes.has(key))
  if (missing !== undefined) throw new Error(`Cannot load "${file}": it has no line "${missing}: …"`)
  return { same, near }
}

/** What a file says about itself. */
const noteKeys = new Set(['language', 'reviewer', 'reviewed'])
