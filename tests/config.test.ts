import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, type Environment, parseConfig } from '../src/config.ts'

/** Shaped like no real token. */
const token = 'not-a-real-token'
const botToken = `xoxb-${token}`
const appToken = `xapp-${token}`
const signingSecret = 'not-a-real-secret'

it('parseConfig() serves the documents of the package, in colour, where nothing is set', () => {
  expect(parseConfig({})).toEqual({
    knowledgeDir: resolve('knowledge'),
    color: true,
    logLevel: 'info',
    http: { host: '127.0.0.1', port: 3000 },
    web: { widgetOrigins: [], isMetricsPublic: false, isRateLimited: true, isProxyTrusted: false },
  })
})

it('parseConfig() takes an empty setting for none', () => {
  const empty = {
    KNOWLEDGE_DIR: ' ',
    NO_COLOR: '',
    LOG_LEVEL: '',
    HOST: ' ',
    PORT: '',
    PUBLIC_URL: '',
    WIDGET_ORIGINS: ' ',
    METRICS_PUBLIC: '',
    RATE_LIMIT: ' ',
    TRUST_PROXY: '',
    DISCORD_TOKEN: '',
    DISCORD_CHANNELS: ' ',
    SLACK_BOT_TOKEN: ' ',
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: ' ',
    SLACK_CHANNELS: '',
  }

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

it.each([
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', port: 3000 }],
  [
    { HOST: ' ::1 ', PORT: ' 8080 ' },
    { host: '::1', port: 8080 },
  ],
  [
    { HOST: 'localhost', PORT: '0' },
    { host: 'localhost', port: 0 },
  ],
  [{ PORT: '65535' }, { host: '127.0.0.1', port: 65_535 }],
])('parseConfig() listens for HTTP where %j says', (environment, http) => {
  expect(parseConfig(environment).http).toEqual(http)
})

describe('parseConfig() with settings of the page', () => {
  it('takes every setting', () => {
    const { web } = parseConfig({
      PUBLIC_URL: 'https://pamphlet.example/',
      WIDGET_ORIGINS:
        'https://clinic.example, https://school.example:8443 http://localhost:4000,https://clinic.example',
      METRICS_PUBLIC: 'ON',
      RATE_LIMIT: ' off ',
      TRUST_PROXY: 'on',
    })

    expect(web).toEqual({
      publicUrl: 'https://pamphlet.example',
      widgetOrigins: ['https://clinic.example', 'https://school.example:8443', 'http://localhost:4000'],
      isMetricsPublic: true,
      isRateLimited: false,
      isProxyTrusted: true,
    })
  })

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://pamphlet.example:8443'])(
    'takes %s for the address of the page',
    (address) => {
      expect(parseConfig({ PUBLIC_URL: address }).web.publicUrl).toBe(address)
    },
  )

  it.each(['127.0.0.1', 'localhost', '::1', '127.1.2.3'])(
    'lets people ask as fast as they like on %s alone',
    (host) => {
      expect(parseConfig({ HOST: host, RATE_LIMIT: 'off' }).web.isRateLimited).toBe(false)
    },
  )
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

describe('parseConfig() with tokens of Slack', () => {
  it('opens the connection itself, to Slack itself and for all channels, unless told otherwise', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }).slack).toEqual({
      botToken,
      connection: { type: 'socket', appToken },
      apiUrl: 'https://slack.com/api/',
      channels: [],
    })
  })

  it('takes every setting', () => {
    const { slack } = parseConfig({
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
      SLACK_CHANNELS: 'C0FAKE, G0FAKE C0FAKE',
    })

    expect(slack).toEqual({
      botToken,
      connection: { type: 'http', signingSecret },
      apiUrl: 'http://127.0.0.1:4000/api/',
      channels: ['C0FAKE', 'G0FAKE'],
    })
  })

  it('opens the connection itself where it could do both', () => {
    const { slack } = parseConfig({
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
    })

    expect(slack?.connection.type).toBe('socket')
  })

  it('goes to Discord as well where that has a token', () => {
    const config = parseConfig({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, DISCORD_TOKEN: token })

    expect(Object.keys(config)).toEqual(expect.arrayContaining(['discord', 'slack']))
  })
})

const noFolder = 'names no folder (set it to the folder that holds the documents, or remove it)'
const noLevel = 'must be fatal, error, warn or info'
const noHost = 'is no address to listen on (set it to one such as 127.0.0.1 or 0.0.0.0, or remove it)'
const noPort = 'must be a number from 0 to 65535'
const notAlone = 'holds white space or quotes (paste the token alone, on one line)'
const noAddress = 'is no http or https address (set it to one such as https://discord.com/api, or remove it)'
const inTheClear = 'is http towards another machine (use https)'
const noPage = 'is no http or https address (set it to one such as https://pamphlet.example, or remove it)'
const noOrigins = 'is no list of origins (each such as https://clinic.example without a path, commas between them)'
const noServer = 'is no id of a server (it is made of 1 to 20 digits: "Copy Server ID" in Discord)'
const noChannels =
  'is no list of ids of channels (each of 1 to 20 digits, commas between them: "Copy Channel ID" in Discord)'
const noSlackAddress = 'is no http or https address (set it to one such as https://slack.com/api, or remove it)'
const noSlackChannels =
  'is no list of ids of channels (each begins with C or G, commas between them: at the end of "View channel details" in Slack)'
const noBotToken =
  'is a token of another kind (paste the "Bot User OAuth Token" of the page "OAuth & Permissions", which begins with xoxb-)'
const noAppToken =
  'is a token of another kind (paste an "App-Level Token" of the page "Basic Information", which begins with xapp-)'
const noSecret = 'is a token (paste the "Signing Secret" of the page "Basic Information")'
const notAloneInSlack = 'holds white space or quotes (paste it alone, on one line)'

describe('parseConfig() refuses, with the fix and no value,', () => {
  it.each([
    ['KNOWLEDGE_DIR', 'no-such-folder', noFolder],
    ['KNOWLEDGE_DIR', 'package.json', noFolder],
    // what libraries tell at this level holds people's words
    ['LOG_LEVEL', 'debug', noLevel],
    ['LOG_LEVEL', 'INFOS', noLevel],
    ['HOST', 'http://127.0.0.1', noHost],
    ['HOST', '127.0.0.1 canary', noHost],
    ['PORT', 'canary', noPort],
    ['PORT', '-1', noPort],
    ['PORT', '65536', noPort],
    ['PORT', '3000.5', noPort],
    ['PORT', '0x50', noPort],
    ['PORT', '127.0.0.1:3000', noPort],
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
    ['PUBLIC_URL', 'canary.example', noPage],
    ['PUBLIC_URL', 'http://canary.example', inTheClear],
    [
      'PUBLIC_URL',
      'https://pamphlet.example/canary',
      'has a path (the page needs an address of its own: remove what follows the host)',
    ],
    ['PUBLIC_URL', 'https://canary@pamphlet.example', 'holds a user name or password (remove them)'],
    ['PUBLIC_URL', 'https://pamphlet.example/?canary', 'holds a "?" or "#" (remove it and what follows)'],
    ['WIDGET_ORIGINS', 'canary.example', noOrigins],
    ['WIDGET_ORIGINS', 'https://canary.example/', noOrigins],
    ['WIDGET_ORIGINS', 'https://canary.example/chat', noOrigins],
    ['WIDGET_ORIGINS', 'https://clinic.example, http://canary.example', noOrigins],
    ['WIDGET_ORIGINS', 'https://*.canary.example', noOrigins],
    ['WIDGET_ORIGINS', "https://clinic.example 'canary'", noOrigins],
    ['WIDGET_ORIGINS', 'https://clinic.example;script-src', noOrigins],
    ['WIDGET_ORIGINS', 'null', noOrigins],
    ['WIDGET_ORIGINS', '*', noOrigins],
    ['WIDGET_ORIGINS', ' , ', noOrigins],
    ['METRICS_PUBLIC', 'canary', 'must be on or off'],
    ['RATE_LIMIT', 'canary', 'must be on or off'],
    ['TRUST_PROXY', '1', 'must be on or off'],
  ])('%s as %j', (name, value, problem) => {
    const withToken: Environment = { DISCORD_TOKEN: token, [name]: value }

    expect(() => parseConfig(withToken)).toThrow(ConfigError)
    expect(messageOf(withToken)).toBe(`Cannot read the settings:\n  ${name} ${problem}`)
  })

  it.each([
    // the two tokens, each in the place of the other
    ['SLACK_BOT_TOKEN', appToken, noBotToken],
    ['SLACK_BOT_TOKEN', `xoxp-${token}`, noBotToken],
    ['SLACK_BOT_TOKEN', `"${botToken}"`, notAloneInSlack],
    ['SLACK_APP_TOKEN', botToken, noAppToken],
    ['SLACK_APP_TOKEN', 'xapp-not a-real-token', notAloneInSlack],
    ['SLACK_SIGNING_SECRET', botToken, noSecret],
    ['SLACK_SIGNING_SECRET', appToken, noSecret],
    ['SLACK_SIGNING_SECRET', `'${signingSecret}'`, notAloneInSlack],
    ['SLACK_API_URL', 'slack.example/api', noSlackAddress],
    ['SLACK_API_URL', 'http://slack.example/api', inTheClear],
    ['SLACK_API_URL', 'https://slack.example/api?canary=1', 'holds a "?" or "#" (remove it and what follows)'],
    ['SLACK_CHANNELS', 'C0FAKE,#canary-channel', noSlackChannels],
    ['SLACK_CHANNELS', 'D0FAKE', noSlackChannels],
  ])('%s as %j', (name, value, problem) => {
    const withTokens: Environment = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, [name]: value }

    expect(messageOf(withTokens)).toBe(`Cannot read the settings:\n  ${name} ${problem}`)
  })

  it.each<[Environment, string]>([
    [
      { SLACK_BOT_TOKEN: botToken },
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing (set it, or remove SLACK_BOT_TOKEN)',
    ],
    [{ SLACK_APP_TOKEN: appToken }, 'SLACK_BOT_TOKEN is missing (set it, or remove SLACK_APP_TOKEN)'],
    [{ SLACK_SIGNING_SECRET: signingSecret }, 'SLACK_BOT_TOKEN is missing (set it, or remove SLACK_SIGNING_SECRET)'],
    [
      { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret },
      'SLACK_BOT_TOKEN is missing (set it, or remove SLACK_APP_TOKEN, SLACK_SIGNING_SECRET)',
    ],
    [
      { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: ' ', DISCORD_TOKEN: token },
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing (set it, or remove SLACK_BOT_TOKEN)',
    ],
    [
      { SLACK_APP_TOKEN: '', SLACK_CHANNELS: 'C0FAKE' },
      'SLACK_BOT_TOKEN is missing (set it, or remove SLACK_CHANNELS)\n  SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing (set it, or remove SLACK_CHANNELS)',
    ],
  ])('half of what Slack needs: %#', (environment, problem) => {
    expect(messageOf(environment)).toBe(`Cannot read the settings:\n  ${problem}`)
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

  it.each(['0.0.0.0', '::', '192.0.2.1', '127.0.0.1.canary.example'])('a page without a limit on %s', (host) => {
    expect(messageOf({ HOST: host, RATE_LIMIT: 'off' })).toBe(
      'Cannot read the settings:\n  RATE_LIMIT may be off only where HOST is 127.0.0.1 (set it to on, or remove HOST)',
    )
  })

  it('everything that is wrong, at once', () => {
    const message = messageOf({
      KNOWLEDGE_DIR: 'canary-folder',
      LOG_LEVEL: 'canary-level',
      PORT: 'canary-port',
      PUBLIC_URL: 'canary-page',
      WIDGET_ORIGINS: 'canary-origin',
      METRICS_PUBLIC: 'canary-metrics',
      RATE_LIMIT: 'canary-limit',
      TRUST_PROXY: 'canary-proxy',
      DISCORD_API_URL: 'http://canary.example/v9?canary',
      DISCORD_DEV_SERVER: 'canary-server',
      DISCORD_CHANNELS: 'canary-channel',
      DISCORD_PLAIN_TEXT: 'canary-text',
      SLACK_APP_TOKEN: 'xoxb-canary',
      SLACK_CHANNELS: 'canary',
    })

    expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'Cannot',
      'KNOWLEDGE_DIR',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'WIDGET_ORIGINS',
      'METRICS_PUBLIC',
      'RATE_LIMIT',
      'TRUST_PROXY',
      'DISCORD_API_URL',
      'DISCORD_API_URL',
      'DISCORD_API_URL',
      'DISCORD_DEV_SERVER',
      'DISCORD_CHANNELS',
      'DISCORD_PLAIN_TEXT',
      'SLACK_APP_TOKEN',
      'SLACK_CHANNELS',
      'DISCORD_TOKEN',
      'SLACK_BOT_TOKEN',
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
    'HOST',
    'PORT',
    'PUBLIC_URL',
    'WIDGET_ORIGINS',
    'METRICS_PUBLIC',
    'RATE_LIMIT',
    'TRUST_PROXY',
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DISCORD_DEV_SERVER',
    'DISCORD_CHANNELS',
    'DISCORD_PLAIN_TEXT',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'SLACK_CHANNELS',
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
