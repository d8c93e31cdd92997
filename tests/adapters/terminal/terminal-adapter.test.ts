import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createTerminalAdapter } from '../../../src/adapters/terminal/terminal-adapter.ts'
import { disclaimer } from './make-answer.ts'
import { createScriptedBot } from './scripted-bot.ts'

describe('the chat', () => {
  it('answers every line of a pipe and leaves politely at its end', async () => {
    const said = await chat('hello\nwhich\r\nunknown')

    expect(said).toContain('You asked 5 characters.')
    expect(said).toContain('Which of these?')
    expect(said).toContain('I do not know.')
    expect(said.split(disclaimer.text)).toHaveLength(4)
    expect(said).toMatch(/\n\nGoodbye\.\n$/)
  })

  it('shows the choice that a number picks', async () => {
    const said = await chat('which\n2\n')

    expect(said).toContain('[1] Stress\n[2] Diet\n[3] unknown\n[4] None of these\n[5] Get support')
    expect(said).toContain('The passage low/diet.')
  })

  it.each([
    ['3', 'I do not know.'],
    ['[4]', 'All topics.'],
    ['5)', 'Choose a country.'],
    ['0', 'Please pick a number from 1 to 5, or ask a question.'],
    ['6.', 'Please pick a number from 1 to 5, or ask a question.'],
    // an emergency number, which the bot has to read
    ['112', 'You asked 3 characters.'],
    ['Topics', 'All topics.'],
  ])('says what is expected to "%s" after five choices', async (line, expected) => {
    const said = await chat(`which\n${line}\n`)

    expect(said).toContain(expected)
  })

  it('keeps the choices shown last after a number that is none of them', async () => {
    expect(await chat('which\n9\n1\n')).toContain('The passage low/stress.')
  })

  it('says that there is nothing to pick before the first choices', async () => {
    expect(await chat('1\n')).toContain('There is nothing to pick yet.')
  })

  it('says nothing to an empty line', async () => {
    expect(await chat('\n  \n')).toBe(await chat(''))
  })

  it.each(['quit', 'EXIT'])('leaves at "%s" and reads no further', async (word) => {
    const bot = createScriptedBot()

    const said = await chat(`${word}\nhello\n`, bot)

    expect(said).toMatch(/Goodbye\.\n$/)
    expect(bot.asked).toEqual([])
  })

  it('apologises for a fault without its message and goes on', async () => {
    const said = await chat('break\nhello\n')

    expect(said).toContain('Sorry, please try again.')
    expect(said).toContain('You asked 5 characters.')
    expect(said).not.toContain('cannot read')
  })

  it('tells the bot that help was shown a short while ago', async () => {
    const bot = createScriptedBot()

    await chat('hello\nhelp me\nhelp me\n', bot)

    expect(bot.asked.at(-1)).toEqual({ text: 'help me', repeat: true })
    expect(bot.asked.filter(({ repeat }) => repeat === true)).toHaveLength(1)
  })

  it('takes one line of 1 MB', async () => {
    expect(await chat(`${'x'.repeat(1_000_000)}\n`)).toContain('You asked 1000000 characters.')
  })

  it('answers 10,000 lines and reads no faster than its answers are taken', async () => {
    const bot = createScriptedBot()
    const { input, output, adapter } = create(bot)
    input.end('hello\n'.repeat(10_000))

    await adapter.start()
    await once(output, 'readable')
    const askedBeforeReading = bot.asked.length
    const [said] = await Promise.all([text(output), adapter.ended().then(() => output.end())])

    expect(askedBeforeReading).toBeLessThan(1000)
    expect(said.split('You asked')).toHaveLength(10_001)
  })

  it('stops on demand while it waits for a line', async () => {
    const { output, adapter } = create(createScriptedBot())
    await adapter.start()

    await adapter.stop()
    output.end()

    expect(await text(output)).toMatch(/Goodbye\.\n$/)
  })

  it('ends quietly when nobody reads its answers any more', async () => {
    const { input, output, adapter } = create(createScriptedBot())
    await adapter.start()

    output.destroy()
    input.write('hello\n')

    await expect(adapter.ended()).resolves.toBeUndefined()
  })
})

describe('the chat at a keyboard', () => {
  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
    ['quit', 'quit\r'],
  ])('shows a prompt, answers, and leaves politely at %s', async (_, keys) => {
    const { input, output, adapter } = create(createScriptedBot(), { isTTY: true })
    const said = text(output)

    await adapter.start()
    input.write('hello\r')
    input.write(keys)
    await adapter.ended()
    output.end()

    expect(await said).toMatch(/Ask a question[\s\S]*> [\s\S]*You asked 5 characters\.[\s\S]*Goodbye\.\n$/)
  })
})

function create(bot = createScriptedBot(), terminal: { readonly isTTY?: boolean } = {}) {
  const input = Object.assign(new PassThrough(), terminal)
  const output = Object.assign(new PassThrough(), terminal)
  return { input, output, adapter: createTerminalAdapter({ bot, input, output, color: false }) }
}

/** Everything a chat says to what is piped into it. */
async function chat(lines: string, bot = createScriptedBot()): Promise<string> {
  const { input, output, adapter } = create(bot)
  const said = text(output)
  input.end(lines)

  await adapter.start()
  await adapter.ended()
  output.end()
  return await said
}
