import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { ask } from '../../../src/adapters/terminal/ask.ts'
import { disclaimer } from './make-answer.ts'
import { createScriptedBot } from './scripted-bot.ts'

it.each([
  ['hello', 0, 'You asked 5 characters.\n\n[Get support]'],
  ['help me', 0, 'Help is here.\n\n[Get support]  [Not about me]'],
  ['which', 3, 'Which of these?\n\n[Stress]  [Diet]  [unknown]  [None of these]  [Get support]'],
  ['unknown', 3, 'I do not know.\n\n[Get support]'],
  // a fault still says where to go, and not what went wrong inside
  ['break', 1, 'Sorry, please try again.\n\n[Get support]'],
])('ask() answers "%s" with exit code %i', async (question, code, expected) => {
  const output = new PassThrough()

  const given = await ask({ bot: createScriptedBot(), question: { text: question }, output, color: false })
  output.end()

  expect(given).toBe(code)
  expect(await text(output)).toBe(`${expected}\n\n${disclaimer.text}\n`)
})
