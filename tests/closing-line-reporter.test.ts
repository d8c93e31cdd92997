import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const house = mkdtempSync(join(tmpdir(), 'pamphlet-'))
symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
afterAll(() => rmSync(house, { recursive: true }))
// Vitest looks for settings in the folders above, too.
writeFileSync(join(house, 'vitest.config.js'), 'export default {}')

/** Runs a test file beside nothing else, each test twice if need be; gives the last lines of the output. */
function lastLinesOf(tests: string, count: number): readonly string[] {
  writeFileSync(join(house, 'a.test.ts'), `import { expect, it } from 'vitest'\n${tests}`)
  const program = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--retry=1']
  const reporter = `--reporter=${resolve('tests/closing-line-reporter.ts')}`
  const output = execFileSync(process.execPath, [...program, reporter], { cwd: house, encoding: 'utf8' })
  return output.trimEnd().split('\n').slice(-count)
}

it('a test that passed only when tried again is named before the closing line', () => {
  const lines = lastLinesOf(
    "let tries = 0\nit('is unsteady', () => expect(++tries).toBe(2))\nit('is steady', () => {})",
    2,
  )

  expect(lines).toEqual(['passed only when tried again: a.test.ts > is unsteady', '2 passed, 0 failed'])
})

it('a run without any has the closing line alone', () => {
  const lines = lastLinesOf("it('is steady', () => {})\nit.skip('is left out', () => {})", 5)

  expect(lines).toEqual(['1 passed, 0 failed, 1 skipped'])
})
