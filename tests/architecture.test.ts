import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'pamphlet-'))
afterAll(() => rmSync(scratch, { recursive: true }))

type Cruise = {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
  }
}

/** Reads all imports below `src/` of a folder, by the rules of this repository. */
function cruise(folder: string): Cruise['summary'] {
  const cli = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const rules = resolve('.dependency-cruiser.cjs')
  const output = execFileSync(
    process.execPath,
    [cli, '--config', rules, '--output-type', 'json', 'src'],
    // It prints 4 MB and more; the exit code is the number of violations in other output types only.
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return (JSON.parse(output) as Cruise).summary
}

/** A small house with the given files, and the tools of this one. */
function houseWith(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(scratch, 'house-'))
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
  for (const name of ['package.json', 'tsconfig.json']) copyFileSync(name, join(house, name))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  return house
}

it('every import goes the way that the design says', { timeout: 60_000 }, () => {
  const { totalCruised, violations } = cruise('.')

  // A check that looked at nothing would pass as well.
  expect(totalCruised).toBeGreaterThanOrEqual(30)
  expect(violations).toEqual([])
})

it.each([
  ['text/a.ts', 'safety/b.ts', 'text-imports'],
  ['knowledge/a.ts', 'responder/b.ts', 'knowledge-imports'],
  ['knowledge/a.ts', 'safety/b.ts', 'knowledge-imports'],
  ['responder/a.ts', 'adapters/web/b.ts', 'responder-imports'],
  ['adapters/discord/a.ts', 'adapters/slack/b.ts', 'adapters-stay-apart'],
  ['adapters/web/a.ts', 'knowledge/b.ts', 'adapters-imports'],
  ['operations/a.ts', 'text/b.ts', 'operations-imports'],
  ['text/a.ts', 'config.ts', 'nothing-imports-main-or-config'],
])('an import of src/%s from src/%s is caught', { timeout: 60_000 }, (from, to, rule) => {
  const depth = '../'.repeat(from.split('/').length - 1)
  const house = houseWith({
    [`src/${from}`]: `export { b } from './${depth}${to}'\n`,
    [`src/${to}`]: 'export const b = 1\n',
  })

  const { violations } = cruise(house)

  expect(violations.map((each) => [each.rule.name, each.from])).toContainEqual([rule, `src/${from}`])
})

it('a circle of imports is caught', { timeout: 60_000 }, () => {
  const house = houseWith({
    'src/text/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'src/text/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
  })

  expect(cruise(house).violations.map(({ rule }) => rule.name)).toContain('no-cycles')
})

it('no file but src/config.ts reads the environment', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join('src', file))
  const reading = files.filter((file) => /\bprocess\s*(?:\.\s*env\b|\[\s*['"]env)/.test(readFileSync(file, 'utf8')))

  expect(files.length).toBeGreaterThanOrEqual(30)
  expect(reading).toEqual(['src/config.ts'])
})
