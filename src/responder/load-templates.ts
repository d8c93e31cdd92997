import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Templates, templatesSchema } from './templates.ts'

/** Reads every language's templates, by language; English must be among them, since it stands in for the others. */
export function loadTemplates(folder: string): ReadonlyMap<string, Templates> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const loaded = new Map(
    files.map((file) => load(join(folder, file))).map((templates) => [templates.language, templates]),
  )
  if (!loaded.has('en')) throw new Error(`Cannot load "${folder}": there is no file for English (add en.yaml)`)
  return loaded
}

/** Without a schema of types ("no" and "true" are words people say), aliases or tags. */
function load(path: string): Templates {
  try {
    return templatesSchema.parse(parse(readFileSync(path, 'utf8'), { schema: 'failsafe', maxAliasCount: 0 }))
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : 'unreadable'
    throw new Error(`Cannot load "${path}": ${reason}`, { cause })
  }
}
