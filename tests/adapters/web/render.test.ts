import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Action, Phrasing } from '../../../src/responder/answer.ts'
import type { Explanation } from '../../../src/responder/explanation.ts'
import { fill } from '../../../src/responder/templates.ts'
import { bot, templates } from '../../responder/shipped-bot.ts'
import { arbitraryAnswer } from '../arbitrary-answer.ts'
import { list, quotation, say, table } from '../blocks.ts'
import { disclaimer, heading, makeAnswer } from '../terminal/make-answer.ts'
import { wordsIn } from '../words.ts'
import { draw, drawHtml } from './draw.ts'
import { type Element, find, findClass, findTag, textIn } from './read-html.ts'

const languages = [...templates.keys()]

/** What an answer of blocks is drawn as, without the frame around its body. */
function drawBody(parts: Parameters<typeof makeAnswer>[0]): string {
  const html = drawHtml(makeAnswer(parts))
  return html.slice(html.indexOf('</h2>') + '</h2>'.length, html.indexOf('<form'))
}

/** Levels of the headings, in the order of the page. */
function levels(root: Element): readonly string[] {
  return find(root, ({ tag }) => /^h\d$/.test(tag)).map(({ tag }) => tag)
}

function names(root: Element): readonly string[] {
  return findTag(root, 'button').flatMap(({ attributes }) => attributes['name'] ?? [])
}

it.each([
  ['a paragraph', say('One.'), '<p dir="auto">One.</p>'],
  ['a list', list(['One.', 'Two.']), '<ul dir="auto"><li><p>One.</p></li><li><p>Two.</p></li></ul>'],
  ['a numbered list', list(['Three.'], 3), '<ol start="3" dir="auto"><li><p>Three.</p></li></ol>'],
  ['a quotation', quotation(say('One.')), '<blockquote dir="auto"><p>One.</p></blockquote>'],
  [
    'a table',
    table(['Food', 'Has'], ['Oats', 'tryptophan']),
    '<div class="table" tabindex="0"><table dir="auto"><thead><tr><th scope="col">Food</th><th scope="col">Has</th></tr></thead>' +
      '<tbody><tr><td>Oats</td><td>tryptophan</td></tr></tbody></table></div>',
  ],
  ['a heading below the first', heading('Below', 2), '<h3 dir="auto">Below</h3>'],
])('render() draws %s', (_, block, html) => {
  expect(drawBody({ blocks: [heading('Topic'), block] })).toBe(html)
})

it.each<[string, Phrasing, string]>([
  ['emphasis', { type: 'emphasis', value: 'very' }, '<em>very</em>'],
  ['strong words', { type: 'strong', value: 'now' }, '<strong>now</strong>'],
  ['a break', { type: 'break' }, '<br/>'],
  ['a link', { type: 'link', value: 'here', url: 'https://a.example/b' }, '<a href="https://a.example/b">here</a>'],
  ['a link with a script for an address', { type: 'link', value: 'here', url: 'javascript:alert(1)' }, 'here'],
  ['a link without encryption', { type: 'link', value: 'here', url: 'http://a.example' }, 'here'],
  ['marks', { type: 'text', value: `<script>"&'` }, '&lt;script&gt;&quot;&amp;&#39;'],
  ['what turns the direction of text', { type: 'text', value: 'a\u202eb\u2067c' }, 'abc'],
])('render() draws %s', (_, part, html) => {
  expect(drawBody({ blocks: [heading('Topic'), { type: 'paragraph', children: [part] }] })).toBe(
    `<p dir="auto">${html}</p>`,
  )
})

it('render() makes what can be called, texted or opened into links, and leaves the print as it is', () => {
  const printed: Phrasing = {
    type: 'strong',
    value: '988, text HOME to 741741, 988lifeline.org',
    contacts: [
      { way: 'call', value: '988', uri: 'tel:988' },
      { way: 'text', value: '741741', uri: 'sms:741741?&body=HOME' },
      { way: 'web', value: '988lifeline.org', uri: 'https://988lifeline.org/' },
    ],
  }

  const body = drawBody({ blocks: [heading('Help'), { type: 'paragraph', children: [printed] }] })

  expect(body).toBe(
    '<p dir="auto"><strong>988, text HOME to 741741, 988lifeline.org</strong></p><p class="contacts"><a href="tel:988">Call <span class="number">988</span></a>' +
      '<a href="sms:741741?&amp;body=HOME">Text <span class="number">741741</span></a><a href="https://988lifeline.org/">988lifeline.org</a></p>',
  )
})

it.each(['javascript:alert(1)', 'tel:988;ext=1', 'https://a:b@evil.example', 'sms:1?body=<b>'])(
  'render() makes no link of a contact with the address %s',
  (uri) => {
    const contacts = (['call', 'text', 'web'] as const).map((way) => ({ way, value: 'x', uri }))
    const children: readonly Phrasing[] = [{ type: 'strong', value: 'x', contacts }]

    expect(findTag(draw(makeAnswer({ blocks: [{ type: 'paragraph', children }] })), 'a')).toEqual([])
  },
)

it.each([
  ['its own heading where it begins with one', [heading('Diet'), say('Eat.'), heading('More', 2)], ['h2', 'h3']],
  ['one of ours before what comes first', [say('Ask.'), heading('Diet'), heading('More', 2)], ['h2', 'h3', 'h4']],
  ['one of ours where there is none', [say('I do not know.')], ['h2']],
])('every answer has a heading: %s', (_, blocks, expected) => {
  expect(levels(draw(makeAnswer({ blocks })))).toEqual(expected)
})

it('the topic stands beside the first heading, or is the heading', () => {
  const [beside] = findTag(draw(makeAnswer({ topic: 'Serotonin', blocks: [heading('Diet')] })), 'h2')
  const [alone] = findTag(draw(makeAnswer({ topic: 'Serotonin', blocks: [say('One.')] })), 'h2')

  expect([beside, alone].map((each) => each && textIn(each).trim())).toEqual(['Diet Serotonin', 'Serotonin'])
})

it('an urgent card is announced, has a heading of its own and no words of the question before it', () => {
  const page = draw(makeAnswer({ outcome: 'urgent', blocks: [say('Call 112.')] }), { asked: 'canary' })
  const [card] = findClass(page, 'urgent')
  const [article] = findTag(page, 'article')

  expect(card?.attributes['role']).toBe('alert')
  expect(textIn(card ?? page)).toMatch(/^\s*Help comes first\s+Call 112\./)
  expect(article?.children[0]).toBe(card)
  expect(textIn(page)).not.toContain('canary')
  expect(findTag(page, 'input').map(({ attributes }) => attributes['value'])).toContain('canary')
})

it.each([
  ['its own heading', makeAnswer({ blocks: [say('Ask.'), heading('Diet')], topic: 'Serotonin' }), 'Diet'],
  ['its topic', makeAnswer({ topic: 'Serotonin' }), 'Serotonin'],
  ['a word of ours', makeAnswer(), 'Answer'],
  ["the card's heading", makeAnswer({ outcome: 'urgent', blocks: [heading('Diet')] }), 'Help comes first'],
])('an answer is called by %s, never by the question', (_, answer, name) => {
  const [article] = findTag(draw(answer, { asked: 'canary' }), 'article')

  expect(article?.attributes['aria-label']).toBe(name)
})

it.each([
  ['its own heading', makeAnswer({ blocks: [heading('Diet')] })],
  ['one of ours', makeAnswer({ blocks: [say('Ask.'), heading('Diet')] })],
  ['its topic', makeAnswer({ topic: 'Serotonin' })],
  ["a card's", makeAnswer({ outcome: 'urgent' })],
])('reading begins at the first heading where the page was loaded for the answer, and only then: %s', (_, answer) => {
  const page = draw(answer, { isStart: true })

  expect(startsIn(page)).toEqual(findTag(page, 'h2'))
  expect(startsIn(page)[0]?.attributes['tabindex']).toBe('-1')
  expect(startsIn(draw(answer))).toEqual([])
})

it('text in another language than the words around it says so, in one direction throughout', () => {
  const body = [say('HTP is safe'), list(['B6']), table(['B6'], ['5-HTP'])]
  const blocks = [say('Before'), heading('الشاي'), ...body, say('Behind')]
  const page = draw(makeAnswer({ blocks, topic: 'الماء' }), { quoted: { language: 'ar', end: 5 } })
  const [quoted] = findClass(page, 'quoted')
  const inside = find(quoted ?? page, () => true)

  expect(quoted?.attributes).toEqual({ class: 'quoted', lang: 'ar', dir: 'rtl' })
  expect(
    textIn(quoted ?? page)
      .split(/\s+/)
      .filter(Boolean),
  ).toEqual(['الشاي', 'الماء', 'HTP', 'is', 'safe', 'B6', 'B6', '5-HTP'])
  expect(inside.filter(({ attributes }) => 'dir' in attributes)).toEqual([])
  expect(textIn(page)).toMatch(/Before.*الشاي.*Behind/s)
})

it('every action is a field of a form that needs no script', () => {
  const actions: readonly Action[] = [
    { type: 'passage', label: 'Diet', document: 'low-serotonin', section: 'diet' },
    { type: 'question', label: 'Is it genetic?' },
    { type: 'topics', label: 'None of these' },
    { type: 'support', label: 'Get support' },
    { type: 'not-about-me', label: 'Not about me' },
  ]
  const [form] = findClass(draw(makeAnswer({ actions }), { asked: 'why?', carried: { region: 'IE' } }), 'choices')
  const fields = find(form ?? draw(makeAnswer()), ({ tag }) => tag === 'button' || tag === 'input')

  expect(form?.attributes).toMatchObject({ method: 'post', action: '/' })
  expect(fields.map(({ attributes }) => [attributes['name'], attributes['value']])).toEqual([
    ['region', 'IE'],
    ['card', ''],
    ['text', 'why?'],
    ['show', 'low-serotonin/diet'],
    ['example', 'Is it genetic?'],
    ['topics', '1'],
    ['support', '1'],
    ['about-other', '1'],
    ['why', '1'],
  ])
})

it('the choice of a country is a form of its own, right under an answer that leads to it', () => {
  const actions: readonly Action[] = [{ type: 'support', label: 'Choose a country', countries: true }]
  const page = draw(makeAnswer({ actions }), { carried: { region: 'IE' } })
  const [form] = findClass(page, 'countries')

  expect(
    find(form ?? page, ({ attributes }) => 'name' in attributes).map(({ attributes }) => attributes['name']),
  ).toEqual(['region', 'card', 'country'])
  expect(findTag(form ?? page, 'option').map(({ attributes }) => attributes)).toEqual([
    { value: '' },
    { value: 'IE', selected: '' },
  ])
  expect(names(page)).toEqual([])
})

it.each([
  ['nothing was asked', {}, []],
  [
    'it is explained already',
    { asked: 'why?', explanation: { outcome: 'help', triage: 'none', reason: 'small-talk' } },
    [],
  ],
  ['a question was asked', { asked: 'why?' }, ['why']],
] as const)('the way to the reasons where %s', (_, shown, expected) => {
  const page = draw(makeAnswer({ outcome: 'help' }), shown)

  expect(names(page).filter((name) => name === 'why')).toEqual(expected)
})

it('an explanation says what decided, how words were read, and which passages came into question', () => {
  const page = draw(makeAnswer(), {
    asked: 'tryptofan',
    explanation: {
      outcome: 'answered',
      triage: 'none',
      reason: 'sure',
      search: {
        confidence: 0.93,
        answerFrom: 0.7,
        suggestFrom: 0.2,
        coverage: 0.5,
        words: [
          {
            typed: 'tryptofan',
            corrected: 'tryptophan',
            information: 1,
            role: 'topic',
            synonyms: ['precursor'],
            isMatched: true,
            isKnown: true,
          },
          {
            typed: 'what makes',
            kind: 'cause',
            information: 0.35,
            role: 'kind',
            synonyms: [],
            isMatched: false,
            isKnown: true,
          },
          { typed: 'the', information: 0, role: 'ignored', synonyms: [], isMatched: false, isKnown: false },
        ],
        unknown: ['sodium<b>'],
        opposite: [],
        candidates: [{ document: 'low-serotonin', section: 'diet', heading: 'Diet', score: 7.625, features: {} }],
      },
    },
  })
  const [why] = findTag(page, 'details')
  const text = textIn(why ?? page)

  expect(why?.attributes).toEqual({ class: 'why', open: '' })
  expect(text).toContain('The best passage is likely enough to answer, so it is shown.')
  expect(text).toContain('93 %. It is shown from 70 % on, and offered from 20 % on.')
  expect(text).toContain('Share of the question that the best passage covers: 50 %.')
  expect(text).toContain('In no document: sodium<b>.')
  expect(text).toContain(
    'tryptofan · read as tryptophan · topic · weight 100 % · in the best passage · also found as precursor',
  )
  expect(text).toContain('what makes · kind of question: cause · weight 35 % · in another passage')
  expect(text).toContain('the · left out\n')
  expect(text).toContain('Diet · score 7.63')
})

it.each(languages)('an explanation of a refused opposite says so, and where words do stand (%s)', (language) => {
  const text = 'is too much serotonin dangerous'
  const words = wordsIn(language)
  const { why } = words.web

  const page = draw(makeAnswer(), { asked: text, words, explanation: bot.explain({ text }) })

  const said = findTag(page, 'details').map(textIn).join('')
  expect(said).toContain(why.reasons.opposite)
  expect(said).toContain(fill(why.opposite, { words: 'too much serotonin' }))
  expect(said).not.toContain(fill(why.unknown, { words: 'too much serotonin' }))
  expect(said).toContain(`too · ${why.roles.state} · `)
  expect(said).toContain(
    `serotonin · ${why.roles.topic} · ${fill(why.weight, { share: '100 %' })} · ${why.found.somewhere}\n`,
  )
  expect(said).not.toContain(why.found.elsewhere)
  expect(said).not.toContain(fill(why.coverage, { share: '0 %' }))
})

it.each(
  languages.flatMap((language) =>
    (['medication', 'diagnosis', 'eating-disorder', 'soft'] as const).map((guidance) => [language, guidance] as const),
  ),
)('an explanation says in its first sentence what triage took part in (%s: %s)', (language, guidance) => {
  const words = wordsIn(language)
  const explanation: Explanation = { outcome: 'answered', triage: 'none', reason: 'sure', guidance: [guidance] }

  const page = draw(makeAnswer(), { asked: 'why?', words, explanation })

  const [why] = findTag(page, 'details')
  expect(findTag(why ?? page, 'p').map(textIn)).toEqual(
    [words.web.why.guidance[guidance], words.web.why.reasons.sure].map((sentence) => `\n${sentence}\n`),
  )
})

it('a link to the section holds the section alone, and is no link to a question', () => {
  const receipt = { document: 'a document', passages: [{ section: 'über-uns', hash: 'x' }] }
  const [link] = findClass(draw(makeAnswer({ receipt }), { asked: 'canary' }), 'link')

  expect(link?.attributes['href']).toBe('/topics/a%20document#%C3%BCber-uns')
})

it('in a frame links open beside the other site, and forms stay in the frame', () => {
  const receipt = { document: 'a', passages: [{ section: 'b', hash: 'x' }] }
  const source: readonly Phrasing[] = [{ type: 'link', value: 'here', url: 'https://a.example/' }]
  const page = draw(makeAnswer({ receipt, source }), { isFramed: true })

  expect(findTag(page, 'a').map(({ attributes }) => [attributes['target'], attributes['rel']])).toEqual([
    ['_blank', 'noopener'],
    ['_blank', 'noopener'],
  ])
  expect(findTag(page, 'form').map(({ attributes }) => attributes['action'])).toEqual(['/embed'])
})

it('the language of an answer sets its direction', () => {
  const directions = ['en', 'ar', 'he-IL', 'ur', 'no language'].map((language) => {
    const [section] = findClass(draw(makeAnswer({ language })), 'answer')
    return section?.attributes['dir']
  })

  expect(directions).toEqual(['ltr', 'rtl', 'rtl', 'rtl', 'ltr'])
})

it('whatever an answer and a question hold: one article of sound HTML, no script, no style, safe addresses, the disclaimer last', () => {
  const asked = fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constant('<script>alert("x")</script>'))
  fc.assert(
    fc.property(arbitraryAnswer, asked, (answer, question) => {
      const page = draw(answer, { asked: question, note: '</p><b>' })
      const [article, ...others] = page.children
      const [answerSection] = findClass(page, 'answer')
      const all = find(page, () => true)

      expect(others).toEqual([])
      expect(typeof article === 'string' ? article : article?.tag).toBe('article')
      expect(
        textIn(answerSection ?? page)
          .trim()
          .endsWith(disclaimer.text),
      ).toBe(true)
      expect(all.filter(({ tag }) => ['script', 'style', 'iframe', 'object', 'b'].includes(tag))).toEqual([])
      expect(
        all.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^(?:on|style|src)/.test(name)),
      ).toEqual([])
      expect(
        addressesOf(all).filter((address) => !/^(?:https:\/\/|\/topics\/[^/]*#[^/]*$|tel:|sms:)/.test(address)),
      ).toEqual([])
      expect(levels(page)[0]).toBe('h2')
    }),
    { numRuns: 60 },
  )
})

it('a word of 5,000 characters is drawn whole', () => {
  const word = 'x'.repeat(5000)

  expect(textIn(draw(makeAnswer({ blocks: [say(word)] }), { asked: word })).match(/x{5000}/g)).toHaveLength(2)
})

it('labels without anything to see are shown as something to press', () => {
  const page = draw(makeAnswer({ actions: [{ type: 'question', label: '\u200b \u202e' }] }))

  expect(findTag(page, 'button').map((button) => textIn(button).trim())).toContain('…')
})

function startsIn(page: Element): readonly Element[] {
  return find(page, ({ attributes }) => 'autofocus' in attributes)
}

function addressesOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap(({ attributes }) => attributes['href'] ?? [])
}
