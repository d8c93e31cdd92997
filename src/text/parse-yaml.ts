import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** YAML that the build has parsed before, by the text's hash. */
export type ParsedYaml = Readonly<Record<string, unknown>>

/** Where the build leaves it; the same from `src/` and from `dist/`. */
export const parsedYamlPath = fileURLToPath(new URL('../../dist/parsed-yaml.json', import.meta.url))

let parsedBefore: ParsedYaml | undefined

/**
 * Parses YAML in which everything is text ("no" and "911" are words people say), without aliases or tags. Throws with the place.
 *
 * Rules of five languages take most of a second to parse, so the build does it once; a file that has changed since is parsed anew.
 */
export function parseYaml(text: string): unknown {
  parsedBefore ??= readParsed()
  return parsedBefore[hashOf(text)] ?? parse(text, { schema: 'failsafe', maxAliasCount: 0 })
}

/** The key of a text among those parsed before. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

function readParsed(): ParsedYaml {
  try {
    const parsed: ParsedYaml = JSON.parse(readFileSync(parsedYamlPath, 'utf8'))
    return parsed
  } catch {
    return {}
  }
}
