import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runProgram as run } from './run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command line', { timeout: 60_000 }, () => {
  it('answers a question with exit code 0', async () => {
    const { code, stdout, stderr } = await run(['ask', 'is it', 'genetic?'])

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Genetics  ·  Why serotonin can be low\n')
    expect(stdout).toContain('Please talk to a healthcare professional')
  })

  it('ends with exit code 3 where the documents say nothing', async () => {
    const { code, stdout } = await run(['ask', 'how do I file my tax return?'])

    expect(code).toBe(3)
    expect(stdout).toContain('Please talk to a healthcare professional')
  })

  it('answers an urgent message with help, without guessing a country, and with exit code 0', async () => {
    const { code, stdout } = await run(['ask', 'I want to kill myself'], { env: { LANG: 'es_ES.UTF-8' } })

    expect(code).toBe(0)
    expect(stdout).toContain('(https://findahelpline.com)')
    expect(stdout).toContain('[Choose a country]')
    expect(stdout).not.toMatch(/\d/)
    expect(stdout).toContain('Please talk to a healthcare professional')
  })

  it('answers JSON lines in order and ends with exit code 0 though one was malformed', async () => {
    const lines = '{"id":1,"text":"is it genetic?"}\nnot json\n{"id":2,"text":"I want to kill myself","region":"IE"}\n'

    const { code, stdout } = await run(['ask', '--jsonl', '--limit', '2'], { input: lines })

    const replies = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(replies).toMatchObject([
      { id: 1, outcome: 'answered', passages: [{ section: 'genetics' }, {}] },
      { error: 'the line is not JSON' },
      { id: 2, outcome: 'urgent', triage: 'crisis', passages: [], text: expect.stringContaining('116 123') },
    ])
  })

  it('answers what is piped into the chat and ends with exit code 0', async () => {
    const { code, stdout } = await run(['chat'], { input: 'hi\nis it genetic?\n' })

    expect(code).toBe(0)
    expect(stdout.split('\n[1] ')).toHaveLength(3)
    expect(stdout).toMatch(/Goodbye\.\n$/)
  })

  it.each([
    { args: ['ask'], says: 'Give a question' },
    { args: ['ask', '--limit', '3', 'why'], says: '--limit goes with --jsonl' },
    { args: ['ask', '--jsonl', '--limit', '1.5'], says: 'whole number' },
    { args: ['ask', '--jsonl', 'why'], says: 'not both' },
    { args: ['sing'], says: 'unknown command' },
    { args: ['ask', '--knowledge', 'no-such-folder', 'why'], says: 'no document to serve in "no-such-folder"' },
  ])('ends with exit code 2 at $args', async ({ args, says }) => {
    const { code, stdout, stderr } = await run(args)

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
  })

  it('reads .env of the working directory and names a setting that is wrong', async () => {
    writeFileSync(join(folder, '.env'), 'KNOWLEDGE_DIR=nowhere\n')

    const { code, stderr } = await run(['chat'], { cwd: folder })

    expect(code).toBe(2)
    expect(stderr).toContain('KNOWLEDGE_DIR names no folder')
  })

  it('lists the problems of single files and serves the rest', async () => {
    const knowledge = mkdtempSync(join(folder, 'knowledge-'))
    copyFileSync('knowledge/low-serotonin.md', join(knowledge, 'good.md'))
    writeFileSync(join(knowledge, 'bad.md'), 'no front matter')

    const { code, stdout, stderr } = await run(['ask', '--knowledge', knowledge, 'is it genetic?'])

    expect(code).toBe(0)
    expect(stdout).toContain('Genetics')
    expect(stderr).toContain('bad.md:1: ')
  })
})
