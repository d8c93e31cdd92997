import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Document } from '../../../src/knowledge/document.ts'
import type { Bot } from '../../../src/responder/bot.ts'
import { bot, botOver, shippedDocuments } from '../../responder/shipped-bot.ts'
import { wordsIn } from '../words.ts'
import { type Element, find, findClass, findTag, readHtml, textIn } from './read-html.ts'
import { openWeb, startWeb, type Web } from './start-web.ts'

let web: Web
beforeAll(async () => {
  web = await openWeb({ settings: { isRateLimited: false } })
})
afterAll(() => web.close())

const words = wordsIn('en')
const disclaimer = bot.page('about').disclaimer.text

type Got = { readonly status: number; readonly page: Element; readonly text: string; readonly headers: Headers }

async function get(path: string, language = 'en', from = web): Promise<Got> {
  return read(await fetch(`${from.url}${path}`, { headers: { 'accept-language': language } }))
}

async function post(path: string, fields: Readonly<Record<string, string>>, from = web): Promise<Got> {
  return read(await fetch(`${from.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) }))
}

async function read(response: Response): Promise<Got> {
  const page = readHtml(await response.text())
  return { status: response.status, page, text: textIn(page), headers: response.headers }
}

/** What a browser sends for a button of a form: what the form holds, and the button. */
function press({ page }: Got, label: string): readonly [path: string, fields: Readonly<Record<string, string>>] {
  const isPressed = (each: Element) => each.tag === 'button' && textIn(each).trim() === label
  const form = findTag(page, 'form').find((each) => find(each, isPressed).length > 0)
  if (form === undefined) throw new Error(`There is no button "${label}"`)
  const [button] = find(form, isPressed)
  const fields = findTag(form, 'input').map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''])
  const { name, value = '' } = button?.attributes ?? {}
  return [
    form.attributes['action'] ?? '',
    Object.fromEntries([...fields, ...(name === undefined ? [] : [[name, value]])]),
  ]
}

/** A country with the rest of its form, in the part of the page that a class names. */
function choose({ page }: Got, country: string, className: string) {
  const [part] = findClass(page, className)
  const [form] = part === undefined ? [] : findClass(part, 'countries')
  if (form === undefined) throw new Error(`There is no choice of a country in ${className}`)
  const fields = findTag(form, 'input').map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''])
  return [form.attributes['action'] ?? '', Object.fromEntries([...fields, ['country', country]])] as const
}

function outcomes({ page }: Got): readonly (string | undefined)[] {
  return findClass(page, 'exchange').map(({ attributes }) => attributes['data-outcome'])
}

function hidden(page: Element, name: string): readonly (string | undefined)[] {
  return findTag(page, 'input')
    .filter(({ attributes }) => attributes['name'] === name)
    .map(({ attributes }) => attributes['value'])
}

function links(root: Element): readonly string[] {
  return findTag(root, 'a').flatMap(({ attributes }) => attributes['href'] ?? [])
}

/** Every page, and how it is come by. */
const pages: readonly (readonly [name: string, get: () => Promise<Got>, status: number])[] = [
  ['the page to ask on', () => get('/'), 200],
  ['the chat in a frame', () => get('/embed'), 200],
  ['an answer', () => post('/', { ask: 'is it genetic?' }), 200],
  ['a choice of topics', () => post('/', { ask: 'bacteria or families' }), 200],
  ['no answer', () => post('/', { ask: 'is sodium bad' }), 200],
  ['a card', () => post('/', { ask: 'i want to die' }), 200],
  ['a card in a frame', () => post('/embed', { ask: 'i want to die' }), 200],
  ['reasons', () => post('/', { why: '1', text: 'is it genetic?' }), 200],
  ['help lines of a country', () => post('/', { country: 'US' }), 200],
  ['a section that is gone', () => post('/', { show: 'low-serotonin/gone' }), 200],
  ['a box sent empty', () => post('/', { ask: '  ' }), 422],
  ['the topics', () => get('/topics'), 200],
  ['a document', () => get('/topics/low-serotonin'), 200],
  ['where help is', () => get('/support'), 200],
  ['where help is in a country', () => post('/support', { country: 'US' }), 200],
  ['who wrote this', () => get('/about'), 200],
  ['what is kept', () => get('/privacy'), 200],
  ['an address that there is not', () => get('/nothing'), 404],
  ['a document that there is not', () => get('/topics/nothing'), 404],
  ['a form that is too long', () => post('/', { ask: 'x'.repeat(70_000) }), 413],
]

it.each(pages)('every page is whole: %s', async (_, getPage, status) => {
  const got = await getPage()
  const { page, text } = got
  const ids = find(page, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes['id'])
  const [help] = find(page, ({ attributes }) => attributes['id'] === 'help')

  expect(got.status).toBe(status)
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect(findTag(page, 'html').map(({ attributes }) => attributes)).toEqual([{ lang: 'en', dir: 'ltr' }])
  expect(findTag(page, 'h1')).toHaveLength(1)
  expect(findTag(page, 'main')).toHaveLength(1)
  expect(findTag(page, 'title').map(textIn)).toEqual([expect.stringMatching(/^.+ · Pamphlet$/)])
  expect(ids.length).toBe(new Set(ids).size)
  expect(text.trim().endsWith(disclaimer)).toBe(true)
  expect(textIn(help ?? page)).toMatch(/Where to get help\s+In immediate danger, call /)
  expect(links(help ?? page)).toContain('https://findahelpline.com')
  expect(findTag(help ?? page, 'select')).toHaveLength(1)
})

it.each(pages)('no page has script or style inside, or loads anything from elsewhere: %s', async (_, getPage) => {
  const { page } = await getPage()
  const all = find(page, () => true)
  const loaded = all.flatMap(({ tag, attributes: { src, href } }) => [src, tag === 'link' ? href : undefined])
  const scripts = findTag(page, 'script').map((script) => [script.attributes['src'], script.children])

  expect(scripts.filter(([src, children]) => src !== '/assets/chat.js' || children?.length !== 0)).toEqual([])
  expect(findTag(page, 'style')).toEqual([])
  expect(
    all.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^(?:on|style$)/.test(name)),
  ).toEqual([])
  expect(loaded.filter((address) => address !== undefined && !address.startsWith('/assets/'))).toEqual([])
})

it.each(pages)('no address on a page holds a question, and every form is sent in its body: %s', async (_, getPage) => {
  const { page } = await getPage()
  const addresses = links(page).filter((address) => !/^(?:https:\/\/|tel:|sms:)/.test(address))

  expect(
    addresses.filter(
      (address) => !/^(?:\/(?:topics|about|privacy)?|\/topics\/[\w-]+(?:#[\w-]+)?|#[\w.-]+)$/.test(address),
    ),
  ).toEqual([])
  expect(findTag(page, 'form').filter(({ attributes }) => attributes['method'] !== 'post')).toEqual([])
})

it('without script somebody comes from a question to its reasons, past a card, to a country and to a section', async () => {
  const answered = await post('/', { ask: 'is it genetic?', region: '', card: '' })
  const why = await post(...press(answered, 'Why this answer?'))
  const card = await post('/', { ask: 'i want to die', region: '', card: '' })
  const country = await post(...choose(card, 'US', 'urgent'))
  const repeated = await post('/', { ask: 'i want to die', region: 'US', card: hidden(card.page, 'card')[0] ?? '' })
  const calm = await post(...press(card, "This isn't about me: show the answer"))
  const section = await post(...press(answered, 'Diet'))
  const support = await post(...press(section, 'Get support'))

  expect([answered, why, card, country, repeated, calm, section, support].flatMap(outcomes)).toEqual([
    'answered',
    'answered',
    'urgent',
    'help',
    'urgent',
    'not-found',
    'answered',
    'help',
  ])
  expect(findTag(why.page, 'details')).toHaveLength(1)
  expect(links(country.page)).toContain('tel:988')
  expect(hidden(country.page, 'region')).toContain('US')
  expect(repeated.text).toContain('It sounds as if things are still very hard.')
  expect(calm.text).toContain('If that changes, for you or for anyone')
  expect(section.text).toContain('The body needs tryptophan to make serotonin.')
})

it('a box sent empty tells the script so', async () => {
  const { page, status } = await post('/answer', { ask: '' })

  expect(status).toBe(422)
  expect(findClass(page, 'note').map((note) => textIn(note).trim())).toEqual([words.web.ask.empty])
})

it('what is kept is told of the page, too, also from a frame', async () => {
  const [kept, frame] = [await get('/privacy'), await get('/embed')]
  const way = findTag(frame.page, 'a').find(({ attributes }) => attributes['href'] === '/privacy')

  expect(kept.text).toContain(words.web.privacy)
  expect(way?.attributes).toMatchObject({ target: '_blank', rel: 'noopener' })
})

it('an example question and a choice of topics are one press away', async () => {
  const start = await get('/')
  const example = await post(...press(start, 'Why is my serotonin low?'))
  const suggested = await post('/', { ask: 'bacteria or families' })
  const topics = await post(...press(suggested, 'None of these'))

  expect([example, suggested, topics].flatMap(outcomes)).toEqual(['answered', 'suggested', 'help'])
  expect(findClass(start.page, 'exchange')).toEqual([])
})

it('a card stands before everything that can be read, and the question box comes behind it', async () => {
  const { page } = await post('/', { ask: 'i want to die' })
  const [main] = findTag(page, 'main')
  const text = textIn(main ?? page)

  expect(text).toMatch(/^\s*Ask a health question\s+Help comes first/)
  expect(text.indexOf('Help comes first')).toBeLessThan(text.indexOf(words.web.ask.label))
  expect(findTag(page, 'h2')[0]?.attributes).toMatchObject({ tabindex: '-1', autofocus: '' })
})

it.each(['is it genetic?', 'i want to die', 'hello', 'is sodium bad'])(
  'the answer that comes to the script is the one that stands on the page: "%s"',
  async (ask) => {
    const send = async (path: string) =>
      (await fetch(`${web.url}${path}`, { method: 'POST', body: new URLSearchParams({ ask }) })).text()
    const [page, alone] = await Promise.all([send('/'), send('/answer')])

    // Where it stands on a page of its own, reading begins with it; the script sees to that by itself.
    expect(page.replace(' tabindex="-1" autofocus=""', '')).toContain(alone)
    expect(alone).not.toContain('autofocus')
    expect(readHtml(alone).children).toEqual([expect.objectContaining({ tag: 'article' })])
  },
)

it.each([
  ['is it genetic?', 'Genetics'],
  ['i want to die', words.web.exchange.urgent],
  ['hello', words.web.exchange.answer],
  ['/support', words.web.exchange.answer],
])('a page with an answer is called by what came, and reading begins there: "%s"', async (ask, title) => {
  const { page } = await post('/', { ask })
  const starts = find(page, ({ attributes }) => 'autofocus' in attributes)

  expect(findTag(page, 'title').map(textIn)).toEqual([`${title} · Pamphlet`])
  expect(starts).toHaveLength(1)
  expect(findTag(page, 'h2')).toContain(starts[0])
})

it('the page to ask on takes the focus nowhere', async () => {
  const { page } = await get('/')

  expect(find(page, ({ attributes }) => 'autofocus' in attributes)).toEqual([])
})

it('where the help lines of a country came, the page is called so', async () => {
  const { page } = await post('/', { country: 'US' })

  expect(findTag(page, 'title').map(textIn)).toEqual([`${words.pick.help} · Pamphlet`])
})

it('a box sent empty says so beside itself, and nowhere else', async () => {
  const { page, text, status } = await post('/', { ask: ' ', region: 'US' })
  const box = findTag(page, 'input').find(({ attributes }) => attributes['id'] === 'ask')
  const told = box?.attributes['aria-describedby']?.split(' ') ?? []
  const hint = find(page, ({ attributes }) => told.includes(attributes['id'] ?? ''))

  expect(status).toBe(422)
  expect(hint.map(textIn).join(' ')).toContain(words.web.ask.empty)
  expect(text.split(words.web.ask.empty)).toHaveLength(2)
  expect(box?.attributes).toMatchObject({ 'aria-invalid': 'true', autofocus: '' })
  expect(links(page)).toContain('tel:988')
})

it('who asks too fast is told so, keeps the question in the box, and still gets help', async () => {
  const busy = await startWeb({ settings: { isRateLimited: true } })
  const ask = 'is it genetic?'
  const all = await Promise.all(Array.from({ length: 31 }, () => post('/', { ask, region: 'US' }, busy)))
  const held = all.find(({ status }) => status === 429) ?? all[0]
  const box = held && findTag(held.page, 'input').find(({ attributes }) => attributes['id'] === 'ask')
  const fragment = await post('/answer', { ask }, busy)
  const card = await post('/', { ask: 'i want to die' }, busy)

  expect([held?.status, fragment.status, card.status]).toEqual([429, 429, 200])
  expect([held, fragment].map((got) => got?.headers.get('retry-after'))).toEqual(['10', '10'])
  expect(held && findTag(held.page, 'title').map(textIn)).toEqual([`${words.web.faults.busy} · Pamphlet`])
  expect(findClass(fragment.page, 'note').map(textIn)[0]?.trim()).toBe(words.notes.busy)
  expect(box?.attributes['value']).toBe(ask)
  expect(held && links(held.page)).toContain('tel:988')
  expect(outcomes(card)).toEqual(['urgent'])
})

it('a card and all that stands on it speak the language of the message, whatever that of the page', async () => {
  const body = new URLSearchParams({ ask: 'quiero morir' })
  const { page } = await read(await fetch(web.url, { method: 'POST', headers: { 'accept-language': 'de' }, body }))
  const [card] = findClass(page, 'urgent')
  const spanish = wordsIn('es').web

  expect(card?.attributes['lang']).toBe('es')
  expect(textIn(card ?? page)).toContain(spanish.exchange.urgent)
  expect(textIn(card ?? page)).toContain(spanish.country.button)
  expect(textIn(card ?? page)).toContain('Estados Unidos')
  expect(findTag(page, 'html').map(({ attributes }) => attributes['lang'])).toEqual(['de'])
})

it('a country goes with every form of the page from then on', async () => {
  const got = await post('/', { ask: 'is it genetic?', region: 'IE' })

  expect(new Set(hidden(got.page, 'region'))).toEqual(new Set(['IE']))
  expect(links(got.page)).toContain('tel:999')
})

it('a document has each section under an address of its own, with source and disclaimer', async () => {
  const { page } = await get('/topics/low-serotonin')
  const sections = bot.document('low-serotonin')?.sections ?? []

  expect(sections).toHaveLength(12)
  for (const { section, heading } of sections) {
    const [part] = find(page, ({ attributes }) => attributes['id'] === section)
    const text = textIn(part ?? { tag: '', attributes: {}, children: [] })
    expect(text).toContain(heading)
    expect(text).toContain('Why Low Serotonin?')
    expect(text.trim().endsWith(disclaimer)).toBe(true)
    expect(links(part ?? page)).toContain(`#${section}`)
  }
})

it('the topics lead to every document and section', async () => {
  const { page } = await get('/topics')
  const sections = bot.places().filter(({ section }) => section !== 'overview')

  expect(links(page)).toEqual(
    expect.arrayContaining([
      '/topics/low-serotonin',
      ...sections.map(({ document, section }) => `/topics/${document}#${section}`),
    ]),
  )
})

it('a document may have a section named like a part of the page', async () => {
  const [document] = shippedDocuments
  const named = await startWeb({ bot: botOver(document === undefined ? [] : [withSection(document, 'diet', 'help')]) })
  const { page } = await get('/topics/low-serotonin', 'en', named)
  const ids = find(page, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes['id'])
  const [menu] = findTag(page, 'nav')

  expect(ids.filter((id) => id === 'help')).toHaveLength(1)
  expect(links(menu ?? page)).toContain('#page.help')
  expect(ids).toContain('page.help')
})

it('without any document the pages say so', async () => {
  const none = await startWeb({ bot: botOver([]) })
  const [topics, start] = [await get('/topics', 'en', none), await get('/', 'en', none)]

  expect(topics.text).toContain('There is no document that I may show right now.')
  expect([topics.status, start.status]).toEqual([200, 200])
})

it.each([
  ['de', 'Stell eine Gesundheitsfrage'],
  ['es-MX', 'Haz una pregunta de salud'],
  ['fr-CH, fr;q=0.9', 'Posez une question de santé'],
  ['pt', 'Faça uma pergunta de saúde'],
  ['ja', 'Ask a health question'],
])('pages speak the language of the browser: %s', async (language, title) => {
  const { page } = await get('/', language)

  expect(findTag(page, 'h1').map((each) => textIn(each).trim())).toEqual([title])
})

it.each([403, 500] as const)('a fault is told calmly, with where help is: %d', async (status) => {
  const broken: Bot = {
    ...bot,
    document: () => {
      throw new Error('canary')
    },
  }
  const faulty = await startWeb({ bot: broken })
  const headers = { 'sec-fetch-site': 'cross-site' }
  const got =
    status === 403
      ? await read(await fetch(faulty.url, { method: 'POST', headers, body: 'ask=canary' }))
      : await get('/topics/low-serotonin', 'en', faulty)

  expect(got.status).toBe(status)
  expect(got.text).not.toContain('canary')
  expect(links(got.page)).toContain('https://findahelpline.com')
  expect(got.text.trim().endsWith(disclaimer)).toBe(true)
})

it('where even the page of a fault cannot be drawn, the apology is', async () => {
  const broken: Bot = {
    ...bot,
    support: () => {
      throw new Error('canary')
    },
  }
  const faulty = await startWeb({ bot: broken })
  const { status, page, text } = await get('/', 'en', faulty)

  expect(status).toBe(500)
  expect(text).toContain('Something went wrong on my side')
  expect(links(page)).toContain('https://findahelpline.com')
  expect(text.trim().endsWith(disclaimer)).toBe(true)
})

it.each([
  ['few', 500, 'browser'],
  ['many', 501, 'server'],
])('where there are %s topics the %d of them are looked through in the %s', async (_, count, where) => {
  const [place] = bot.places()
  const places = Array.from({ length: count }, () => place ?? { document: '', section: '', label: '' })
  const large = await startWeb({ bot: { ...bot, places: () => places as ReturnType<Bot['places']> } })
  const { page } = await get('/', 'en', large)

  expect(findTag(page, 'input').map(({ attributes }) => attributes['data-suggest'])).toContain(where)
})

/** The same document with another name for a section. */
function withSection(document: Document, section: string, name: string): Document {
  const rename = (each: string) => (each === section ? name : each)
  return {
    ...document,
    passages: document.passages.map((passage) => ({
      ...passage,
      section: rename(passage.section),
      children: passage.children.map(rename),
    })),
  }
}
