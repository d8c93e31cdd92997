/** What somebody did on the page. */
export type Step =
  /** Asked, in words of their own or those of an example. */
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'passage'; readonly document: string; readonly section: string }
  | { readonly type: 'topics' }
  /** Wants help lines: those of the country chosen before, or `countries`, the choice of one. */
  | { readonly type: 'support' | 'countries' }
  | { readonly type: 'country'; readonly region: string }
  /** Says that the card they were shown for `text` was not about them, or wants to know why they got the answer to it. */
  | { readonly type: 'not-about-me' | 'why'; readonly text: string }

/** What a page hands on to the next one in its forms, since the server remembers nothing. */
export type Carried = {
  /** ISO 3166-1 country of the person's own choice. */
  readonly region?: string
  /** Names the urgent card that was shown last. */
  readonly card?: string
}

export type StepForm = { readonly step: Step; readonly carried: Carried }

/** Reads a form of the page; undefined for what no page of ours sends. */
export function parseForm(form: URLSearchParams): StepForm | undefined {
  const step = parseStep(form)
  return step === undefined ? undefined : { step, carried: parseCarried(form) }
}

/** Reads what a form hands on, whatever else is in it. */
export function parseCarried(form: URLSearchParams): Carried {
  const region = parseRegion(form.get('region') ?? '')
  const card = form.get('card') ?? ''
  return { ...(region === undefined ? {} : { region }), ...(/^[a-z. -]{1,60}$/.test(card) ? { card } : {}) }
}

/** Buttons come before lists and boxes, which are sent with every button of their form. */
function parseStep(form: URLSearchParams): Step | undefined {
  const value = (name: string) => form.get(name) ?? ''
  const [document, section, ...more] = value('show').split('/')
  const text = value('text')

  if (document !== undefined && section !== undefined && more.length === 0)
    return { type: 'passage', document, section }
  if (value('topics') !== '') return { type: 'topics' }
  if (value('support') !== '') return { type: value('support') === 'countries' ? 'countries' : 'support' }
  if (value('about-other') !== '' && text.trim() !== '') return { type: 'not-about-me', text }
  if (value('why') !== '' && text.trim() !== '') return { type: 'why', text }
  const country = form.get('country')
  if (country !== null) {
    const region = parseRegion(country)
    return region === undefined ? { type: 'countries' } : { type: 'country', region }
  }
  const asked = value('example') === '' ? value('ask') : value('example')
  return asked.trim() === '' ? undefined : { type: 'ask', text: asked }
}

function parseRegion(text: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : undefined
}
