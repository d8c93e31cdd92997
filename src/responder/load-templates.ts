import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseYaml } from '../text/parse-yaml.ts'
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

function load(path: string): Templates {
  try {
    return templatesSchema.parse(parseYaml(readFileSync(path, 'utf8')))
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : 'unreadable'
    throw new Error(`Cannot load "${path}": ${reason}`, { cause })
  }
}
