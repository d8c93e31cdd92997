import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LayWordLists } from './search/lay-words.ts'

const lines = z.array(z.array(z.string().min(1)).min(2))
const file = z.strictObject({
  language: z.literal('en'),
  reviewer: z.string().min(1),
  reviewed: z.iso.date(),
  same: lines,
  near: lines,
})

/** Name of the file of lay words in a folder of documents. */
export const layWordsFile = 'lay-words.en.yaml'

/** Reads the lists of lay words of the folders that have one, one after the other. */
export function loadLayWords(folders: readonly string[]): LayWordLists {
  const lists = [...new Set(folders)]
    .map((folder) => join(folder, layWordsFile))
    .filter((path) => existsSync(path))
    .map(read)
  return { same: lists.flatMap(({ same }) => same), near: lists.flatMap(({ near }) => near) }
}

function read(path: string): LayWordLists {
  try {
    return file.parse(parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 }))
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : 'unreadable'
    throw new Error(`Cannot load "${path}": ${reason}`, { cause })
  }
}
