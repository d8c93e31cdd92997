import { describe, expect, it } from 'vitest'
import type { Forgery } from '../../../stand-ins/slack/http-delivery.ts'
import type { SlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'
import { leaks } from './broken-promises.ts'
import { untilAnswered } from './request.ts'
import { startTrial } from './start-trial.ts'

type Vector = (slack: SlackStandIn, body: string) => Omit<Forgery, 'body'> & { readonly body?: string }

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const stamp = 'x-slack-request-timestamp'
const signature = 'x-slack-signature'

const now = () => Math.floor(Date.now() / 1_000)

/** Headers that are right, with these in the place of theirs. */
function signedBut(slack: SlackStandIn, body: string, change: (right: string) => string): Forgery['headers'] {
  const right = slack.sign(body)
  return { ...json, ...right, [signature]: change(right[signature] ?? '') }
}

function without(headers: Forgery['headers'], name: string): Forgery['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name))
}

/** Requests that nobody but a stranger would send. */
const vectors: Readonly<Record<string, Vector>> = {
  'no headers at all': () => ({ headers: json }),
  'no signature': (slack, body) => ({ headers: { ...json, ...without(slack.sign(body), signature) } }),
  'no timestamp': (slack, body) => ({ headers: { ...json, ...without(slack.sign(body), stamp) } }),
  'an empty signature': (slack, body) => ({ headers: signedBut(slack, body, () => '') }),
  'an empty timestamp': (slack, body) => ({ headers: { ...json, ...slack.sign(body), [stamp]: '' } }),
  'a signature with another secret': (slack, body) => ({
    headers: { ...json, ...slack.sign(body, { secret: 'fake-other-secret' }) },
  }),
  'a signature with an empty secret': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { secret: '' }) } }),
  'another version': (slack, body) => ({ headers: signedBut(slack, body, (right) => right.replace('v0=', 'v1=')) }),
  'no version': (slack, body) => ({ headers: signedBut(slack, body, (right) => right.replace('v0=', '')) }),
  'a signature in capital letters': (slack, body) => ({
    headers: signedBut(slack, body, (right) => `v0=${right.slice(3).toUpperCase()}`),
  }),
  'a signature that is cut short': (slack, body) => ({
    headers: signedBut(slack, body, (right) => right.slice(0, -1)),
  }),
  'a signature with one more letter': (slack, body) => ({ headers: signedBut(slack, body, (right) => `${right}0`) }),
  'a signature of letters that are no bytes': (slack, body) => ({
    headers: signedBut(slack, body, () => `v0=${'é'.repeat(64)}`),
  }),
  'two signatures in one header': (slack, body) => ({
    headers: signedBut(slack, body, (right) => `${right}, v0=${'0'.repeat(64)}`),
  }),
  'two timestamps in one header': (slack, body) => {
    const right = slack.sign(body)
    return { headers: { ...json, ...right, [stamp]: `${right[stamp]}, ${right[stamp]}` } }
  },
  'a body that was changed': (slack, body) => ({
    headers: { ...json, ...slack.sign(body) },
    body: body.replace('genetic', 'infectious'),
  }),
  'a body with one more space': (slack, body) => ({ headers: { ...json, ...slack.sign(body) }, body: `${body} ` }),
  'no body under the signature of another': (slack, body) => ({ headers: { ...json, ...slack.sign(body) }, body: '' }),
  'no body, unsigned': () => ({ headers: json, body: '' }),
  'the signature of another moment': (slack, body) => ({
    headers: { ...json, ...slack.sign(body), [stamp]: String(now() - 30) },
  }),
  'a moment more than five minutes ago': (slack, body) => ({
    headers: { ...json, ...slack.sign(body, { at: now() - 310 }) },
  }),
  'a moment more than five minutes ahead': (slack, body) => ({
    headers: { ...json, ...slack.sign(body, { at: now() + 310 }) },
  }),
  'the year 1970': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { at: 0 }) } }),
  'a negative moment': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { at: -now() }) } }),
  'a moment in milliseconds': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { at: Date.now() }) } }),
  'a moment with a fraction': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { at: now() + 0.5 }) } }),
  'no number as a moment': (slack, body) => ({ headers: { ...json, ...slack.sign(body, { at: Number.NaN }) } }),
  'endless as a moment': (slack, body) => ({
    headers: { ...json, ...slack.sign(body, { at: Number.POSITIVE_INFINITY }) },
  }),
  'a moment in hexadecimal': (slack, body) => ({
    headers: { ...json, ...slack.sign(body), [stamp]: `0x${now().toString(16)}` },
  }),
  'a command, unsigned': (slack) => ({
    headers: form,
    body: new URLSearchParams({ command: '/ask', text: 'is it genetic?', team_id: slack.team.id }).toString(),
  }),
  'a press, unsigned': () => ({ headers: form, body: 'payload=%7B%22type%22%3A%22block_actions%22%7D' }),
  'an address to verify, unsigned': () => ({
    headers: json,
    body: JSON.stringify({ type: 'url_verification', challenge: 'fake-challenge' }),
  }),
  'ssl_check=1x, unsigned': () => ({ headers: form, body: 'ssl_check=1x' }),
  'ssl_check twice, unsigned': () => ({ headers: form, body: 'ssl_check=1&ssl_check=1' }),
  'ssl_check as JSON, unsigned': () => ({ headers: json, body: '{"ssl_check":"1"}' }),
  'ssl_check in the query, unsigned': (_, body) => ({ headers: json, body, path: '/slack/events?ssl_check=1' }),
}

describe.concurrent('a request that Slack did not sign', { timeout: 20_000 }, () => {
  it('gets 401 and nothing else, whatever is wrong with it', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { slack } = trial
    const body = mentionBody(slack)
    const calls = slack.callCount()

    const answers = await Promise.all(
      Object.entries(vectors).map(async ([name, make]) => {
        const answer = await slack.forge({ body, ...make(slack, body) })
        return { name, answer }
      }),
    )

    expect(answers).toEqual(Object.keys(vectors).map((name) => ({ name, answer: { status: 401, body: '' } })))
    // Work that was wrongly begun would be done before that of this request.
    await untilAnswered([await trial.ask('direct')])
    expect(slack.callCount()).toBe(calls + 1)
    expect(trial.logged.filter(({ event }) => event === 'request-not-signed')).toHaveLength(1)
    expect(leaks(trial)).toEqual([])
  })

  it('is told from the same one with the right signature', async (context) => {
    const { slack } = await startTrial(context, { mode: 'http' })
    const body = mentionBody(slack)

    const answer = await slack.forge({ headers: { ...json, ...slack.sign(body) }, body })

    expect(answer).toEqual({ status: 200, body: '' })
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'), 'an answer')
  })

  it.for([-290, 290])('but was signed %i seconds from now is none', async (seconds, context) => {
    const { slack } = await startTrial(context, { mode: 'http' })
    const body = mentionBody(slack)

    const { status } = await slack.forge({ headers: { ...json, ...slack.sign(body, { at: now() + seconds }) }, body })

    expect(status).toBe(200)
  })

  it('to check the certificate carries nothing in with it', async (context) => {
    const trial = await startTrial(context, { mode: 'http' })
    const { slack } = trial
    const calls = slack.callCount()
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(mentionBody(slack))}&command=%2Fask&text=is+it+genetic`

    const { body } = await slack.forge({ headers: form, body: smuggled })

    expect(body).toBe('')
    await untilAnswered([await trial.ask('direct')])
    expect(slack.callCount()).toBe(calls + 1)
  })
})

/** A mention, as Slack would deliver it. */
function mentionBody({ team, app, channel, addPerson }: SlackStandIn): string {
  const ts = '1795000000.000100'
  const text = `<@${app.botUser}> is it genetic?`
  return JSON.stringify({
    type: 'event_callback',
    team_id: team.id,
    api_app_id: app.id,
    event_id: 'Ev0FAKEFORGED',
    event: { type: 'app_mention', channel: channel.id, user: addPerson().id, text, ts, event_ts: ts },
  })
}
