import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { discord, readDiscord } from '../../../src/adapters/discord/settings.ts'

const schema = z.object(discord.settings)
const token = 'fake-token.of-no.application'

it('readDiscord() makes nothing of settings without a token', () => {
  expect(readDiscord(schema.parse({}))).toBeUndefined()
})

it('readDiscord() leaves out the server for development where none is set', () => {
  expect(readDiscord(schema.parse({ DISCORD_TOKEN: token }))).not.toHaveProperty('devServer')
})

describe('DISCORD_API_URL', () => {
  it('never lets a token go in the clear to another machine, nor to an address that says more than where', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true }),
        (url) => {
          const { success, data } = schema.safeParse({ DISCORD_TOKEN: token, DISCORD_API_URL: url })
          if (!success) return

          const read = new URL(data.DISCORD_API_URL)
          expect([read.protocol, read.username, read.password, read.search, read.hash]).toEqual([
            'https:',
            '',
            '',
            '',
            '',
          ])
          expect(data.DISCORD_API_URL).not.toMatch(/[?#]|\/$/)
        },
      ),
    )
  })

  it.each([
    'http://127.0.0.1@discord.example/api',
    'http://localhost.discord.example/api',
    'http://127.discord.example/api',
    'http://discord.example/127.0.0.1',
    'http://[::2]/api',
    'http://0.0.0.0/api',
    'http://128.0.0.1/api',
    'http://10.0.0.1/api',
    'file:///api',
    'https://',
    '',
  ])('refuses "%s"', (url) => {
    expect(schema.safeParse({ DISCORD_TOKEN: token, DISCORD_API_URL: url }).success).toBe(false)
  })

  it.each([
    // other ways to write 127.0.0.1, which the address itself is read as
    ['http://2130706433/api', 'http://127.0.0.1/api'],
    ['http://0x7f.1/api', 'http://127.0.0.1/api'],
    ['HTTP://LOCALHOST:80/api', 'http://localhost/api'],
  ])('reads "%s" as %s', (url, read) => {
    expect(schema.parse({ DISCORD_API_URL: url }).DISCORD_API_URL).toBe(read)
  })
})

describe('DISCORD_CHANNELS', () => {
  it('reads any list of ids, each once, however they are set apart', () => {
    const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String)
    const gap = fc.constantFrom(',', ' ', ', ', '\n', ' ,\t')

    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 20 }), gap, (ids, between) => {
        const { DISCORD_CHANNELS: read } = schema.parse({ DISCORD_CHANNELS: ids.join(between) })

        expect(read).toEqual([...new Set(ids)])
      }),
    )
  })
})

describe('what is wrong', () => {
  it('is said without any value', () => {
    const canary = 'canary7'
    const value = fc.string({ maxLength: 30 }).map((text) => `${canary}${text}`)
    const names = Object.keys(discord.settings)

    fc.assert(
      fc.property(fc.constantFrom(...names), value, (name, text) => {
        const { error } = schema.safeParse({ [name]: text })

        expect((error?.issues ?? []).map(({ message }) => message).join()).not.toContain(canary)
      }),
    )
  })
})
