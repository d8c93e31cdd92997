import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import type { FaultKind } from './faults.ts'
import { messageBody } from './message-body.ts'

describe('faults', () => {
  it.each<[string, FaultKind, object]>([
    ['a status', { status: 502 }, { statusCode: 502 }],
    ['an error', { error: 'internal_error' }, { data: { error: 'internal_error' } }],
    ['a rate limit', { retryAfter: 2 }, { retryAfter: 2 }],
    ['a reset connection', { cut: true }, { code: 'slack_webapi_request_error' }],
  ])('befall a call instead of its effect, or after it: %s', async (_name, kind, error) => {
    const ends: (() => Promise<void>)[] = []
    const { standIn, call } = await startConnected((end) => ends.push(end))
    const { channel } = standIn
    const post = (text: string) => call('chat.postMessage', { channel: channel.id, ...messageBody(text) })

    const before = standIn.faults.add({ method: 'chat.postMessage', ...kind })
    await expect(post('lost')).rejects.toMatchObject(error)
    standIn.faults.add({ method: 'chat.postMessage', after: true, ...kind })
    await expect(post('kept')).rejects.toMatchObject(error)
    await post('whole')

    expect(before.hits()).toBe(1)
    expect(standIn.visible(channel).map(({ text }) => text)).toEqual(['kept', 'whole'])
    await Promise.all(ends.map((end) => end()))
  })

  it('delay an answer, or never give one', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const from = performance.now()

    standIn.faults.add({ method: 'auth.test', delayMs: 50 })
    await call('auth.test', {})
    expect(performance.now() - from).toBeGreaterThan(45)

    standIn.faults.add({ method: 'auth.test', hang: true })
    const hanging = fetch(`${standIn.apiUrl}auth.test`, { method: 'POST', signal: AbortSignal.timeout(50) })
    await expect(hanging).rejects.toThrow('timeout')
  })

  it('befall only what they are meant for, until they are cleared', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    standIn.faults.add({ method: 'chat.delete', times: 9, status: 500 })

    await expect(call('auth.test', {})).resolves.toBe('')
    standIn.faults.clear()

    const args = { channel: standIn.channel.id, ts: '1234567890.123456' }
    await expect(call('chat.delete', args)).rejects.toMatchObject({ data: { error: 'message_not_found' } })
  })
})

describe('rate limits', () => {
  it('let one message a second into a channel after a burst', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished, () => {}, { rateLimits: true, burst: 2 })
    const other = standIn.addChannel()
    const post = (channel: string) => call('chat.postMessage', { channel, ...messageBody('hello') })

    const { id } = standIn.channel
    const results = await Promise.allSettled([post(id), post(id), post(id)])
    await post(other.id)

    const refused = results.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { retryAfter: 1 } }])
    expect(standIn.visible(standIn.channel)).toHaveLength(2)
  })

  it('write down who does not wait', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    standIn.faults.add({ method: 'auth.test', retryAfter: 30 })
    await expect(call('auth.test', {})).rejects.toMatchObject({ retryAfter: 30 })
    const { at = 0 } = standIn.calls.at(-1) ?? {}

    // Calls at once may have been under way already.
    await expect.poll(() => performance.now() - at).toBeGreaterThan(60)
    await call('auth.test', {})

    expect(standIn.earlyRetries).toMatchObject([{ method: 'auth.test' }])
  })
})
