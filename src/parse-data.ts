import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, type ParsedYaml, parsedYamlPath, parseYaml } from './text/parse-yaml.ts'

/** Parses the shipped YAML once, when the project is built, so that the program need not at every start. */
const root = fileURLToPath(new URL('../', import.meta.url))
const texts = ['safety', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)
const parsed: ParsedYaml = Object.fromEntries(texts.map((text) => [hashOf(text), parseYaml(text)]))
writeFileSync(parsedYamlPath, JSON.stringify(parsed))
