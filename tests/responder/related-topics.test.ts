import { expect, it } from 'vitest'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import type { Answer } from '../../src/responder/answer.ts'
import { sectionsOf } from './answer-text.ts'
import { bot, botOver, gardenDocuments, shippedDocuments } from './shipped-bot.ts'

const passages = shippedDocuments.flatMap((document) => document.passages)

it('an answer about causes offers each of the causes', () => {
  expect(sectionsOf(bot.respond({ text: 'what causes low serotonin?' }))).toEqual([
    'genetics',
    'diet',
    'stress',
    'gut-health',
    'medications',
    'health-conditions',
  ])
})

it.each(passages.filter(({ children }) => children.length === 0).map(({ section }) => [section]))(
  'the answer "%s" offers two or three other topics, none of them shown already',
  (section) => {
    const answer = bot.passage('low-serotonin', section) as Answer
    const offered = sectionsOf(answer)
    const shown = answer.receipt?.passages.map((each) => each.section) ?? []

    expect(offered.length).toBeGreaterThanOrEqual(2)
    expect(offered.length).toBeLessThanOrEqual(3)
    expect(new Set([...offered, ...shown]).size).toBe(offered.length + shown.length)
  },
)

it('every topic that an answer offers can be shown', () => {
  for (const { section } of passages) {
    for (const action of bot.passage('low-serotonin', section)?.actions ?? []) {
      if (action.type !== 'passage') continue
      expect(bot.passage(action.document, action.section)?.outcome).toBe('answered')
    }
  }
})

it('topics are named by their heading alone where one document is served', () => {
  const { actions } = bot.respond({ text: 'what causes low serotonin?' })

  expect(actions[0]?.label).toBe('Genetics')
})

it('topics are named with their document where several are served', () => {
  const { actions } = botOver([...shippedDocuments, ...gardenDocuments]).respond({ text: 'what causes low serotonin?' })

  expect(actions[0]?.label).toBe('Genetics (Why serotonin can be low)')
})

const silentParent = parseDocument(
  'sleep',
  'sleep.md',
  `---
title: Why sleep matters
language: en
sources:
  - title: Sleep Basics
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
---

# Why sleep matters

Sleep restores the body.

## Causes of poor sleep

### Noise

A loud street keeps people awake.

### Light

Bright light in the evening keeps people awake.

### Warmth

A hot room keeps people awake.

### Meals

A late meal keeps people awake.

### Worries

Worries keep people awake.
`,
)
const sleepBot = botOver([silentParent])

it('a section without text of its own is offered through all its children, when asked and when picked', () => {
  const asked = sleepBot.respond({ text: 'what are the causes of poor sleep' })
  const picked = sleepBot.passage('sleep', 'causes-of-poor-sleep') as Answer

  for (const answer of [asked, picked]) {
    expect(answer.outcome).toBe('suggested')
    expect(sectionsOf(answer)).toEqual(['noise', 'light', 'warmth', 'meals', 'worries'])
  }
})
