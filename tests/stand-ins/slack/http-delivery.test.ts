import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { startSlackStandIn } from './slack-stand-in.ts'

const json = { 'content-type': 'application/json' }
const challenge = JSON.stringify({ type: 'url_verification', token: 'fake', challenge: 'fake-challenge' })

describe('HTTP delivery', () => {
  it('is signed as Bolt wants it, and forgeries are not', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, hearAll([]), { mode: 'http' })
    const { sign, forge } = standIn
    const longAgo = Math.floor(Date.now() / 1_000) - 6 * 60

    const right = await forge({ headers: { ...json, ...sign(challenge) }, body: challenge })
    const unsigned = await forge({ headers: json, body: challenge })
    const forged = await forge({ headers: { ...json, ...sign(challenge, { secret: 'other' }) }, body: challenge })
    const stale = await forge({ headers: { ...json, ...sign(challenge, { at: longAgo }) }, body: challenge })
    const changed = await forge({ headers: { ...json, ...sign(challenge) }, body: `${challenge} ` })

    expect(right).toEqual({ status: 200, body: '{"challenge":"fake-challenge"}' })
    expect([unsigned, forged, stale, changed].map(({ status }) => status)).toEqual([401, 401, 401, 401])
  })

  it('says how often and why it comes again', async ({ onTestFinished }) => {
    const retries: unknown[] = []
    const { standIn } = await startConnected(
      onTestFinished,
      (app) => {
        app.event('app_home_opened', ({ context: { retryNum, retryReason } }) => {
          retries.push([retryNum, retryReason])
          return Promise.resolve()
        })
      },
      { mode: 'http', acknowledgeMs: 300 },
    )
    standIn.loseAcknowledgements(1)

    await standIn.addPerson().opensHome().acknowledged

    await expect
      .poll(() => retries)
      .toEqual([
        [undefined, undefined],
        [1, 'http_timeout'],
      ])
  })

  it('fails where nobody listens', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, hearAll([]), { mode: 'http' })
    const gone = await startSlackStandIn()
    await gone.close()
    standIn.deliverTo(Number(new URL(gone.apiUrl).port))

    const lost = standIn.addPerson().opensHome()

    await standIn.until(() => lost.failure() === 'connection_failed', 'the end')
    expect(lost.attempts()).toBe(4)
  })

  it('takes a replayed request as what it is: rightly signed', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { mode: 'http' })
    const delivery = standIn.addPerson().opensHome()
    await delivery.acknowledged

    const body = JSON.stringify(delivery.body)
    const replayed = await standIn.forge({ headers: { ...json, ...standIn.sign(body) }, body })

    expect(replayed.status).toBe(200)
    await expect.poll(() => heard).toHaveLength(2)
  })
})
