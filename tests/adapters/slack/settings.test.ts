import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readSlack, slack } from '../../../src/adapters/slack/settings.ts'

const schema = z.object(slack.settings)
const botToken = 'xoxb-not-a-real-token'
const appToken = 'xapp-not-a-real-token'
const signingSecret = 'not-a-real-secret'

describe('readSlack()', () => {
  it.each([
    ['without any settings', {}],
    ['without a way for events to arrive', { SLACK_BOT_TOKEN: botToken }],
    ['without the token of the bot', { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }],
  ])('makes nothing %s', (_, environment) => {
    expect(readSlack(schema.parse(environment))).toBeUndefined()
  })

  it('opens the connection itself with a token for that, and goes to Slack itself', () => {
    expect(readSlack(schema.parse({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }))).toEqual({
      botToken,
      connection: { type: 'socket', appToken },
      apiUrl: 'https://slack.com/api/',
      channels: [],
    })
  })

  it('waits for requests with a secret alone', () => {
    const settings = readSlack(schema.parse({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret }))

    expect(settings?.connection).toEqual({ type: 'http', signingSecret })
  })

  it('opens the connection itself where both are set', () => {
    const environment = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }

    expect(readSlack(schema.parse(environment))?.connection).toEqual({ type: 'socket', appToken })
  })

  it.each([
    ['https://proxy.example/slack//', 'https://proxy.example/slack/'],
    ['https://proxy.example', 'https://proxy.example/'],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/'],
  ])('ends the address %s with one slash, which the library needs', (address, apiUrl) => {
    const environment = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: address }

    expect(readSlack(schema.parse(environment))?.apiUrl).toBe(apiUrl)
  })
})

describe('SLACK_BOT_TOKEN', () => {
  it.each([`  ${botToken}  `, `${botToken}\n`])('takes off what stands around %j', (token) => {
    expect(schema.parse({ SLACK_BOT_TOKEN: token }).SLACK_BOT_TOKEN).toBe(botToken)
  })

  it.each(['xapp-not-a-real-token', 'xoxp-not-a-real-token', 'xoxe-not-a-real-token', 'xoxe.xoxp-not-a-real-token'])(
    'is not "%s"',
    (token) => {
      expect(problemsOf({ SLACK_BOT_TOKEN: token }).join()).toContain('Bot User OAuth Token')
    },
  )

  it.each(['xoxb-not a-real-token', `"${botToken}"`, `${botToken}'`, `${botToken}\n${botToken}`])(
    'stands alone on its line, unlike %j',
    (token) => {
      expect(problemsOf({ SLACK_BOT_TOKEN: token })).toEqual([
        'holds white space or quotes (paste it alone, on one line)',
      ])
    },
  )
})

describe('SLACK_APP_TOKEN', () => {
  it.each(['xoxb-not-a-real-token', 'xoxp-not-a-real-token', 'xoxe-not-a-real-token', 'xoxe.xoxp-not-a-real-token'])(
    'is not "%s"',
    (token) => {
      expect(problemsOf({ SLACK_APP_TOKEN: token }).join()).toContain('App-Level Token')
    },
  )

  it('stands alone on its line', () => {
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-not a-real-token' })).toHaveLength(1)
  })
})

describe('SLACK_SIGNING_SECRET', () => {
  it.each(['xoxb-not-a-real-token', 'xapp-not-a-real-token', 'xoxp-not-a-real-token'])('is not "%s"', (token) => {
    expect(problemsOf({ SLACK_SIGNING_SECRET: token }).join()).toContain('Signing Secret')
  })

  it('stands alone on its line', () => {
    expect(problemsOf({ SLACK_SIGNING_SECRET: 'not a-real-secret' })).toHaveLength(1)
  })
})

describe('SLACK_CHANNELS', () => {
  it('reads any list of ids, each once, however they are set apart', () => {
    const id = fc.stringMatching(/^[CG][A-Z0-9]{2,30}$/)
    const gap = fc.constantFrom(',', ' ', ', ', '\n', ' ,\t')

    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 20 }), gap, (ids, between) => {
        const { SLACK_CHANNELS: read } = schema.parse({ SLACK_CHANNELS: ids.join(between) })

        expect(read).toEqual([...new Set(ids)])
      }),
    )
  })

  it.each(['#general', 'general', 'D0FAKE', 'U0FAKE', 'c0fake', 'C0FAKE;C0OTHER', 'C', ' , ', 'C0FAKE,general'])(
    'holds nothing like "%s"',
    (list) => {
      expect(problemsOf({ SLACK_CHANNELS: list })).toHaveLength(1)
    },
  )
})

it('what is wrong is said without any value', () => {
  const canary = 'canary7'
  const start = fc.constantFrom('', 'xoxb-', 'xapp-', 'xoxp-', 'https://', 'http://', 'C0FAKE,')
  const value = fc.tuple(start, fc.string({ maxLength: 30 })).map(([before, text]) => `${before}${canary}${text}`)
  const names = Object.keys(slack.settings)

  fc.assert(
    fc.property(fc.constantFrom(...names), value, (name, text) => {
      expect(problemsOf({ [name]: text }).join()).not.toContain(canary)
    }),
  )
})

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  return (schema.safeParse(environment).error?.issues ?? []).map(({ message }) => message)
}
