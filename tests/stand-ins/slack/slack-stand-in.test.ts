import { describe, expect, it } from 'vitest'
import { startConnected } from './connect-app.ts'
import { type Heard, hearAll } from './hear-all.ts'
import { startSlackStandIn } from './slack-stand-in.ts'

describe.each(['socket', 'http'] as const)('a Bolt app at the stand-in, mode %s', (mode) => {
  it('hears every way of asking once', async ({ onTestFinished }) => {
    const heard: Heard[] = []
    const { standIn } = await startConnected(onTestFinished, hearAll(heard), { mode })
    const person = standIn.addPerson()
    const { channel } = standIn

    person.mention('why & how?', { channel })
    person.write('nobody hears this', { channel })
    // No mention there, only a message.
    person.mention('hello', { channel: standIn.directMessages(person) })
    await person.command('/ask what is it?', channel).acknowledged
    await person.shortcut(person.write('what is that?', { channel })).acknowledged
    person.opensHome()
    person.opensMessages()

    await expect.poll(() => heard).toHaveLength(6)
    expect(standIn.acknowledgements).toHaveLength(6)
    expect(heard).toContainEqual(
      expect.objectContaining({ type: 'app_mention', text: `<@${standIn.app.botUser}> why &amp; how?` }),
    )
    expect(heard).toContainEqual(expect.objectContaining({ type: 'message', channel_type: 'im' }))
    expect(heard).toContainEqual(expect.objectContaining({ command: '/ask', text: 'what is it?' }))
    expect(heard).toContainEqual(
      expect.objectContaining({ message: expect.objectContaining({ text: 'what is that?' }) as unknown }),
    )
    expect(new Set(heard.flatMap(({ tab }) => tab ?? []))).toEqual(new Set(['home', 'messages']))
    expect(standIn.unexpected).toEqual([])
  })
})

describe('the stand-in', () => {
  it('lets nobody in without the right token', async ({ onTestFinished }) => {
    const standIn = await startSlackStandIn()
    onTestFinished(() => standIn.close())
    const call = async (method: string, token?: string) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const response = await fetch(`${standIn.apiUrl}${method}`, { method: 'POST', headers })
      const { ok, error } = (await response.json()) as { readonly ok: boolean; readonly error?: string }
      return ok ? 'ok' : error
    }

    expect(await call('auth.test')).toBe('not_authed')
    expect(await call('auth.test', 'xoxb-other')).toBe('invalid_auth')
    expect(await call('auth.test', standIn.appToken)).toBe('not_allowed_token_type')
    expect(await call('apps.connections.open', standIn.botToken)).toBe('not_allowed_token_type')
    expect(await call('auth.test', standIn.botToken)).toBe('ok')
    expect(await call('chat.whisper', standIn.botToken)).toBe('unknown_method')
    expect(standIn.unexpected).toEqual(['chat.whisper'])
    expect(standIn.calls.map(({ error }) => error)).toContain('not_authed')
  })

  it('wants the scope of each method', async ({ onTestFinished }) => {
    const { standIn, call } = await startConnected(onTestFinished)
    const { id } = standIn.addPerson({ guest: true })
    const calls = [
      ['users:read', 'users.info', { user: id }],
      ['im:write', 'conversations.open', { users: id }],
    ] as const

    await Promise.all(
      calls.map(([needed, method, args]) =>
        expect(call(method, args)).rejects.toMatchObject({ data: { error: 'missing_scope', needed } }),
      ),
    )
    for (const [scope] of calls) standIn.scopes.give(scope)
    await Promise.all(calls.map(([_scope, method, args]) => expect(call(method, args)).resolves.toBe('')))
  })

  it('ends everything when it is closed, and says so to whoever waits', async () => {
    const standIn = await startSlackStandIn()
    const waiting = standIn.until(() => false, 'nothing')

    await standIn.close()

    await expect(waiting).rejects.toThrow('the stand-in was closed')
    await expect(fetch(`${standIn.apiUrl}auth.test`)).rejects.toThrow('fetch failed')
  })
})
