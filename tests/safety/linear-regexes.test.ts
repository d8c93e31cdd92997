import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { expect, it, vi } from 'vitest'

// In JavaScript alone: the other backends start a program for each expression. Read when recheck is loaded.
vi.stubEnv('RECHECK_BACKEND', 'pure')
const { checkSync } = await import('recheck')

/** Time for one expression; those that take it all are "unknown". */
const timeout = 15_000

const root = join(import.meta.dirname, '../..')
const folders = ['src/safety', 'src/text', 'src/responder', 'src/adapters/terminal', 'src/adapters/web']

/** Expressions that recheck cannot judge, each with the reason why it takes linear time all the same. */
const judgedByHand: Readonly<Record<string, string>> = {}

type Literal = { readonly place: string; readonly source: string; readonly flags: string }

const literals = folders.flatMap((folder) => sourcesIn(folder)).flatMap(literalsIn)

it('there are regular expressions to look at', () => {
  expect(literals.length).toBeGreaterThanOrEqual(20)
})

it('no regular expression takes more than linear time on what people write', () => {
  const judged = literals.map((each) => ({ ...each, ...checkSync(each.source, each.flags, { timeout }) }))

  const vulnerable = judged.filter(({ status }) => status === 'vulnerable')
  const unknown = judged.filter(({ status, source }) => status === 'unknown' && judgedByHand[source] === undefined)
  expect(vulnerable.map(nameOf)).toEqual([])
  expect(unknown.map(nameOf)).toEqual([])
}, 60_000)

it('every expression that was judged by hand still stands somewhere', () => {
  const sources = new Set(literals.map(({ source }) => source))

  expect(Object.keys(judgedByHand).filter((source) => !sources.has(source))).toEqual([])
})

function nameOf({ place, source, flags }: Literal): string {
  return `${place}: /${source}/${flags}`
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name))
}

function literalsIn(path: string): readonly Literal[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Literal[] = []
  visit(file)
  return found

  function visit(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({
        place: `${relative(root, path)}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      })
    }
    ts.forEachChild(node, visit)
  }
}
