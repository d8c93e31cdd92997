import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { prepareTrial, startTrial, type Trial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** What Slack can hardly mean although it signed it. */
const malformed: readonly (readonly [name: string, type: Readonly<Record<string, string>>, body: string])[] = [
  ['half of a JSON', json, '{"type":'],
  ['no body', json, ''],
  ['words', json, 'zorblaxium'],
  ['JSON in a form', form, 'payload=%7B'],
  ['a form as JSON', json, 'payload=%7B%7D'],
  ['null', json, 'null'],
  ['null in a form', form, 'payload=null'],
]

/** JSON that says nothing to anybody; how it is turned down is not promised. */
const senseless: typeof malformed = [
  ['a number', json, '5'],
  ['a text', json, '"zorblaxium"'],
  ['a list', json, '[null]'],
  ['a number in a form', form, 'payload=5'],
  ['nothing in an object', json, '{}'],
  ['an event without an event', json, '{"type":"event_callback","event":null}'],
]

describe.concurrent('a request', { timeout: 30_000 }, () => {
  it('whose body comes too slowly is cut off, signed or not', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { written, closed } = open(trial, context, 'content-length: 100\r\n')
    const before = performance.now()

    await written('{')
    await closed

    expect(performance.now() - before).toBeLessThan(10_000)
    expect(await brokenPromises(trial)).toEqual([])
  })

  it.for(malformed)('that Slack signed as %s gets 400, and the bot lives', async ([, type, body], context) => {
    const trial = await startTrial(context, { mode: 'http' })

    const { status } = await post(trial, type, body)

    expect(status).toBe(400)
    expect(await brokenPromises(trial)).toEqual([])
    expect(trial.logged.map(({ text }) => text).join('\n')).not.toContain('zorblaxium')
  })

  it.for(senseless)('that Slack signed as %s does no harm', async ([, type, body], context) => {
    const trial = await startTrial(context, { mode: 'http' })

    const { status } = await post(trial, type, body)

    expect(status).toBeGreaterThanOrEqual(200)
    expect(await brokenPromises(trial)).toEqual([])
    expect(trial.logged.map(({ text }) => text).join('\n')).not.toContain('zorblaxium')
  })

  it('that Slack signed and somebody sends again is answered once', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { slack } = trial
    const request = await trial.ask('mention')
    await untilAnswered([request])
    const body = JSON.stringify(slack.deliveries[0]?.body)

    const again = await Promise.all(Array.from({ length: 10 }, () => post(trial, json, body)))

    expect(again.map(({ status }) => status)).toEqual(again.map(() => 200))
    expect(await brokenPromises(trial)).toEqual([])
    expect(request.shown()).toHaveLength(1)
  })

  it('that Slack signed to check the certificate gets 200 and nothing else', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const calls = trial.slack.callCount()

    const answer = await post(trial, form, 'ssl_check=1&token=fake-verification-token')

    expect(answer).toEqual({ status: 200, body: '' })
    expect(trial.slack.callCount()).toBe(calls)
  })

  it('that Slack signed to check the address gets the challenge back', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const body = JSON.stringify({ type: 'url_verification', token: 'fake-verification-token', challenge: 'fake-"<&>' })

    const answer = await post(trial, json, body)

    expect({ ...answer, body: JSON.parse(answer.body) as unknown }).toEqual({
      status: 200,
      body: { challenge: 'fake-"<&>' },
    })
  })

  it('that Slack signed to say that events were left out is acknowledged and told in the log', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const body = JSON.stringify({
      type: 'app_rate_limited',
      token: 'fake-verification-token',
      team_id: trial.slack.team.id,
      minute_rate_limited: 1_795_000_000,
      api_app_id: trial.slack.app.id,
    })

    const { status } = await post(trial, json, body)

    expect(status).toBe(200)
    expect(trial.logged.map(({ event }) => event)).toContain('events-dropped')
  })

  it('that Slack signed is acknowledged while the Web API is down, and answered when it is back', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { slack } = trial
    // The first is never answered: nobody knows whether it was posted.
    slack.faults.add({ times: 2, status: 503 })

    const request = await trial.ask('mention')

    await slack.deliveries[0]?.acknowledged
    expect(slack.deliveries[0]?.attempts()).toBe(1)
    await untilAnswered([request])
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('that Slack signed is acknowledged although it is not known yet whose token it is', async (context) => {
    const trial = await prepareTrial(context, { mode: 'http' })
    const { slack } = trial
    slack.faults.add({ method: 'auth.test', times: 1_000, status: 503 })
    const started = trial.start().catch((error: unknown) => error)
    await trial.says('cannot-connect')

    const request = await trial.ask('command')

    const acknowledgement = await slack.deliveries[0]?.acknowledged
    expect(acknowledgement?.status).toBe(200)
    await untilAnswered([request])
    await trial.adapter.stop()
    await started
  })

  it('that Slack signed is one of many at once, and all are acknowledged and answered', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const begins = await Promise.all(
      Array.from({ length: 3 }, () => surfaces)
        .flat()
        .map((surface) => trial.prepare(surface)),
    )

    const requests = begins.map((begin) => begin())

    await untilAnswered(requests)
    expect(await brokenPromises(trial)).toEqual([])
    expect(trial.slack.deliveries.filter((each) => each.attempts() > 1)).toEqual([])
  })

  it('that Slack signed over a connection that is kept is answered each time', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    context.onTestFinished(() => agent.destroy())
    const body = JSON.stringify({ type: 'url_verification', challenge: 'fake-challenge' })
    const send = () => postOver(agent, trial, body)

    const answers = [await send(), await send(), await send()]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ localPort }) => localPort)).size).toBe(1)
  })

  it.for(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s gets 405', async (method, context) => {
    const { slack } = await startTrial(context, { mode: 'http' })

    expect(await slack.forge({ headers: slack.sign(''), body: '', method })).toEqual({ status: 405, body: '' })
  })

  it.for(['/', '/slack', '/slack/events/', '/slack/install', '/SLACK/EVENTS', '/slack//events', '/slack/%65vents'])(
    'to %s gets 404',
    async (path, context) => {
      const { slack } = await startTrial(context, { mode: 'http' })

      expect((await slack.forge({ headers: slack.sign(''), body: '', path })).status).toBe(404)
    },
  )

  it.for([
    ['says how long it is', 'content-length: 1000001\r\n', ''],
    ['does not say how long it is', 'transfer-encoding: chunked\r\n', 'f4241\r\n'],
  ])('of more than a million bytes that %s gets 413', async ([, header = '', chunk], context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { written } = open(trial, context, header)

    await written(`${chunk}${'x'.repeat(1_000_001)}`)

    expect(await written('')).toMatch(/^HTTP\/1\.1 413 /)
    expect(await brokenPromises(trial)).toEqual([])
  })

  it('that breaks off in the middle of its body does no harm', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { written, socket } = open(trial, context, 'content-length: 100\r\n')

    await written('{"type":')
    socket.resetAndDestroy()

    expect(await brokenPromises(trial)).toEqual([])
  })
})

async function post({ slack }: Trial, type: Readonly<Record<string, string>>, body: string) {
  return slack.forge({ headers: { ...type, ...slack.sign(body) }, body })
}

async function postOver(agent: Agent, { port, slack }: Trial, body: string) {
  const headers = { ...json, ...slack.sign(body), 'content-length': Buffer.byteLength(body) }
  const sent = httpRequest({ agent, host: '127.0.0.1', port: port(), path: '/slack/events', method: 'POST', headers })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const { localPort } = sent.socket ?? {}
  response.resume()
  await once(response, 'end')
  return { status: response.statusCode, localPort }
}

/** Opens a request by hand; `written` writes more of it and gives what has come back by then. */
function open(
  { port }: Trial,
  { onTestFinished }: { readonly onTestFinished: (end: () => void) => void },
  header: string,
) {
  const socket = connect(port(), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const closed = once(socket, 'close')
  const now = Math.floor(Date.now() / 1_000)
  socket.write(
    `POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1\r\n${header}x-slack-request-timestamp: ${now}\r\nx-slack-signature: v0=0\r\n\r\n`,
  )
  return {
    socket,
    closed,
    written: async (more: string) => {
      socket.write(more)
      if (more === '') await until(() => text !== '', 'an answer')
      return text
    },
  }
}
