import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadJudgments } from '../../../../evaluation/judgments.ts'
import { createReplies } from '../../../../src/adapters/terminal/create-replies.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { createScriptedBot } from '../../terminal/scripted-bot.ts'
import { openWeb, startWeb, type Web } from '../start-web.ts'
import { post } from './post.ts'

const urgent = 'I want to kill myself'

let web: Web
beforeAll(async () => {
  web = await openWeb({ settings: { isRateLimited: false } })
})
afterAll(() => web.close())

describe('POST /api/ask', () => {
  it('answers as the command line does, byte for byte', async () => {
    const replies = createReplies(bot)
    const judgments = [
      ...loadJudgments({ name: 'tuning', corpus: 'low-serotonin' }),
      ...loadJudgments({ name: 'tuning-refuse', corpus: 'low-serotonin' }),
    ]
    const texts = [...judgments.filter((_, place) => place % 8 === 0).map(({ text }) => text), urgent, 'hello', '']

    const bodies = await Promise.all(texts.map(async (text) => (await post(web, '/api/ask', { text })).text()))

    expect(texts.length).toBeGreaterThan(40)
    expect(bodies).toEqual(texts.map((text) => JSON.stringify(replies.reply({ text }))))
  })

  it('hands on everything that a question may hold, and leaves out what is null', async () => {
    const scripted = createScriptedBot()
    const { url } = await startWeb({ bot: scripted })

    await post({ url }, '/api/ask', { text: 'a', locale: 'de', region: 'AT', document: 'low', more: 1 })
    await post({ url }, '/api/ask', {
      text: 'b',
      locale: null,
      region: null,
      document: null,
      limit: null,
      explain: null,
    })

    expect(scripted.asked).toEqual([{ text: 'a', locale: 'de', region: 'AT', document: 'low' }, { text: 'b' }])
  })

  it.each([
    ['pt-BR,pt;q=0.9', undefined, 'pt-BR'],
    ['pt-BR', 'de', 'de'],
    ['*', undefined, undefined],
    ['"><script>', undefined, undefined],
  ])('takes the language from Accept-Language "%s" unless the body says %s', async (header, locale, expected) => {
    const scripted = createScriptedBot()
    const { url } = await startWeb({ bot: scripted })

    await post({ url }, '/api/ask', { text: 'a', locale }, { 'accept-language': header })

    expect(scripted.asked.map((question) => question.locale)).toEqual([expected])
  })

  it.each([['q1'], [7], [''], [0]])('gives the id %j back', async (id) => {
    const reply = await post(web, '/api/ask', { id, text: 'is it genetic?' })

    expect(await reply.json()).toMatchObject({ id, outcome: 'answered' })
  })

  it('lists as many of the best-ranked passages as it is told to, whatever the outcome', async () => {
    const text = 'how do I fix a bicycle?'

    const reply = await post(web, '/api/ask', { text: `${text} genetics`, limit: 3 })

    expect(await reply.json()).toEqual(createReplies(bot).reply({ text: `${text} genetics` }, 3))
  })

  it.each([
    ['is it genetic?', 'sure'],
    [urgent, 'urgent'],
    ['is high serotonin dangerous', 'opposite'],
    ['can I stop my sertraline', 'too-unsure'],
  ])('tells why "%s" was answered as it was, where asked to', async (text, reason) => {
    const question = { text }

    const plain = await (await post(web, '/api/ask', question)).json()
    const explained = await (await post(web, '/api/ask', { ...question, explain: true })).json()

    expect(explained).toEqual({ ...(plain as object), explain: bot.explain(question) })
    expect(explained).toMatchObject({ explain: { reason } })
  })

  it('answers without reasons where they cannot be told', async () => {
    const { url, logged } = await startWeb({ bot: { ...bot, explain: breakDown } })

    const reply = await post({ url }, '/api/ask', { text: 'is it genetic?', explain: true })

    expect(await reply.json()).toEqual(createReplies(bot).reply({ text: 'is it genetic?' }))
    expect(logged.map(([event]) => event)).toEqual(['answer-failed'])
  })

  it('counts each answer, by how it went', async () => {
    const { url, counted } = await startWeb()

    await post({ url }, '/api/ask', { text: 'is it genetic?' })
    await post({ url }, '/api/ask', { text: urgent })
    await post({ url }, '/api/ask', {})

    expect(counted).toEqual(['answered none', 'urgent crisis'])
  })

  it('may be stored by nobody and read by no page of another site', async () => {
    const { headers } = await post(web, '/api/ask', { text: 'hello' }, { origin: 'https://elsewhere.example' })

    expect(headers.get('cache-control')).toBe('no-store')
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('whoever asks too fast', () => {
  it('is told to wait, when, and where help is, in their language', async () => {
    const { url, counted } = await startWeb()
    const ask = (text: string) => post({ url }, '/api/ask', { text, locale: 'de' })
    await Promise.all(Array.from({ length: 30 }, () => ask('hello')))

    const reply = await ask('hello')

    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '10'])
    expect(await reply.json()).toMatchObject({
      title: 'Too Many Requests',
      detail: bot.chatWords('de').notes.busy,
      ...createReplies(bot).draw(bot.support({ language: 'de' })),
    })
    expect(counted.filter((entry) => entry === 'held back')).toHaveLength(1)
  })

  it('gets help at once all the same', async () => {
    const { url } = await startWeb()
    await Promise.all(Array.from({ length: 30 }, () => post({ url }, '/api/ask', { text: 'hello' })))

    const reply = await post({ url }, '/api/ask', { text: urgent })

    expect(await reply.json()).toEqual(createReplies(bot).reply({ text: urgent }))
  })
})

it('a fault is told with the apology, which says where help is, and without what was asked', async () => {
  const broken: Bot = { ...bot, respondRanked: breakDown }
  const { url, logged } = await startWeb({ bot: broken })

  const reply = await post({ url }, '/api/ask', { id: 'canary', text: 'canary', locale: 'fr' })

  expect(reply.status).toBe(500)
  expect(await reply.json()).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'The request could not be answered because of a fault. "text" is for the person who asked.',
    ...createReplies(bot).draw(bot.apology('fr')),
  })
  expect(logged.map(([event]) => event)).toEqual(['answer-failed'])
})

function breakDown(): never {
  throw new Error('broken over canary')
}
