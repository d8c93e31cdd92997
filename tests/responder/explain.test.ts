import { expect, it } from 'vitest'
import { heldOutSets, loadJudgments, tuningSets } from '../../evaluation/judgments.ts'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import type { Answer } from '../../src/responder/answer.ts'
import type { Bot } from '../../src/responder/bot.ts'
import type { Explanation, Guidance } from '../../src/responder/explanation.ts'
import type { Question } from '../../src/responder/question.ts'
import { calm, type Triage } from '../../src/safety/triage.ts'
import { cap, maxGraphemes } from '../../src/text/cap.ts'
import { linesOf, sectionsOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, shippedDocuments, templates } from './shipped-bot.ts'

const silentParent = parseDocument(
  'sleep',
  'sleep.md',
  `---
title: Poor sleep
language: en
sources:
  - title: A source
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
---

# Poor sleep

Many people sleep poorly.

## Causes of poor sleep

### Noise

A loud street keeps people awake.

### Light

Bright light keeps people awake.
`,
)
const garden = botOver(gardenDocuments)

it.each([
  ['I want to kill myself', 'urgent', bot],
  ['/support', 'help-wanted', bot],
  ['hello', 'small-talk', bot],
  ['¿por qué tengo poca serotonina?', 'other-language', bot],
  // the opposite of what the document is about
  ['why is my serotonin too high', 'opposite', bot],
  ['high serotonin', 'opposite', bot],
  ['too much serotonin', 'opposite', bot],
  ['is high serotonin dangerous', 'opposite', bot],
  ['I feel so lonely', 'nothing-found', bot],
  ['does zorblaxium lower serotonin', 'too-unsure', bot],
  ['medication and illness', 'unsure', bot],
  // two sections fit alike
  ["Is it that the body doesn't make enough, or that it doesn't use what it has?", 'close-call', bot],
  ['is low serotonin genetic?', 'sure', bot],
])('explain() gives for "%s" the reason: %s', (text, reason, asked) => {
  const explanation = asked.explain({ text })

  expect(explanation.reason).toBe(reason)
  expect(told(explanation)).toEqual(given(asked.respond({ text })))
})

it('explain() tells of a section without text of its own that the sections below it were offered', () => {
  const sleep = botOver([silentParent])
  const text = 'what are the causes of poor sleep'

  const { outcome, reason, search } = sleep.explain({ text })

  expect({ outcome, reason }).toEqual({ outcome: sleep.respond({ text }).outcome, reason: 'sections-below' })
  expect(search?.candidates[0]?.section).toBe('causes-of-poor-sleep')
  expect(sectionsOf(sleep.respond({ text }))).toEqual(['noise', 'light'])
})

it.each([
  ['urgent', 'I want to kill myself'],
  ['help-wanted', 'support'],
  ['small-talk', 'hello'],
  ['other-language', '¿por qué tengo poca serotonina?'],
])('explain() shows no search where nothing was searched (%s)', (reason, text) => {
  const explanation = bot.explain({ text })

  expect(explanation.reason).toBe(reason)
  expect(Object.keys(explanation)).toEqual(['outcome', 'triage', 'reason'])
})

const judged = [...tuningSets, ...heldOutSets].flatMap((set) =>
  loadJudgments(set).map(({ text }) => ({ text, asked: set.corpus === 'garden' ? garden : bot })),
)

it('explain() tells of the very answer that respond() gives to each judged question', () => {
  const reasons = new Set<string>()

  for (const { text, asked } of judged) {
    const explanation = asked.explain({ text })
    const answer = asked.respond({ text })
    expect({ text, ...told(explanation) }).toEqual({ text, ...given(answer) })
    expect({ text, guidance: explanation.guidance }).toEqual({ text, guidance: guidanceIn(answer) })
    reasons.add(explanation.reason)
  }

  expect(reasons.size).toBeGreaterThanOrEqual(7)
})

it.each<[string, Bot, Question]>([
  ['an urgent message that is not about the person', bot, { text: 'is suicide genetic', notAboutMe: true }],
  ['a message that somebody else wrote', bot, { text: 'I want to die', ofOther: true }],
  ['a question to one document', garden, { text: 'why are the leaves white', document: 'aphids' }],
  ['a question to a document that there is not', garden, { text: 'why are the leaves white', document: 'gone' }],
  ['a greeting on a Spanish platform', bot, { text: 'hola', locale: 'es-MX' }],
  ['no text', bot, { text: '' }],
  ['a library without documents', botOver([]), { text: 'is low serotonin genetic?' }],
])('explain() agrees with respond() on %s', (_, asked, question) => {
  expect(told(asked.explain(question))).toEqual(given(asked.respond(question)))
})

it('explain() looks for candidates in the one document asked', () => {
  const { search } = garden.explain({ text: 'why are the leaves white', document: 'aphids' })

  expect(new Set(search?.candidates.map(({ document }) => document))).toEqual(new Set(['aphids']))
})

it.each([0, 1, 2, 3, 40])('explain() decides the same with %i candidates as with ten', (limit) => {
  for (const { text, asked } of judged.filter((_, number) => number % 10 === 0)) {
    const ten = asked.explain({ text })
    const { search, ...decided } = asked.explain({ text }, limit)
    const { search: _, ...decidedOfTen } = ten

    expect(decided).toEqual(decidedOfTen)
    expect(search?.candidates.length ?? 0).toBeLessThanOrEqual(limit)
    expect(search?.candidates.slice(0, 10) ?? []).toEqual(ten.search?.candidates.slice(0, limit) ?? [])
  }
})

it('explain() does not lose a close call where one candidate is wanted', () => {
  const text = "Is it that the body doesn't make enough, or that it doesn't use what it has?"

  const { reason, search } = bot.explain({ text }, 1)

  expect(reason).toBe('close-call')
  expect(search?.candidates).toHaveLength(1)
})

it('explain() tells of an urgent message nothing but that it is one', () => {
  const text = 'I have swallowed a whole pack of paracetamol and want to die, is low serotonin genetic'

  expect(bot.explain({ text })).toEqual({ outcome: 'urgent', triage: 'emergency', reason: 'urgent' })
})

it('explain() takes a message that triage fails to read for urgent, as respond() does', () => {
  const broken = botOver(shippedDocuments, {
    triage: () => {
      throw new Error('broken on purpose')
    },
  })

  const explanation = broken.explain({ text: 'is low serotonin genetic?' })

  expect(explanation).toEqual({ outcome: 'urgent', triage: 'crisis', reason: 'urgent' })
  expect(told(explanation)).toEqual(given(broken.respond({ text: 'is low serotonin genetic?' })))
})

it('explain() tells the states whose opposite a document is about from the words that no document has', () => {
  const { search } = bot.explain({ text: 'is high serotonin bad for a zorblaxium' })

  expect(search).toMatchObject({ opposite: ['high serotonin'], unknown: ['zorblaxium'], candidates: [] })
})

it.each<[string, Partial<Triage>, Partial<Question>, readonly Guidance[] | undefined]>([
  ['a question about medicines', { level: 'medication' }, {}, ['medication']],
  ['a question for a diagnosis', { level: 'diagnosis' }, {}, ['diagnosis']],
  ['a question about eating', { theme: 'eating-disorder' }, {}, ['eating-disorder']],
  ['a softer message', { soft: true }, {}, ['soft']],
  ['a softer message about eating', { theme: 'eating-disorder', soft: true }, {}, ['eating-disorder', 'soft']],
  ['a question of a helper about medicines', { level: 'medication', theme: 'eating-disorder' }, {}, ['medication']],
  ['a softer message after "not about me"', { soft: true }, { notAboutMe: true }, undefined],
  ['the command for help lines', { soft: true }, { text: '/support' }, undefined],
  ['small talk that is softer', { soft: true }, { text: 'hello' }, ['soft']],
  ['an urgent message', { level: 'crisis', theme: 'eating-disorder' }, {}, undefined],
  ['any other question', {}, {}, undefined],
])('explain() tells what stands beside the reply to %s, as respond() puts it', (_, found, asked, guidance) => {
  const reading = botOver(shippedDocuments, { triage: () => ({ ...calm, ...found }) })
  const question = { text: 'is low serotonin genetic?', ...asked }

  const explanation = reading.explain(question)

  expect(explanation.guidance).toEqual(guidance)
  expect(guidanceIn(reading.respond(question))).toEqual(guidance)
})

it.each([
  ['en', 'can I stop my sertraline'],
  ['de', 'Kann ich mein Sertralin einfach absetzen?'],
  ['es', '¿puedo dejar de tomar la sertralina?'],
  ['fr', 'puis-je arrêter la sertraline ?'],
  ['pt', 'posso parar de tomar a sertralina?'],
])('explain() tells that a message in %s was read as a question about medicines', (locale, text) => {
  const question = { text, locale }

  expect(bot.explain(question).guidance).toEqual(['medication'])
  expect(guidanceIn(bot.respond(question))).toEqual(['medication'])
})

it('explain() reads as much of a long question as respond() does', () => {
  const text = `${'is low serotonin genetic '.repeat(80)}zorblaxium quentor`
  expect(text.indexOf('zorblaxium')).toBeGreaterThanOrEqual(maxGraphemes)

  const { search } = bot.explain({ text })

  expect(search?.words.length).toBeGreaterThan(100)
  expect(search).toEqual(bot.explain({ text: cap(text) }).search)
  expect(search?.words.map(({ typed }) => typed)).not.toContain('zorblaxium')
})

it('explain() names the words that no document has', () => {
  expect(bot.explain({ text: 'does zorblaxium lower serotonin' }).search?.unknown).toEqual(['zorblaxium'])
})

/** What an explanation says that the answer is, by the limits and candidates that it names. */
function told({ outcome, triage, search }: Explanation) {
  const { candidates = [], confidence = 0, answerFrom = 0, suggestFrom = 0 } = search ?? {}
  const [first] = candidates
  const offered = candidates.slice(0, 4).map(({ section }) => section)
  const common = { outcome, triage, document: undefined, sections: [] }
  if (first === undefined || confidence < suggestFrom) return common
  if (outcome === 'answered' && confidence >= answerFrom) {
    return { ...common, document: first.document, sections: [first.section] }
  }
  return { ...common, sections: offered }
}

/** The same of the answer itself. */
function given(answer: Answer) {
  const { outcome, triage, receipt } = answer
  const sections = {
    answered: [receipt?.passages[0]?.section],
    suggested: sectionsOf(answer),
    'not-found': [],
    help: [],
    urgent: [],
  }
  return { outcome, triage: triage.level, document: receipt?.document, sections: sections[outcome] }
}

/** What an answer that is no card begins and ends with, by the words that it is said in. */
function guidanceIn({ blocks, language, outcome }: Answer): readonly Guidance[] | undefined {
  const help = templates.get(language)?.help
  if (help === undefined) throw new Error(`There are no templates for ${language}`)
  if (outcome === 'urgent') return undefined
  const lines = linesOf(blocks)
  const found = (['medication', 'diagnosis', 'eating-disorder'] as const).filter((each) =>
    help[each].every((said, place) => lines[place] === said),
  )
  const [soft = ''] = help.soft.split('{directory}')
  const all: readonly Guidance[] = lines.at(-1)?.startsWith(soft) === true ? [...found, 'soft'] : found
  return all.length === 0 ? undefined : all
}
