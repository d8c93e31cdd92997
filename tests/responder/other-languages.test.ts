import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadLibrary } from '../../src/knowledge/load-library.ts'
import { bodyOf, linesOf, textOf } from './answer-text.ts'
import { bot, botOver, root, templates, today } from './shipped-bot.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
afterAll(() => rmSync(folder, { recursive: true }))

copyFileSync(join(root, 'knowledge/low-serotonin.md'), join(folder, 'low-serotonin.md'))
writeFileSync(
  join(folder, 'serotonina-baja.md'),
  `---
title: Por qué la serotonina puede estar baja
language: es
sources:
  - title: Una fuente
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
aliases: [serotonina baja]
sections:
  herencia:
    asked: ["¿La serotonina baja es hereditaria?"]
---

# Por qué la serotonina puede estar baja

El cuerpo puede producir muy poca serotonina.

## Herencia

La tendencia puede pasar de padres a hijos.

## Alimentación

El cuerpo necesita triptófano, que está en la comida.
`,
)
const { documents, problems } = loadLibrary(folder, today)
const bilingual = botOver(documents)

it.each([
  ['es', '¿por qué tengo la serotonina baja?', 'inglés'],
  ['fr', 'pourquoi est-ce que ma sérotonine est basse ?', 'anglais'],
  ['de', 'warum ist mein Serotonin so niedrig?', 'Englisch'],
  ['pt', 'por que a minha serotonina está baixa?', 'inglês'],
])('a question in "%s" is told in that language which languages the documents have', (language, text, name) => {
  const answer = bot.respond({ text })

  expect(answer).toMatchObject({ outcome: 'not-found', language, actions: [{ type: 'support' }] })
  expect(bodyOf(answer)).toContain(name)
})

it.each([
  'dlaczego moja serotonina jest za niska?',
  'почему у меня низкий серотонин',
  'セロトニンが少ないのはなぜですか',
])('a question in a language without templates is told so in English: "%s"', (text) => {
  const answer = bot.respond({ text })

  expect(answer).toMatchObject({ outcome: 'not-found', language: 'en' })
  expect(bodyOf(answer)).toContain('I can only answer in English')
})

it('an English question is answered in English, whatever the language of the platform', () => {
  expect(bot.respond({ text: 'what causes low serotonin and is it genetic?', locale: 'es' })).toMatchObject({
    outcome: 'answered',
    language: 'en',
  })
})

it('the library of two languages has no problems', () => {
  expect(problems).toEqual([])
})

it.each([
  ['¿es hereditaria la serotonina baja?', 'herencia'],
  ['¿qué comida necesita el cuerpo?', 'alimentación'],
])('a Spanish question is answered from the Spanish document: "%s"', (text, section) => {
  const answer = bilingual.respond({ text })

  expect(answer).toMatchObject({
    outcome: 'answered',
    language: 'es',
    receipt: { document: 'serotonina-baja', passages: [{ section }] },
    disclaimer: templates.get('es')?.disclaimer,
  })
  expect(textOf(answer.source ?? [])).toBe(
    'Fuente: «Una fuente» · última revisión 23 nov 2026, no por personal clínico',
  )
})

it('the plainest Spanish question is answered from the Spanish document', () => {
  expect(bilingual.respond({ text: '¿por qué tengo la serotonina baja?' }).outcome).toBe('answered')
})

it('an English question beside a Spanish document is answered from the English one', () => {
  const answer = bilingual.respond({ text: 'is low serotonin genetic?' })

  expect(answer).toMatchObject({ outcome: 'answered', language: 'en', receipt: { document: 'low-serotonin' } })
})

it('a Spanish question is not offered English passages, though a word of it is English', () => {
  const { actions } = bilingual.respond({ text: '¿por qué es que el stress me baja la serotonina?' })

  expect(actions.flatMap((action) => (action.type === 'passage' ? [action.document] : []))).not.toContain(
    'low-serotonin',
  )
})

it('a message that shows no language is looked for in every document', () => {
  const answer = bilingual.respond({ text: 'triptófano' })

  expect(linesOf(answer.blocks)).toContain('El cuerpo necesita triptófano, que está en la comida.')
})

it('a picked Spanish passage comes with the Spanish disclaimer', () => {
  expect(bilingual.passage('serotonina-baja', 'herencia')?.disclaimer).toEqual(templates.get('es')?.disclaimer)
})
