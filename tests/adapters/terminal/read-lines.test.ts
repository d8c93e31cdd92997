import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines } from '../../../src/adapters/terminal/read-lines.ts'

it('readLines() gives the same lines wherever the chunks are cut', async () => {
  const text = '\ufeffzürich\r\n\nU+2028 \u2028 is no end\r, nor is CR\n最後'
  const bytes = Buffer.from(text)

  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const ends = [...cuts.toSorted((a, b) => a - b), bytes.length]
      const chunks = ends.map((end, place) => bytes.subarray(ends[place - 1] ?? 0, end))

      const lines = await collect(Readable.from(chunks, { objectMode: false }), 100)

      expect(lines).toEqual(['zürich', '', 'U+2028 \u2028 is no end\r, nor is CR', '最後'])
    }),
  )
})

it('readLines() keeps no more of a line than it may, and says so', async () => {
  const input = Readable.from([Buffer.from('12345'), Buffer.from('678\nab\nabcde')])

  const lines = []
  for await (const line of readLines(input, 4)) lines.push(line)

  expect(lines).toEqual([
    { text: '1234', cut: true },
    { text: 'ab', cut: false },
    { text: 'abcd', cut: true },
  ])
})

it('readLines() asks for no more than it needs', async () => {
  let given = 0
  const input = Readable.from(
    (function* () {
      for (;;) {
        given += 1
        yield Buffer.from(`${given}\n`)
      }
    })(),
    { highWaterMark: 1 },
  )

  for await (const { text } of readLines(input, 10)) if (text === '3') break

  expect(given).toBeLessThan(10)
})

async function collect(input: Readable, maxCharacters: number): Promise<string[]> {
  const lines: string[] = []
  for await (const { text } of readLines(input, maxCharacters)) lines.push(text)
  return lines
}
