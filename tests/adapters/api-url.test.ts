import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiUrl } from '../../src/adapters/api-url.ts'

const platform = 'https://platform.example/api'
const schema = apiUrl(platform)

const noAddress = `is no http or https address (set it to one such as ${platform}, or remove it)`
const inTheClear = 'is http towards another machine (use https)'
const withUser = 'holds a user name or password (remove them)'
const withMore = 'holds a "?" or "#" (remove it and what follows)'

describe('apiUrl() reads', () => {
  it.each([
    [platform, platform],
    [`${platform}/`, platform],
    [`${platform}///`, platform],
    ['https://platform.example', 'https://platform.example'],
    ['https://platform.example:443/api', 'https://platform.example/api'],
    ['https://platform.example/@api', 'https://platform.example/@api'],
    ['http://localhost:4000/api', 'http://localhost:4000/api'],
    ['HTTP://LOCALHOST:80/api', 'http://localhost/api'],
    ['http://127.8.0.1/api', 'http://127.8.0.1/api'],
    ['http://[::1]:4000/api', 'http://[::1]:4000/api'],
    // other ways to write 127.0.0.1, which the address itself is read as
    ['http://2130706433/api', 'http://127.0.0.1/api'],
    ['http://0x7f.1/api', 'http://127.0.0.1/api'],
  ])('%s as %s', (text, url) => {
    expect(schema.parse(text)).toBe(url)
  })
})

describe('apiUrl() refuses', () => {
  it.each([
    ['platform.example/api', [noAddress]],
    ['wss://platform.example/api', [noAddress]],
    ['file:///api', [noAddress]],
    ['https://', [noAddress]],
    ['', [noAddress]],
    ['http://platform.example/api', [inTheClear]],
    ['http://127.0.0.1.example/api', [inTheClear]],
    ['http://localhost.example/api', [inTheClear]],
    ['http://128.0.0.1/api', [inTheClear]],
    ['http://10.0.0.1/api', [inTheClear]],
    ['http://0.0.0.0/api', [inTheClear]],
    ['http://[::2]/api', [inTheClear]],
    ['http://127.0.0.1@platform.example/api', [inTheClear, withUser]],
    ['https://canary@platform.example/api', [withUser]],
    ['https://:canary@platform.example/api', [withUser]],
    ['https://platform.example/api?canary=1', [withMore]],
    ['https://platform.example/api#canary', [withMore]],
    ['http://canary:canary@platform.example/?canary#canary', [inTheClear, withUser, withMore]],
  ])('"%s"', (text, problems) => {
    const { error } = schema.safeParse(text)

    expect(error?.issues.map(({ message }) => message)).toEqual(problems)
  })
})

it('apiUrl() never lets a token go in the clear to another machine, nor to an address that says more than where', () => {
  const url = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true })

  fc.assert(
    fc.property(url, (text) => {
      const { success, data } = schema.safeParse(text)
      if (!success) return

      const { protocol, username, password, search, hash } = new URL(data)
      expect([protocol, username, password, search, hash]).toEqual(['https:', '', '', '', ''])
      expect(data).not.toMatch(/[?#]|\/$/)
    }),
  )
})

it('apiUrl() reads what it has read as the same', () => {
  const url = fc.webUrl({ validSchemes: ['https'] })

  fc.assert(
    fc.property(url, (text) => {
      const { success, data = '' } = schema.safeParse(text)
      if (!success) return

      expect(schema.parse(data)).toBe(data)
    }),
  )
})
