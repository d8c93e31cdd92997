import { GatewayCloseCodes } from 'discord.js'
import { expect, it } from 'vitest'
import { readCloseCode } from '../../../src/adapters/discord/read-close-code.ts'
import { PlatformRefused } from '../../../src/adapters/platform-refused.ts'

/** Codes after which Discord says not to connect again, with what the message has to name. */
const final: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'DISCORD_TOKEN',
  [GatewayCloseCodes.InvalidShard]: 'DISCORD_TOKEN',
  [GatewayCloseCodes.ShardingRequired]: 'restart it',
  [GatewayCloseCodes.InvalidAPIVersion]: 'DISCORD_API_URL',
  [GatewayCloseCodes.InvalidIntents]: 'DISCORD_API_URL',
  [GatewayCloseCodes.DisallowedIntents]: 'Privileged Gateway Intents',
}

it.each(Object.entries(final))('readCloseCode() refuses at %s, and names "%s" and the code', (code, named) => {
  const problem = readCloseCode(Number(code))

  expect(problem).toBeInstanceOf(PlatformRefused)
  expect(problem?.message).toContain(named)
  expect(problem?.message).toContain(`(${code})`)
})

it('readCloseCode() leaves every other code to a new connection', () => {
  const known = Object.values(GatewayCloseCodes).filter((code) => typeof code === 'number')
  const others = [...known, 1000, 1001, 1005, 1006, 1011, 1012, 4006, 4015, 4999].filter((code) => !(code in final))

  expect(others.length).toBeGreaterThan(8)
  expect(others.filter((code) => readCloseCode(code) !== undefined)).toEqual([])
})
