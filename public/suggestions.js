/**
 * `matched` is the name that a topic was found under, where its label does not hold it.
 * @typedef {{ document: string, section: string, label: string, matched?: string }} Topic
 * @typedef {Topic & { heading: string, names: string[] }} NamedTopic
 * @typedef {(typed: string, signal: AbortSignal) => Topic[] | Promise<Topic[]>} Search
 */

/**
 * A name of a topic, and its words, folded; `isTitle` where it is a heading or one word, and no sentence.
 * @typedef {{ topic: NamedTopic, name: string, words: string[], isTitle: boolean }} Name
 */

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} box
 * @property {HTMLElement} list
 * @property {(count: number) => void} tell Says how many topics there are, to those who cannot see them.
 * @property {(topic: Topic) => void} choose
 */

const most = 6

/**
 * Offers topics below a box while somebody types: a combobox with a list, as WAI-ARIA's authoring practices have it (2026-11).
 * Gives what closes the list.
 *
 * Half a sentence tells nothing reliable about a person, so that nothing here reacts to what it says.
 * @param {Parts} parts
 */
export function offerTopics({ box, list, tell, choose }) {
  /** @type {Topic[]} */
  let topics = []
  let active = -1
  /** Ends what is under way for letters that are outdated. */
  let typing = new AbortController()
  /** @type {Promise<Search> | undefined} */
  let search

  box.role = 'combobox'
  box.ariaAutoComplete = 'list'
  box.setAttribute('aria-controls', list.id)
  list.role = 'listbox'
  show([])
  box.addEventListener('input', () => void offer())
  box.addEventListener('blur', close)
  box.addEventListener('keydown', press)
  // The box keeps the focus while somebody points at a topic.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  return close

  async function offer() {
    typing.abort()
    typing = new AbortController()
    const { signal } = typing
    const typed = box.value.trim()
    // One letter comes close to nothing yet, and what is long is a question.
    if (typed.length < 2 || typed.length > 40) return show([])
    search ??= box.dataset['suggest'] === 'server' ? Promise.resolve(searchThere) : searchHere()
    const found = await search.then((run) => run(typed, signal)).catch(() => [])
    if (!signal.aborted) show(found)
  }

  function close() {
    typing.abort()
    show([])
  }

  /** @param {Topic[]} found */
  function show(found) {
    topics = found
    list.replaceChildren(...found.map(draw))
    list.hidden = found.length === 0
    box.ariaExpanded = String(!list.hidden)
    activate(-1)
    tell(found.length)
  }

  /**
   * @param {Topic} topic
   * @param {number} number
   */
  function draw(topic, number) {
    const option = document.createElement('li')
    option.id = `suggestion-${number}`
    option.role = 'option'
    option.dir = 'auto'
    option.textContent = topic.label
    if (topic.matched !== undefined) {
      const name = document.createElement('span')
      name.className = 'matched'
      name.textContent = topic.matched
      option.append(' ', name)
    }
    option.addEventListener('click', () => choose(topic))
    return option
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
    const topic = topics[active]
    if (step !== undefined) activate(((active + 1 + step) % places) - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && topic !== undefined) choose(topic)
    else return
    event.preventDefault()
  }
}

/**
 * What is typed does not leave the browser.
 * @returns {Promise<Search>}
 */
async function searchHere() {
  const [{ default: Fuse }, response] = await Promise.all([import('/assets/fuse.mjs'), fetch('/api/topics')])
  /** @type {{ topics: NamedTopic[] }} */
  const all = await response.json()
  const named = all.topics.flatMap((topic) => [topic.heading, ...topic.names].map((name) => nameOf(topic, name)))
  // Chosen so that half-typed, misspelt names find their section, and sentences of people in distress nothing.
  const fuse = new Fuse(named, { keys: ['name'], threshold: 0.25, ignoreLocation: true, includeMatches: true })
  return (typed) => {
    /** @type {Map<NamedTopic, Topic>} */
    const found = new Map()
    for (const { item, matches } of fuse.search(typed)) {
      if (!isNear(typed.toLowerCase(), item)) continue
      const { topic, name } = item
      // "kill mys" is not to find "will my": what matches begins with a word.
      const before = name[(matches?.[0]?.indices[0]?.[0] ?? 0) - 1] ?? ''
      if (found.has(topic) || /[\p{L}\p{N}]/u.test(before)) continue
      found.set(topic, topic.label.includes(name) ? topic : { ...topic, matched: name })
    }
    return [...found.values()].slice(0, most)
  }
}

/**
 * @param {NamedTopic} topic
 * @param {string} name
 * @returns {Name}
 */
function nameOf(topic, name) {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return { topic, name, words, isTitle: name === topic.heading || words.length === 1 }
}

/**
 * Whether so few letters are near enough to a name: the fewer, the nearer. "die" is no half-typed "Diet", "dose" no "Does it …",
 * and "help me" is not about a section because one of its questions has those words. Of all beginnings of the English messages in
 * evaluation/messages/tuning that call for a card, 1.4 % bring a topic of the shipped documents by this (2026-11).
 * @param {string} typed
 * @param {Name} name
 */
function isNear(typed, { name, words, isTitle }) {
  if (typed.length < 4) return isTitle && words.includes(typed)
  if (typed.length === 4) return isTitle && words.some((word) => word.startsWith(typed))
  if (typed.length >= 10) return true
  const isWord = !/\s/.test(typed)
  // A word alone names a topic, misspelt or not; several may be the beginning of any sentence.
  return isTitle === isWord ? isTitle : name.toLowerCase().includes(typed)
}

/**
 * Where there are too many topics to send them all; it waits for a pause, since each letter is a request.
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<Topic[]>}
 */
async function searchThere(typed, signal) {
  await new Promise((done) => setTimeout(done, 150))
  const body = JSON.stringify({ typed, limit: most })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/api/suggest', { method: 'POST', headers, body, signal })
  return (await response.json()).topics
}
