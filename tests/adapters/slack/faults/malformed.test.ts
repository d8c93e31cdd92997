import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../stand-ins/slack/delivery.ts'
import { leaks } from './broken-promises.ts'
import { canary, type Fields, maimed } from './maimed.ts'
import { untilAnswered } from './request.ts'
import { startTrial, type Trial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

/** Fields that nobody reads would only take time. */
const unread = new Set([
  'blocks',
  'state',
  'view',
  'token',
  'is_ext_shared_channel',
  'event_context',
  'event_time',
  'bot_profile',
])

/** Sent at a time. */
const batch = 200

describe.concurrent.each(['socket', 'http'] as const)('in %s mode the adapter outlives', (mode) => {
  it.for(surfaces)('what is no good %s', { timeout: 40_000 }, async (surface, context) => {
    const trial = await startTrial(context, { mode })
    const request = await trial.ask(surface)
    await untilAnswered([request])
    const { kind, body } = deliveryOf(trial)

    const huge = { ...body, padding: canary.repeat(50_000) }
    const bodies = [huge, ...maimed(withoutUnread(body))].map((each, number) => withWord(withIds(each, number)))
    await sendAll(bodies, (each, number) =>
      mode === 'http' ? post(trial, kind, each) : say(trial, kind, each, number),
    )

    await untilAnswered([await trial.ask('direct')], 15_000)
    expect(bodies.length).toBeGreaterThan(50)
    expect(trial.logged.map(({ text }) => text).filter((line) => line.includes(canary))).toEqual([])
    expect(leaks(trial)).toEqual([])
    expect(trial.logged.filter(({ event }) => event === 'app-removed')).toEqual([])
  })
})

/** The next ones when the ones before them are through. */
async function sendAll(
  bodies: readonly Fields[],
  send: (body: Fields, number: number) => Promise<void>,
  at = 0,
): Promise<void> {
  if (at >= bodies.length) return
  await Promise.all(bodies.slice(at, at + batch).map((body, number) => send(body, at + number)))
  return sendAll(bodies, send, at + batch)
}

/** The last thing that was delivered, with what the bot itself wrote left out. */
function deliveryOf({ slack }: Trial): Delivery {
  const delivery = slack.deliveries.findLast(
    ({ body }) => (body['event'] as Fields | undefined)?.['bot_id'] === undefined,
  )
  if (delivery === undefined) throw new Error('Nothing was delivered')
  return delivery
}

function withoutUnread(whole: Fields): Fields {
  const entries = Object.entries(whole).filter(([name]) => !unread.has(name))
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutUnread(value as Fields) : value,
    ]),
  )
}

/** Each is a delivery of its own, by somebody of their own, unless that is what it lacks. */
function withIds(whole: Fields, number: number): Fields {
  const text = JSON.stringify(whole)
    .replaceAll(/"(event_id|trigger_id|client_msg_id)":"[\w.-]{1,60}"/g, `"$1":"fake-${number}"`)
    .replaceAll(/"(user|user_id|id)":"U[A-Z0-9]{1,20}"/g, `"$1":"U0FAKE9${number}"`)
    .replaceAll(/"(ts|event_ts|message_ts)":"[\d.]{1,30}"/g, `"$1":"1795000000.${String(number).padStart(6, '0')}"`)
  return JSON.parse(text) as Fields
}

/** The words of the question become one that can be told from all others. */
function withWord(whole: Fields): Fields {
  return JSON.parse(JSON.stringify(whole).replaceAll('is it genetic?', `is it ${canary}?`)) as Fields
}

async function post({ slack }: Trial, kind: Delivery['kind'], body: Fields): Promise<void> {
  const text =
    kind === 'events_api'
      ? JSON.stringify(body)
      : new URLSearchParams(
          kind === 'interactive'
            ? { payload: JSON.stringify(body) }
            : Object.fromEntries(Object.entries(body).map(([name, value]) => [name, JSON.stringify(value)])),
        ).toString()
  const type = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded'
  const { status } = await slack.forge({ headers: { 'content-type': type, ...slack.sign(text) }, body: text })
  expect([200, 400, 404, 500]).toContain(status)
}

async function say({ slack }: Trial, kind: Delivery['kind'], payload: Fields, number: number): Promise<void> {
  slack.socket.sendRaw(JSON.stringify({ envelope_id: `fake-${number}`, type: kind, payload }))
}
