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
  if (sent === form && box.value.trim() === '') return say(notice, wordOf('empty'))
  const fields = fieldsOf(sent)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.set(submitter.name, submitter.value)
  void send(fields, sent === form)
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
  say(notice, '')
  form.ariaBusy = 'true'
  const timer = setTimeout(() => mine.controller.abort(), most.waitMs)
  try {
    const response = await fetch('/answer', { method: 'POST', body, signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const exchange = page.querySelector('.exchange')
    if (exchange === null || !response.ok) {
      return say(notice, page.querySelector('.note')?.textContent ?? wordOf('unreachable'))
    }
    if (isFromBox && box.value === typed) box.value = ''
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
