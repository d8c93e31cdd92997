import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../start-program.ts'

/** A word that stands nowhere else, so that any trace of it comes from the question. */
const canary = 'zorblaxium'

const told = /The page is at (http:\/\/\S+)/

async function addressOf(program: Program): Promise<string> {
  await program.says('The page is at ')
  return told.exec(program.written())?.[1] ?? ''
}

describe.concurrent('the program without any setting', { timeout: 60_000 }, () => {
  it('serves the page, says what is served and how to add the platforms', async (context) => {
    const program = startProgram(context, {})

    const page = await fetch(await addressOf(program))

    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<form')
    expect(program.written()).toContain('Documents served: low-serotonin\n')
    expect(program.written()).toContain('DISCORD_TOKEN')
    expect(program.written()).toContain('SLACK_BOT_TOKEN')
    expect(program.written()).not.toContain('Press Enter')
  })

  it.for(['SIGINT', 'SIGTERM'] as const)(
    'ends in order at %s, though connections are kept open',
    async (signal, context) => {
      const program = startProgram(context, {})
      await fetch(await addressOf(program))

      program.signal(signal)

      expect(await program.end()).toBe(0)
    },
  )

  it('writes down nothing of what is asked, whichever way', async (context) => {
    const program = startProgram(context, { LOG_LEVEL: 'info' })
    const address = await addressOf(program)
    const text = `does ${canary} lower my serotonin`

    const replies = await Promise.all([
      fetch(`${address}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      }),
      fetch(`${address}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"text": ${canary}`,
      }),
      fetch(address, { method: 'POST', body: new URLSearchParams({ ask: text }) }),
      fetch(`${address}/answer`, {
        method: 'POST',
        body: new URLSearchParams({ ask: `I want to kill myself with ${canary}` }),
      }),
      fetch(`${address}/answer`, { method: 'POST', body: new URLSearchParams({ why: '1', text }) }),
      fetch(`${address}/${canary}?q=${canary}`),
    ])
    const metrics = await (await fetch(`${address}/metrics`)).text()
    program.signal('SIGTERM')
    await program.end()

    expect(replies.map(({ status }) => status)).toEqual([200, 400, 200, 200, 200, 404])
    expect(metrics).toContain('pamphlet_')
    expect(metrics).not.toContain(canary)
    expect(program.written()).not.toContain(canary)
  })
})

it('names the setting to change where the port is in use', { timeout: 60_000 }, async (context) => {
  const other = createServer().listen(0, '127.0.0.1')
  context.onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as { readonly port: number }

  const program = startProgram(context, { PORT: String(port) })

  expect(await program.end(20_000)).toBe(2)
  expect(program.written()).toContain(`PORT ${port} is in use`)
})
