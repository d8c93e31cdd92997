/** Spares the chat page its reloads. Every form works without this script, and goes on doing so where a part is missing. */

import { offerTopics } from './suggestions.js'

const form = find('#question', HTMLFormElement)
const box = find('#ask', HTMLInputElement)
const conversation = find('#conversation', HTMLElement)
const notice = find('#notice', HTMLElement)
const announcement = find('#announcement', HTMLElement)

const most = { exchanges: 30, waitMs: 15_000 }

/** @type {{ text: string, controller: AbortController } | undefined} */
let pending

const closeTopics = offerTopics({
  box,
  list: find('#suggestions', HTMLElement),
  tell: (count) => say(announcement, count === 0 ? '' : wordOf('found').replace('{count}', String(count))),
  choose({ document, section }) {
    const fields = fieldsOf(form)
    fields.set('show', `${document}/${section}`)
    void send(fields, true)
  },
})

document.addEventListener('submit', (event) => {
  const { target: sent, submitter } = event
  if (!(sent instanceof HTMLFormElement) || sent.action !== form.action) return
  event.preventDefault()
  if (sent === form && box.value.trim() === '') {
    hint(true)
    return box.focus()
  }
  const fields = fieldsOf(sent)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.set(submitter.name, submitter.value)
  void send(fields, sent === form)
})

box.addEventListener('input', () => {
  if (box.ariaInvalid === 'true') hint(false)
})

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
  closeTopics()
  hint(false)
  form.ariaBusy = 'true'
  const timer = setTimeout(() => mine.controller.abort(), most.waitMs)
  try {
    const response = await fetch('/answer', { method: 'POST', body, signal })
    const page = parse(await response.text())
    const exchange = page.querySelector('.exchange')
    if (exchange === null || !response.ok) {
      return say(notice, page.querySelector('.note')?.textContent ?? wordOf('unreachable'))
    }
    if (isFromBox && box.value === typed) box.value = ''
    // Who asks for help lines is taken to their heading, which is to be seen then.
    if (body.has('country') || body.has('support')) nameHelp(exchange)
    show(document.adoptNode(exchange), isFromBox)
  } catch {
    if (pending === mine) say(notice, wordOf('unreachable'))
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
  // Browsers heed it once a page, which may be now, and the focus is looked after below.
  for (const each of exchange.querySelectorAll('[autofocus]')) each.removeAttribute('autofocus')
  const before = carried(form, 'region')
  for (const name of ['region', 'card']) {
    const value = carried(exchange, name)
    if (value) for (const each of document.querySelectorAll(`[name=${name}]`)) each.setAttribute('value', value)
  }
  const region = carried(form, 'region')
  if (region && region !== before) void showHelp(region)
  document.querySelector('.examples')?.remove()
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
 * Puts the lines of the country that was chosen into the part of the page that says where help is; with any fault it stays.
 * @param {string} region
 */
async function showHelp(region) {
  try {
    const signal = AbortSignal.timeout(most.waitMs)
    const response = await fetch('/support', { method: 'POST', body: new URLSearchParams({ country: region }), signal })
    const theirs = parse(await response.text()).querySelector('#help')
    const [ours, title] = [document.querySelector('#help'), document.getElementById('help.title')]
    if (!response.ok || !theirs || !ours || !title || carried(form, 'region') !== region) return
    adapt(theirs)
    // Title and form stay, so that whoever is in them is not thrown out.
    const isText = (/** @type {Element} */ each) => each.id !== title.id && !each.matches('form')
    for (const old of [...ours.children].filter(isText)) old.remove()
    title.after(...[...theirs.children].filter(isText))
    for (const list of ours.querySelectorAll('select')) list.value = region
  } catch {}
}

/** @param {Element} exchange */
function nameHelp(exchange) {
  const [heading, title] = [exchange.querySelector('h2.visually-hidden'), document.getElementById('help.title')]
  if (heading === null || title === null) return
  say(heading, title.textContent ?? '')
  heading.classList.remove('visually-hidden')
  exchange.ariaLabel = title.textContent
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
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  say(button, wordOf('copy'))
  const tell = () => {
    say(button, wordOf('copied'))
    say(announcement, wordOf('copied'))
  }
  button.addEventListener('click', () => void navigator.clipboard.writeText(address).then(tell, () => {}))
  return button
}

/**
 * Says that the box is empty, or takes that back.
 * @param {boolean} isEmpty
 */
function hint(isEmpty) {
  document.querySelector('#empty')?.remove()
  box.ariaInvalid = isEmpty ? 'true' : null
  box.setAttribute('aria-describedby', isEmpty ? 'notice hint' : 'hint')
  say(notice, isEmpty ? wordOf('empty') : '')
}

/**
 * What the forms of a part hand on to the next step.
 * @param {Element} part
 * @param {string} name
 */
function carried(part, name) {
  return part.querySelector(`[name=${name}]`)?.getAttribute('value') ?? ''
}

/** @param {string} html */
function parse(html) {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** @param {HTMLFormElement} sent */
function fieldsOf(sent) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(sent)) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/**
 * A word that the server wrote into the page, in the person's language.
 * @param {string} name
 */
function wordOf(name) {
  return form.dataset[name] ?? ''
}

/**
 * @param {Element} place
 * @param {string} text
 */
function say(place, text) {
  place.textContent = text
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
