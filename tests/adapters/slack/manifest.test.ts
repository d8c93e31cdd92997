import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manifestFacts, methods } from '../../../src/adapters/slack/manifest-facts.ts'
import { bot } from '../../responder/shipped-bot.ts'
import { manifestSchema, placeholder } from './manifest-schema.ts'

const ofSocketMode = read('slack.manifest.json')
const ofHttp = read('slack.manifest.http.json')

/** The scope that each event needs; its page under https://docs.slack.dev/reference/events, checked 2026-11-23. */
const neededBy: Readonly<Record<string, string>> = {
  app_home_opened: 'none',
  app_mention: 'app_mentions:read',
  app_uninstalled: 'none',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  tokens_revoked: 'none',
}

describe.each([
  ['for Socket Mode', ofSocketMode],
  ['for HTTP', ofHttp],
])('the manifest %s', (_, { features, oauth_config: oauth, settings }) => {
  it('asks for the scopes that the code uses, and lets the optional ones be left out', () => {
    const { scopes, optionalScopes } = manifestFacts

    expect(oauth.scopes.bot).toEqual([...Object.keys(scopes), ...Object.keys(optionalScopes)].toSorted())
    expect(oauth.scopes.bot_optional).toEqual(Object.keys(optionalScopes))
  })

  it('subscribes to the events that the code listens to', () => {
    const { events, optionalEvents } = manifestFacts

    expect(settings.event_subscriptions.bot_events).toEqual([...events, ...optionalEvents].toSorted())
  })

  it('has the command and the message shortcut that the code listens to, and no others', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([manifestFacts.command])
    expect(features.shortcuts.map((each) => each.callback_id)).toEqual([manifestFacts.shortcut])
  })

  it('names them with the words of the templates, and the parts of the command that there are', () => {
    const words = bot.chatWords('en').commands
    const [command] = features.slash_commands
    const [shortcut] = features.shortcuts

    expect(command?.description).toBe(words.ask.description)
    expect(shortcut?.name).toBe(words['answer-this'].name)
    for (const part of ['help', 'topics', 'support', 'privacy', 'about'] as const) {
      expect(command?.usage_hint).toContain(words[part].name)
    }
  })
})

it('the manifests differ in how events arrive and in nothing else', () => {
  const { features, settings } = structuredClone(ofSocketMode)
  const [command] = features.slash_commands

  expect(settings.socket_mode_enabled).toBe(true)
  expect(ofHttp).toEqual({
    ...ofSocketMode,
    features: { ...features, slash_commands: [{ ...command, url: placeholder }] },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url: placeholder },
      interactivity: { ...settings.interactivity, request_url: placeholder },
      socket_mode_enabled: false,
    },
  })
})

it('no scope is asked for that nothing needs, and none is missing', () => {
  const { scopes, events, command } = manifestFacts
  const needed = [...events.map((event) => neededBy[event]), ...Object.values(methods)]

  expect(command).toMatch(/^\//)
  expect(Object.keys(scopes).toSorted()).toEqual(distinct([...needed, 'commands']))
})

it('every optional event needs an optional scope, and every optional scope is for an event', () => {
  const { optionalEvents, optionalScopes } = manifestFacts

  expect(distinct(optionalEvents.map((event) => neededBy[event]))).toEqual(Object.keys(optionalScopes).toSorted())
})

it('no scope is both needed and optional', () => {
  const { scopes, optionalScopes } = manifestFacts

  expect(Object.keys(optionalScopes).filter((scope) => scope in scopes)).toEqual([])
})

it('the events and methods of the code are those of the table', () => {
  const { events, optionalEvents } = manifestFacts
  const listened = [...source('listen.ts').matchAll(/app\.event\('(\w+)'/g)].map(([, event]) => event)
  const code = ['slack-api.ts', 'try-call.ts'].map(source).join('\n')
  const called = [...code.matchAll(/'((?:chat|views|assistant)\.[\w.]+)'/g)].map(([, method]) => method)

  expect(distinct(listened)).toEqual(distinct([...events, ...optionalEvents].map((event) => event.split('.')[0])))
  expect(distinct([...called, 'auth.test'])).toEqual(Object.keys(methods).toSorted())
  expect(code).toContain('client.auth.test()')
})

function source(name: string): string {
  return readFileSync(new URL(`../../../src/adapters/slack/${name}`, import.meta.url), 'utf8')
}

function distinct(scopes: readonly (string | undefined)[]) {
  return [...new Set(scopes.map(String))].filter((scope) => scope !== 'none').toSorted()
}

function read(name: string) {
  return manifestSchema.parse(JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')))
}
