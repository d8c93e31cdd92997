/** Spares the chat page its reloads, and offers topics while somebody types. Every form works without this script. */

/**
 * `matched` is the name that a topic was found under, where its label does not hold it.
 * @typedef {{ document: string, section: string, label: string, matched?: string }} Topic
 * @typedef {Topic & { heading: string, names: string[] }} NamedTopic
 * @typedef {(typed: string, signal: AbortSignal) => Topic[] | Promise<Topic[]>} Search
 */

const form = find('#question', HTMLFormElement)
const box = find('#ask', HTMLInputElement)
const list = find('#suggestions', HTMLElement)
const conversation = find('#conversation', HTMLElement)
const notice = find('#notice', HTMLElement)
const announcement = find('#announcement', HTMLElement)

const most = { exchanges: 30, suggestions: 6, waitMs: 15_000 }

/** @type {{ text: string, controller: AbortController } | undefined} */
let pending
/** @type {Topic[]} */
let topics = []
let active = -1
/** Ends what is under way for letters that are outdated. */
let typing = new AbortController()
/** @type {Promise<Search> | undefined} */
let search

document.addEventListener('submit', (event) => {
  const { target: sent, submitter } = event
  if (!(sent instanceof HTMLFormElement) || sent.action !== form.action) return
  event.preventDefault()
  if (sent === form && box.value.trim() === '') return say(notice, 'empty')
  const fields = fieldsOf(sent)
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.set(submitter.name, submitter.value)
  void send(fields, sent === form)
})

box.role = 'combobox'
box.ariaAutoComplete = 'list'
box.setAttribute('aria-controls', list.id)
list.role = 'listbox'
close()
box.addEventListener('input', () => void offer())
box.addEventListener('blur', close)
box.addEventListener('keydown', press)
// The box keeps the focus while somebody points at a topic.
list.addEventListener('mousedown', (event) => event.preventDefault())
adapt(document)

// A site that shows this in a frame hands over a port, to hear how high it is; nothing else is told.
addEventListener('message', ({ source, data, ports: [port] }) => {
  if (window === parent || source !== parent || data?.type !== 'pamphlet:port') return
  const root = document.documentElement
  const tell = () => port?.postMessage({ type: 'pamphlet:height', height: root.offsetHeight })
  // At once as well: what is not seen, such as a tab in the background, has no size to observe.
  tell()
  new ResizeObserver(tell).observe(root)
})

/**
 * Asks for an answer and shows it. The same step twice is one; another takes the place of what is under way.
 * @param {URLSearchParams} body
 * @param {boolean} isFromBox
 */
async function send(body, isFromBox) {
  const text = body.toString()
  if (pending?.text === text) return
  pending?.controller.abort()
  const mine = { text, controller: new AbortController() }
  pending = mine
  const { signal } = mine.controller
  const typed = box.value
  close()
  say(notice)
  form.ariaBusy = 'true'
  const timer = setTimeout(() => mine.controller.abort(), most.waitMs)
  try {
    const response = await fetch('/answer', { method: 'POST', body, signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (pending !== mine) return
    const exchange = page.querySelector('.exchange')
    if (!response.ok || exchange === null) return say(notice, 'unreachable', page.querySelector('.note')?.textContent)
    if (isFromBox && box.value === typed) box.value = ''
    show(document.adoptNode(exchange), isFromBox)
  } catch {
    if (pending === mine) say(notice, 'unreachable')
  } finally {
    clearTimeout(timer)
    if (pending === mine) {
      pending = undefined
      form.ariaBusy = null
    }
  }
}

/**
 * @param {Element} exchange
 * @param {boolean} isFromBox
 */
function show(exchange, isFromBox) {
  adapt(exchange)
  for (const name of ['region', 'card']) {
    const value = exchange.querySelector(`[name=${name}]`)?.getAttribute('value')
    if (value) for (const each of document.querySelectorAll(`[name=${name}]`)) each.setAttribute('value', value)
  }
  conversation.prepend(exchange)
  for (const old of [...conversation.querySelectorAll('.exchange')].slice(most.exchanges)) old.remove()

  // Who typed can type on, unless an on-screen keyboard would hide the answer; who pressed a button is taken to it.
  const heading = exchange.querySelector('h2, h3, h4')
  if (heading instanceof HTMLElement && !(isFromBox && matchMedia('(pointer: fine)').matches)) {
    heading.tabIndex = -1
    heading.focus()
  }
  exchange.querySelector('.urgent')?.scrollIntoView()
}

/**
 * Fits what the server sent into this page: it cannot know that this is a frame.
 * @param {ParentNode} part
 */
function adapt(part) {
  for (const each of part.querySelectorAll('.exchange form')) each.setAttribute('action', form.action)
  for (const link of part.querySelectorAll('a')) {
    if (window !== parent && link.matches('[href^="/"], [href^="http"]')) {
      link.target = '_blank'
      link.rel = 'noopener'
    }
    if (link.matches('.link') && navigator.clipboard) link.after(' ', copyButton(link.href))
  }
}

/** @param {string} address */
function copyButton(address) {
  const button = make('button', 'copy')
  button.setAttribute('type', 'button')
  say(button, 'copy')
  const tell = () => {
    say(button, 'copied')
    say(announcement, 'copied')
  }
  button.addEventListener('click', () => void navigator.clipboard.writeText(address).then(tell, () => {}))
  return button
}

/** Half a sentence tells nothing reliable about a person, so that nothing here reacts to what it says. */
async function offer() {
  close()
  const { signal } = typing
  const typed = box.value.trim()
  // One letter comes close to nothing yet, and what is long is a question.
  if (typed.length < 2 || typed.length > 40) return
  search ??= box.dataset['suggest'] === 'server' ? Promise.resolve(searchThere) : searchHere()
  const found = await search.then((run) => run(typed, signal)).catch(() => [])
  if (signal.aborted || found.length === 0) return
  topics = found
  list.replaceChildren(...found.map(optionOf))
  list.hidden = false
  box.ariaExpanded = 'true'
  say(announcement, 'found')
}

function close() {
  typing.abort()
  typing = new AbortController()
  topics = []
  list.hidden = true
  box.ariaExpanded = 'false'
  activate(-1)
}

/** @param {number} number */
function activate(number) {
  active = number
  box.removeAttribute('aria-activedescendant')
  for (const [index, option] of [...list.children].entries()) {
    option.ariaSelected = String(index === active)
    if (index !== active) continue
    box.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.isComposing || topics.length === 0) return
  // Between the last topic and the first none is active, and Enter asks what was typed.
  const places = topics.length + 1
  const step = { ArrowDown: 1, ArrowUp: topics.length }[event.key]
  if (step !== undefined) activate(((active + 1 + step) % places) - 1)
  else if (event.key === 'Escape') close()
  else if (event.key === 'Enter' && active >= 0) choose(topics[active])
  else return
  event.preventDefault()
}

/** @param {Topic | undefined} topic */
function choose(topic) {
  const fields = fieldsOf(form)
  fields.set('show', `${topic?.document}/${topic?.section}`)
  void send(fields, true)
}

/**
 * @param {Topic} topic
 * @param {number} number
 */
function optionOf(topic, number) {
  const option = make('li', 'topic')
  option.id = `suggestion-${number}`
  option.role = 'option'
  option.ariaSelected = 'false'
  option.textContent = topic.label
  if (topic.matched) {
    const name = make('span', 'matched')
    name.textContent = topic.matched
    option.append(' ', name)
  }
  option.addEventListener('click', () => choose(topic))
  return option
}

/**
 * What is typed does not leave the browser.
 * @returns {Promise<Search>}
 */
async function searchHere() {
  const [{ default: Fuse }, response] = await Promise.all([import('/assets/fuse.mjs'), fetch('/api/topics')])
  /** @type {{ topics: NamedTopic[] }} */
  const all = await response.json()
  const named = all.topics.flatMap((topic) => [topic.heading, ...topic.names].map((name) => ({ name, topic })))
  // Chosen so that half-typed, misspelt names find their section, and sentences of people in distress nothing.
  const fuse = new Fuse(named, { keys: ['name'], threshold: 0.25, ignoreLocation: true, includeMatches: true })
  return (typed) => {
    /** @type {Map<NamedTopic, Topic>} */
    const found = new Map()
    for (const { item, matches } of fuse.search(typed)) {
      const { topic, name } = item
      // "kill mys" is not to find "will my": what matches begins with a word.
      const before = name[(matches?.[0]?.indices[0]?.[0] ?? 0) - 1] ?? ''
      if (found.has(topic) || /[\p{L}\p{N}]/u.test(before)) continue
      found.set(topic, topic.label.includes(name) ? topic : { ...topic, matched: name })
    }
    return [...found.values()].slice(0, most.suggestions)
  }
}

/**
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<Topic[]>}
 */
async function searchThere(typed, signal) {
  await new Promise((done) => setTimeout(done, 150))
  const body = JSON.stringify({ typed, limit: most.suggestions })
  const headers = { 'content-type': 'application/json' }
  return (await (await fetch('/api/suggest', { method: 'POST', headers, body, signal })).json()).topics
}

/** @param {HTMLFormElement} sent */
function fieldsOf(sent) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(sent)) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/**
 * Says a word of the page, or `text`; nothing without either.
 * @param {Element} place
 * @param {string} [word]
 * @param {string} [text]
 */
function say(place, word = '', text = form.dataset[word] ?? '') {
  place.textContent = text.replace('{count}', String(topics.length))
}

/**
 * @param {string} name
 * @param {string} className
 */
function make(name, className) {
  return Object.assign(document.createElement(name), { className })
}

/**
 * @template {Element} Found
 * @param {string} selector
 * @param {new () => Found} type
 */
function find(selector, type) {
  const found = document.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`The page lacks ${selector}`)
}
