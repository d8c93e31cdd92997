import { PassThrough, Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { askJsonl } from '../../../src/adapters/terminal/ask-jsonl.ts'
import { disclaimer } from './make-answer.ts'
import { createScriptedBot } from './scripted-bot.ts'

const diet = { document: 'low', section: 'diet', heading: 'Diet', score: 7.5, excerpt: 'About diet.' }
const stress = { document: 'low', section: 'stress', heading: 'Stress', score: 9, excerpt: 'About stress.' }
const whatToDo = {
  document: 'low',
  section: 'what-to-do',
  heading: 'What to do',
  score: 0,
  excerpt: 'Talk to somebody.',
}

describe('ask --jsonl', () => {
  it('writes one object a line with everything of the contract', async () => {
    const [reply] = await run('{"id":"q1","text":"hello","locale":"en-US","region":"US"}\n')

    expect(reply).toEqual({
      id: 'q1',
      outcome: 'answered',
      triage: 'none',
      passages: [diet, whatToDo],
      text: `You asked 5 characters.\n\n[Get support]\n\n${disclaimer.text}`,
      disclaimer: disclaimer.text,
      receipt: {
        document: 'low',
        passages: [
          { section: 'diet', hash: 'aa' },
          { section: 'what-to-do', hash: 'bb' },
          { section: 'gone', hash: 'cc' },
        ],
      },
    })
  })

  it.each([
    ['which', [stress, diet]],
    ['unknown', []],
    ['help me', []],
  ])('lists what the reply to "%s" is built from', async (question, passages) => {
    const [reply] = await run(JSON.stringify({ text: question }))

    expect(reply).toMatchObject({ passages })
  })

  it.each([
    ['hello', [stress]],
    ['unknown', [stress]],
    ['help me', []],
  ])('lists the best-ranked passages for "%s" with a limit, urgent aside', async (question, passages) => {
    const [reply] = await run(JSON.stringify({ text: question }), 1)

    expect(reply).toMatchObject({ passages })
  })

  it('passes on locale, region and document, and leaves out what is null', async () => {
    const bot = createScriptedBot()

    await run(
      '{"text":"a","locale":"de","region":"AT","document":"low"}\n{"text":"b","locale":null,"x":1}',
      undefined,
      bot,
    )

    expect(bot.asked).toEqual([{ text: 'a', locale: 'de', region: 'AT', document: 'low' }, { text: 'b' }])
  })

  it.each([
    ['secret', { error: 'the line is not JSON' }],
    ['"secret"', { error: 'the line must hold a JSON object' }],
    ['["secret"]', { error: 'the line must hold a JSON object' }],
    ['null', { error: 'the line must hold a JSON object' }],
    ['{"id":"a"}', { id: 'a', error: '"text" is missing' }],
    ['{"id":7,"text":["secret"]}', { id: 7, error: '"text" must be a string' }],
    ['{"id":["secret"],"text":"hello"}', { error: '"id" must be a string or a number' }],
    ['{"id":"a","text":"secret","locale":1}', { id: 'a', error: '"locale" must be a string' }],
    [
      '{"text":"secret","region":{},"document":[]}',
      { error: '"region" must be a string, "document" must be a string' },
    ],
  ])('gives an error for %s on its line and goes on', async (line, error) => {
    const replies = await run(`${line}\n{"id":"next","text":"hello"}`)

    expect(replies).toEqual([error, expect.objectContaining({ id: 'next', outcome: 'answered' })])
  })

  it('gives the apology with an error for a fault, whose own message would repeat the question', async () => {
    const [reply] = await run('{"id":"a","text":"break"}')

    expect(reply).toEqual({
      id: 'a',
      error: 'this question could not be answered because of a fault',
      text: expect.stringMatching(new RegExp(`${disclaimer.text}$`)),
      disclaimer: disclaimer.text,
    })
  })

  it('gives an error for a line that is too long to keep', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) })

    const replies = await run(`${long}\n{"text":"hello"}`)

    expect(replies).toEqual([
      { error: 'the line is longer than 8388608 characters' },
      expect.objectContaining({ outcome: 'answered' }),
    ])
  })

  it('takes a byte order mark, CRLF and blank lines, which it skips', async () => {
    const replies = await run('\ufeff{"id":1,"text":"hello"}\r\n\r\n  \n{"id":2,"text":"hello"}\r\n')

    expect(replies).toMatchObject([{ id: 1 }, { id: 2 }])
  })

  it('writes control characters as JSON escapes, so that a terminal cannot obey them', async () => {
    const lines = await runRaw('{"id":"\u009b31m\u2028\u007f","text":"hello"}')

    expect(lines).toContain(String.raw`"id":"\u009b31m\u2028\u007f"`)
  })

  it('ends quietly when its reader has gone, and reads no further', async () => {
    const bot = createScriptedBot()
    const input = Readable.from(Array.from({ length: 100 }, () => Buffer.from('{"text":"hello"}\n')))
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })

    await askJsonl({ bot, input, output: gone })

    expect(bot.asked).toHaveLength(1)
  })

  it('fails when the disk is full', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    const input = Readable.from([Buffer.from('{"text":"hello"}')])

    await expect(askJsonl({ bot: createScriptedBot(), input, output: full })).rejects.toThrow('no space')
  })
})

async function run(lines: string, limit?: number, bot = createScriptedBot()): Promise<unknown[]> {
  const written = await runRaw(lines, limit, bot)
  return written
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

async function runRaw(lines: string, limit?: number, bot = createScriptedBot()): Promise<string> {
  const output = new PassThrough()
  const written = text(output)
  const input = Readable.from([Buffer.from(lines)])

  await askJsonl({ bot, input, output, ...(limit === undefined ? {} : { limit }) })
  output.end()
  return await written
}
