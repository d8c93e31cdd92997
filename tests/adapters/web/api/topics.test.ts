import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bot, botOver, gardenDocuments, shippedDocuments } from '../../../responder/shipped-bot.ts'
import { openWeb, startWeb, type Web } from '../start-web.ts'
import { misfits } from './described.ts'
import { post } from './post.ts'

let web: Web
beforeAll(async () => {
  web = await openWeb({ settings: { isRateLimited: false } })
})
afterAll(() => web.close())

describe('GET /api/topics', () => {
  it('lists every section with everything that people look for it by', async () => {
    const { topics } = (await (await fetch(`${web.url}/api/topics`)).json()) as { topics: readonly unknown[] }

    expect(topics).toEqual(bot.places())
    expect(topics.slice(0, 2)).toMatchObject([
      {
        document: 'low-serotonin',
        section: 'overview',
        label: 'Why serotonin can be low',
        title: 'Why serotonin can be low',
        heading: 'Why serotonin can be low',
        names: expect.arrayContaining(['low serotonin', 'serotonin deficiency']),
      },
      { title: 'Why serotonin can be low', label: expect.not.stringContaining('(') },
    ])
  })

  it('names documents beside sections where there are several, as described', async () => {
    const { url } = await startWeb({ bot: botOver([...shippedDocuments, ...gardenDocuments]) })

    const response = await fetch(`${url}/api/topics`)
    const copy = response.clone()

    expect(await misfits(response, '/api/topics', 'GET')).toEqual([])
    expect(await copy.text()).toContain('"label":"Genetics (Why serotonin can be low)"')
  })

  it.each(['/api/topics', '/api/openapi.json'])('%s is sent once, until it changes', async (path) => {
    const first = await fetch(`${web.url}${path}`)
    const etag = first.headers.get('etag') ?? ''
    await first.text()

    const again = await fetch(`${web.url}${path}`, { headers: { 'if-none-match': etag } })
    const changed = await fetch(`${web.url}${path}`, { headers: { 'if-none-match': '"another"' } })

    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect(again.headers.get('cache-control')).toBe('no-cache')
    expect(changed.status).toBe(200)
  })

  it.each(['/api/topics', '/api/openapi.json'])('%s answers HEAD as GET, without a body', async (path) => {
    const get = await fetch(`${web.url}${path}`)
    const head = await fetch(`${web.url}${path}`, { method: 'HEAD' })

    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')])
  })
})

describe('POST /api/suggest', () => {
  it.each([
    [{ typed: 'genet' }, 10],
    [{ typed: 'run in my famly', limit: 2 }, 2],
    [{ typed: '', limit: 3 }, 3],
    [{ typed: '', limit: null }, 10],
  ])('lists the topics that come close to %j', async (body, limit) => {
    const response = await post(web, '/api/suggest', body)

    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ topics: bot.suggest(body.typed, limit) })
  })

  it('says which name came closest where the label does not show it', async () => {
    const response = await post(web, '/api/suggest', { typed: 'serotonin deficiency', limit: 1 })
    const copy = response.clone()

    expect(await misfits(response, '/api/suggest', 'POST')).toEqual([])
    expect(await copy.json()).toMatchObject({ topics: [{ matched: 'serotonin deficiency' }] })
  })
})
