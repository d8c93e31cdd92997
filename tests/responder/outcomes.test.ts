import { expect, it } from 'vitest'
import { loadJudgments } from '../../evaluation/judgments.ts'
import { bodyOf, sectionsOf } from './answer-text.ts'
import { bot } from './shipped-bot.ts'

it.each([
  ['is low serotonin genetic?', 'answered'],
  ['what can I do about low serotonin', 'answered'],
  // two sections named alike: the person picks
  ['medication and illness', 'suggested'],
  // another substance, another topic, the opposite
  ['does zorblaxium lower serotonin', 'not-found'],
  ['how do I file my tax return?', 'not-found'],
  ['why is my serotonin too high', 'not-found'],
  // asks nothing
  ['hello', 'help'],
  ['', 'help'],
])('respond() to "%s" is %s', (text, outcome) => {
  expect(bot.respond({ text }).outcome).toBe(outcome)
})

it('respond() shows the passage, its document, and where it comes from', () => {
  const { blocks, topic, source, summary, language } = bot.respond({ text: 'is low serotonin genetic?' })

  expect(blocks[0]).toEqual({ type: 'heading', depth: 1, children: [{ type: 'text', value: 'Genetics' }] })
  expect({ topic, language }).toEqual({ topic: 'Why serotonin can be low', language: 'en' })
  expect(summary).toMatch(/^Why serotonin can be low: Genetics\. /)
  expect(source?.map((part) => ('value' in part ? part.value : '')).join('')).toBe(
    'Source: Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026, not by a clinician',
  )
})

it('respond() does not name the document twice where the passage bears its title', () => {
  const { topic, summary } = bot.respond({ text: 'why is my serotonin low?' })

  expect(topic).toBeUndefined()
  expect(summary).toMatch(/^Why serotonin can be low\. /)
})

const judgments = ['tuning', 'tuning-short', 'held-out'].flatMap((name) =>
  loadJudgments({ name, corpus: 'low-serotonin' }),
)
const answers = judgments.map(({ text }) => bot.respond({ text }))

it('every suggestion offers two to four different sections, then "None of these", and help last', () => {
  const suggestions = answers.filter(({ outcome }) => outcome === 'suggested')

  expect(suggestions.length).toBeGreaterThan(10)
  for (const answer of suggestions) {
    const sections = sectionsOf(answer)
    expect(sections.length).toBeGreaterThanOrEqual(2)
    expect(sections.length).toBeLessThanOrEqual(4)
    expect(new Set(sections).size).toBe(sections.length)
    expect(answer.actions.slice(sections.length)).toEqual([
      { type: 'topics', label: 'None of these' },
      { type: 'support', label: 'Get support' },
    ])
  }
})

it('every "not found" says that this is no word about safety, and offers topics at hand', () => {
  const refusals = answers.filter(({ outcome, language }) => outcome === 'not-found' && language === 'en')

  expect(refusals.length).toBeGreaterThan(30)
  for (const answer of refusals) {
    expect(bodyOf(answer)).toContain('That does not mean that something is or is not safe.')
    expect(sectionsOf(answer).length).toBeGreaterThanOrEqual(1)
    expect(sectionsOf(answer).length).toBeLessThanOrEqual(3)
    expect(answer.actions.at(-1)?.type).toBe('support')
  }
})

it('only what is answered has a source and a receipt', () => {
  for (const { outcome, source, receipt } of answers) {
    expect([source !== undefined, receipt !== undefined]).toEqual(Array(2).fill(outcome === 'answered'))
  }
})

it.each([
  ['does zorblaxium lower serotonin', 'My documents say nothing about “zorblaxium”.'],
  ['is sodium or potassium in bread', 'or “'],
])('the reply to "%s" names what the documents do not have', (text, words) => {
  expect(bodyOf(bot.respond({ text }))).toContain(words)
})

it('the reply names three unknown words at most', () => {
  const body = bodyOf(bot.respond({ text: 'zorblax, quentor, mirvane, plostic and grunwald' }))

  expect(body.match(/“/g)).toHaveLength(3)
})

it('the reply repeats no word of endless length', () => {
  const endless = 'xq'.repeat(40)

  const answer = bot.respond({ text: `does ${endless} lower serotonin` })

  expect(JSON.stringify(answer)).not.toContain(endless.slice(0, 31))
})
