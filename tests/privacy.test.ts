import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runProgram } from './run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphlet-privacy-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A word that stands nowhere else, so that any trace of it comes from the question. */
const canary = 'zorblaxium'
const question = `does ${canary} lower my serotonin`

describe('what a person writes', { timeout: 60_000 }, () => {
  it.each([
    { way: 'ask', args: ['ask', question], input: '' },
    {
      way: 'ask --jsonl',
      args: ['ask', '--jsonl'],
      input: `${JSON.stringify({ id: 1, text: question })}\n${question}\n`,
    },
    { way: 'the chat', args: ['chat'], input: `${question}\n` },
    {
      way: 'the chat, urgent and held',
      args: ['chat'],
      input: `I want to kill myself with ${canary}\n2\nsupport\n1\n`,
    },
  ])('leaves no trace on standard error or on disk through $way', async ({ args, input }) => {
    const { stdout, stderr } = await runProgram(args, { input, cwd: folder, env: { HOME: folder } })

    expect(stdout).toContain('not medical advice')
    expect(stderr).not.toContain(canary)
    expect(readdirSync(folder)).toEqual([])
  })
})
