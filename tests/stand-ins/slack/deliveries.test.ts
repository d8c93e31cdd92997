import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { startSlackStandIn } from './slack-stand-in.ts'

describe.each(['socket', 'http'] as const)('deliveries, mode %s', (mode) => {
  it('are repeated until an acknowledgement arrives', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { mode, acknowledgeMs: 300 })
    standIn.loseAcknowledgements(2)

    standIn.addPerson().mention('why?', { channel: standIn.channel })
    const [delivery] = standIn.deliveries
    const acknowledgement = await delivery?.acknowledged

    expect(acknowledgement).toMatchObject({ attempt: 3, counts: true, name: 'app_mention' })
    expect(delivery?.attempts()).toBe(3)
    await expect.poll(() => heard.map(({ type }) => type)).toEqual(['app_mention', 'app_mention', 'app_mention'])
  })

  it('are given up after three repetitions', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, hearAll([]), { mode, acknowledgeMs: 20 })
    standIn.loseAcknowledgements(9)

    const delivery = standIn.addPerson().opensHome()

    await standIn.until(() => delivery.failure() === 'timeout', 'the end')
    expect(delivery.attempts()).toBe(4)
  })

  it('of commands are not repeated', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, hearAll([]), { mode, acknowledgeMs: 20 })
    standIn.loseAcknowledgements(9)

    const delivery = standIn.addPerson().command('/ask why?', standIn.channel)

    await standIn.until(() => delivery.failure() === 'timeout', 'the end')
    expect(delivery.attempts()).toBe(1)
  })

  it('do not count when they are acknowledged too late', async ({ onTestFinished }) => {
    const { standIn } = await startConnected(onTestFinished, hearAll([]), { mode, acknowledgeMs: 30 })
    standIn.slowAcknowledgements(1, 60)

    const delivery = standIn.addPerson().command('/ask why?', standIn.channel)

    await standIn.until(() => delivery.failure() === 'timeout', 'the end')
    await standIn.until(() => standIn.acknowledgements.length === 1, 'the late acknowledgement')
    expect(standIn.acknowledgements).toMatchObject([{ counts: false }])
    expect(standIn.acknowledgements[0]?.ms).toBeGreaterThan(50)
  })

  it('come twice on demand', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { mode })
    standIn.duplicate(1)

    const person = standIn.addPerson()
    person.opensHome()
    person.opensMessages()

    await expect.poll(() => heard).toHaveLength(3)
    await expect.poll(() => standIn.acknowledgements.filter(({ counts }) => counts)).toHaveLength(2)
  })

  it('wait for a way to the app, except commands', async ({ onTestFinished }) => {
    const standIn = await startSlackStandIn({ mode })
    onTestFinished(() => standIn.close())
    const person = standIn.addPerson()

    const event = person.opensHome()
    const command = person.command('/ask why?', standIn.channel)

    expect(event.attempts()).toBe(0)
    expect(event.failure()).toBeUndefined()
    expect(command.failure()).toBe('dispatch_failed')
  })

  it('tell of the end of the installation, in either order', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn, call } = await startConnected(onTestFinished, hearAll(heard), { mode })

    standIn.uninstall('tokens_revoked')

    await expect.poll(() => heard).toHaveLength(2)
    expect(standIn.acknowledgements).toHaveLength(2)
    expect(standIn.deliveries.map(({ body }) => body['event'])).toMatchObject([
      { type: 'tokens_revoked', tokens: { bot: [standIn.app.botUser] } },
      { type: 'app_uninstalled' },
    ])
    await expect(call('auth.test', {})).rejects.toMatchObject({ data: { error: 'account_inactive' } })
  })
})

describe('tokens', () => {
  it('are good for nothing once they are revoked', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)

    standIn.revoke()

    await expect(call('auth.test', {})).rejects.toMatchObject({ data: { error: 'token_revoked' } })
  })
})
