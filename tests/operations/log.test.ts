import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog, type LogFields, type LogLevel } from '../../src/operations/log.ts'

/** A word that stands nowhere else, as a person would write it. */
const canary = 'zorblaxium'
const secret = 'not-a-real-secret"with a quote'

describe('an entry', () => {
  it('is one line of JSON with its level, time, event and facts, and nothing about the machine', () => {
    const { log, lines } = openLog()

    log.info('ready', { platform: 'discord', count: 3, ms: 1.5, server: '101', state: 'ready' })

    expect(lines().map((line) => JSON.parse(line))).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        event: 'ready',
        platform: 'discord',
        count: 3,
        ms: 1.5,
        server: '101',
        state: 'ready',
      },
    ])
  })

  it('stays on one line whatever it holds', () => {
    const { log, lines } = openLog()

    log.warn('first\nline', { reason: 'one\r\ntwo\u2028three' })

    expect(lines()).toHaveLength(1)
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ level: 'warn', event: 'first\nline' })
  })

  it('holds no field but those of the list, whatever it is given', () => {
    const { log, text } = openLog()
    const given = { platform: 'discord', content: canary, state: { text: canary }, user: { name: canary } }

    log.info('ready', given as unknown as LogFields)

    expect(text()).toContain('"platform":"discord"')
    expect(text()).not.toContain(canary)
  })

  it('holds no more of a reason than anybody needs', () => {
    const { log, text } = openLog()

    log.info('ready', { reason: 'a'.repeat(10_000) })

    expect(text().length).toBeLessThan(500)
  })
})

describe('an error', () => {
  it('is written as its name, code, status and where it happened', () => {
    const error = Object.assign(new TypeError(canary), { code: 50_013, status: 403 })
    const { log, lines } = openLog()

    log.error('could not answer', { error })

    expect(JSON.parse(lines()[0] ?? '').error).toEqual({
      name: 'TypeError',
      code: 50_013,
      status: 403,
      frames: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/)]),
    })
  })

  it('shows the causes below it', () => {
    const root = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const { log, lines } = openLog()

    log.error('could not connect', { error: new Error('fetch failed', { cause: root }) })

    expect(JSON.parse(lines()[0] ?? '').error.cause).toMatchObject({ name: 'Error', code: 'ECONNREFUSED' })
  })

  it.each<[string, () => unknown]>([
    ['its message', () => new Error(`cannot read ${canary}`)],
    ['a message of many lines', () => new Error(`one\n${canary}\n    at ${canary} (/${canary}:1:1)`)],
    ['a message that looks like a stack', () => new Error(`    at ${canary} (/${canary}:1:1)`)],
    ['a message that was changed later', changed],
    ['a code that is a sentence', () => Object.assign(new Error('x'), { code: `no ${canary}` })],
    ['a code that is an object', () => Object.assign(new Error('x'), { code: { text: canary }, status: canary })],
    ['a name that is a sentence', () => Object.assign(new Error('x'), { name: `no ${canary}` })],
    ['other properties', () => Object.assign(new Error('x'), { requestBody: { content: canary }, url: canary })],
    ['its cause', () => new Error('x', { cause: new Error(canary) })],
    ['a cause that is a text', () => new Error('x', { cause: canary })],
    ['a cause far down', () => deep(10)],
    ['a cause that is itself', () => endless()],
    ['the errors it gathers', () => new AggregateError([new Error(canary)], canary)],
    ['a text that was thrown', () => canary],
    ['an object that was thrown', () => ({ message: canary, stack: canary, toString: () => canary })],
  ])('never shows what people wrote, in %s', (_, make) => {
    const { log, lines, text } = openLog()

    log.error('could not answer', { error: make() })

    expect(JSON.parse(lines()[0] ?? '').error.name).toMatch(/^\w+Error$|^Error$|^thrown \w+$/)
    expect(text()).not.toContain(canary)
    expect(text().length).toBeLessThan(20_000)
  })
})

describe('a secret', () => {
  it.each([
    ['as it is', secret],
    ['as addresses write it', encodeURIComponent(secret)],
    ['in a long text, where it would be cut in half', `${'a'.repeat(290)}${secret}`],
    ['beside a longer one that holds it', `${secret}-longer`],
  ])('that is known is taken out of every field and of the event, %s', (_, text) => {
    const { log, lines, text: written } = openLog([secret, `${secret}-longer`])

    log.error(`event ${text}`, inEveryField(text))

    expect(JSON.parse(lines()[0] ?? '').event).toContain('[redacted]')
    expect(written()).not.toContain('not-a-real')
    expect(written()).not.toContain('longer')
  })

  it.each([
    ["Discord's token", `${'F'.repeat(24)}.FAKEFA.${'k'.repeat(38)}`],
    ['the header of Discord', `Bot ${'F'.repeat(24)}.FAKEFA.${'k'.repeat(27)}`],
    ["Slack's token of a bot", 'xoxb-000-fake-fake'],
    ["Slack's token of a person", 'xoxp-000-fake-fake'],
    ["Slack's token of a session", 'xoxs-000-fake-fake'],
    ["Slack's token that expires", 'xoxe.xoxb-1-fake-fake'],
    ["Slack's token to renew", 'xoxe-1-fake-fake'],
    ["Slack's token of an app", 'xapp-1-fake-fake'],
    ['the token of an interaction', `aW50ZXJhY3Rpb246${'fake'.repeat(40)}`],
    ['the address of a webhook', 'https://discord.com/api/v10/webhooks/101/fake-fake_fake?wait=true'],
    ['the address of an own answer', '/webhooks/101/fake-fake/messages/@original'],
    ['the address of a callback', '/interactions/101/fake-fake/callback'],
    ["Slack's webhook", 'https://hooks.slack.com/services/T000/B000/fakefake'],
    ["Slack's response address", 'https://hooks.slack.com/actions/T000/1/fakefake'],
    ["Slack's socket", 'wss://wss.example/link/?ticket=fake-fake&app_id=1'],
    ['another header', 'Bearer fakefakefakefakefake'],
  ])('that nobody named is known by its looks: %s', (_, text) => {
    const { log, lines, text: written } = openLog()

    log.warn(`event ${text}`, inEveryField(text))

    expect(JSON.parse(lines()[0] ?? '').reason).toContain('[redacted]')
    expect(written()).not.toMatch(/fake|FAKE|F{20}|k{20}/)
  })

  it('leaves other text alone, though a setting is too short to be one', () => {
    const { log, lines } = openLog(['', ' ', 'on'])
    const reason = 'https://discord.com/api/v10/channels/123456789012345678/messages answered 403 to the Bot on it'

    log.warn('ready', { reason })

    expect(JSON.parse(lines()[0] ?? '').reason).toBe(reason)
  })
})

describe('LOG_LEVEL', () => {
  it.each<[LogLevel, readonly string[]]>([
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['fatal', []],
  ])('%s lets what is as severe through', (level, expected) => {
    const { log, lines } = openLog([], level)

    log.info('a')
    log.warn('b')
    log.error('c')

    expect(lines().map((line) => JSON.parse(line).level)).toEqual(expected)
  })
})

it('createLog() goes on when nobody reads any more', async () => {
  const destination = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) })
  const closed = new Promise((resolve) => destination.on('close', resolve))
  const log = createLog({ level: 'info', secrets: [], destination })

  log.info('one')
  await closed

  expect(() => log.info('two')).not.toThrow()
})

function openLog(secrets: readonly string[] = [secret], level: LogLevel = 'info') {
  const destination = new PassThrough()
  const chunks: string[] = []
  destination.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  const text = () => chunks.join('')
  const lines = () => text().split('\n').slice(0, -1)
  return { log: createLog({ level, secrets, destination }), text, lines }
}

/** A stack is written when it is first read, with the message of that time. */
function changed(): Error {
  const error = new Error(`first ${canary}`)
  expect(error.stack).toContain(canary)
  error.message = 'second'
  return error
}

function deep(levels: number): Error {
  return new Error(canary, levels > 0 ? { cause: deep(levels - 1) } : {})
}

function endless(): Error {
  const error = new Error(canary)
  error.cause = error
  return error
}

function inEveryField(text: string): LogFields {
  return {
    platform: text,
    code: text,
    method: text,
    setting: text,
    state: text,
    reason: `${text} and more`,
    server: text,
    error: Object.assign(new Error(text, { cause: Object.assign(new Error(text), { code: text }) }), {
      name: text,
      code: text,
    }),
  }
}
