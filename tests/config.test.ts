import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, type Environment, parseConfig } from '../src/config.ts'

/** Shaped like no real token. */
const token = 'not-a-real-token'

it('parseConfig() serves the documents of the package, in colour, where nothing is set', () => {
  expect(parseConfig({})).toEqual({ knowledgeDir: resolve('knowledge'), color: true, logLevel: 'info' })
})

it('parseConfig() takes an empty setting for none', () => {
  const empty = { KNOWLEDGE_DIR: ' ', NO_COLOR: '', LOG_LEVEL: '', DISCORD_TOKEN: '', DISCORD_CHANNELS: ' ' }

  expect(parseConfig(empty)).toEqual(parseConfig({}))
})

it('parseConfig() takes a folder from the working directory on', () => {
  expect(parseConfig({ KNOWLEDGE_DIR: 'tests/../knowledge' }).knowledgeDir).toBe(resolve('knowledge'))
})

it('parseConfig() turns colours off at any value of NO_COLOR', () => {
  expect(parseConfig({ NO_COLOR: '0' }).color).toBe(false)
})

it.each(['fatal', 'error', 'warn', 'info'])('parseConfig() takes the log level "%s"', (level) => {
  expect(parseConfig({ LOG_LEVEL: level }).logLevel).toBe(level)
})

describe('parseConfig() with a token of Discord', () => {
  it('goes to Discord itself, in all channels and with drawn components, unless told otherwise', () => {
    expect(parseConfig({ DISCORD_TOKEN: token }).discord).toEqual({
      token,
      apiUrl: 'https://discord.com/api',
      channels: [],
      plainText: false,
    })
  })

  it('takes every setting', () => {
    const { discord } = parseConfig({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
      DISCORD_DEV_SERVER: ' 101 ',
      DISCORD_CHANNELS: '201, 202 203,201',
      DISCORD_PLAIN_TEXT: 'on',
    })

    expect(discord).toEqual({
      token,
      apiUrl: 'http://127.0.0.1:4000/api',
      devServer: '101',
      channels: ['201', '202', '203'],
      plainText: true,
    })
  })

  it.each([
    ['https://proxy.example/discord/api//', 'https://proxy.example/discord/api'],
    ['https://proxy.example', 'https://proxy.example'],
    ['http://localhost:4000/api', 'http://localhost:4000/api'],
    ['http://[::1]:4000/api', 'http://[::1]:4000/api'],
    ['http://127.8.0.1/api', 'http://127.8.0.1/api'],
  ])('takes the address %s', (address, apiUrl) => {
    expect(parseConfig({ DISCORD_TOKEN: token, DISCORD_API_URL: address }).discord?.apiUrl).toBe(apiUrl)
  })
})

const noFolder = 'names no folder (set it to the folder that holds the documents, or remove it)'
const noLevel = 'must be fatal, error, warn or info'
const notAlone = 'holds white space or quotes (paste the token alone, on one line)'
const noAddress = 'is no http or https address (set it to one such as https://discord.com/api, or remove it)'
const inTheClear = 'is http towards another machine (use https)'
const noServer = 'is no id of a server (it is made of 1 to 20 digits: "Copy Server ID" in Discord)'
const noChannels =
  'is no list of ids of channels (each of 1 to 20 digits, commas between them: "Copy Channel ID" in Discord)'

describe('parseConfig() refuses, with the fix and no value,', () => {
  it.each([
    ['KNOWLEDGE_DIR', 'no-such-folder', noFolder],
    ['KNOWLEDGE_DIR', 'package.json', noFolder],
    // what libraries tell at this level holds people's words
    ['LOG_LEVEL', 'debug', noLevel],
    ['LOG_LEVEL', 'INFOS', noLevel],
    ['DISCORD_TOKEN', 'not a-real-token', notAlone],
    ['DISCORD_TOKEN', `${token}\n`, notAlone],
    ['DISCORD_TOKEN', `"${token}"`, notAlone],
    [
      'DISCORD_TOKEN',
      `Bot ${token}`,
      'begins with a word that is no part of it (remove "Bot " and leave the token alone)',
    ],
    ['DISCORD_API_URL', 'discord.example/api', noAddress],
    ['DISCORD_API_URL', 'wss://discord.example/api', noAddress],
    ['DISCORD_API_URL', 'http://discord.example/api', inTheClear],
    ['DISCORD_API_URL', 'http://127.0.0.1.example/api', inTheClear],
    ['DISCORD_API_URL', 'https://canary@discord.example/api', 'holds a user name or password (remove them)'],
    ['DISCORD_API_URL', 'https://discord.example/api?canary=1', 'holds a "?" or "#" (remove it and what follows)'],
    [
      'DISCORD_API_URL',
      'https://discord.example/api/v10/',
      'ends with a version (remove it: the program chooses its own)',
    ],
    ['DISCORD_DEV_SERVER', 'canary-server', noServer],
    ['DISCORD_DEV_SERVER', '9'.repeat(21), noServer],
    ['DISCORD_CHANNELS', '201,#canary-channel', noChannels],
    ['DISCORD_CHANNELS', ' , ', noChannels],
    ['DISCORD_PLAIN_TEXT', 'canary-yes', 'must be on or off'],
  ])('%s as %j', (name, value, problem) => {
    const withToken: Environment = { DISCORD_TOKEN: token, [name]: value }

    expect(() => parseConfig(withToken)).toThrow(ConfigError)
    expect(messageOf(withToken)).toBe(`Cannot read the settings:\n  ${name} ${problem}`)
  })

  it.each([
    ['DISCORD_API_URL', 'https://discord.com/api'],
    ['DISCORD_DEV_SERVER', '101'],
    ['DISCORD_CHANNELS', '201'],
    ['DISCORD_PLAIN_TEXT', 'off'],
  ])('%s without a token, which it names as missing', (name, value) => {
    expect(messageOf({ [name]: value, DISCORD_TOKEN: undefined })).toBe(
      `Cannot read the settings:\n  DISCORD_TOKEN is missing (set it, or remove ${name})`,
    )
  })

  it('everything that is wrong, at once', () => {
    const message = messageOf({
      KNOWLEDGE_DIR: 'canary-folder',
      LOG_LEVEL: 'canary-level',
      DISCORD_API_URL: 'http://canary.example/v9?canary',
      DISCORD_DEV_SERVER: 'canary-server',
      DISCORD_CHANNELS: 'canary-channel',
      DISCORD_PLAIN_TEXT: 'canary-text',
    })

    expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'Cannot',
      'KNOWLEDGE_DIR',
      'LOG_LEVEL',
      'DISCORD_API_URL',
      'DISCORD_API_URL',
      'DISCORD_API_URL',
      'DISCORD_DEV_SERVER',
      'DISCORD_CHANNELS',
      'DISCORD_PLAIN_TEXT',
      'DISCORD_TOKEN',
    ])
    expect(message).not.toContain('canary')
  })
})

it('.env.example names every setting and no other', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name)

  expect(named).toEqual([
    'KNOWLEDGE_DIR',
    'NO_COLOR',
    'LOG_LEVEL',
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DISCORD_DEV_SERVER',
    'DISCORD_CHANNELS',
    'DISCORD_PLAIN_TEXT',
  ])
})

function messageOf(environment: Environment): string {
  try {
    parseConfig(environment)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}
