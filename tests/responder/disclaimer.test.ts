import { expect, it } from 'vitest'
import type { Answer } from '../../src/responder/answer.ts'
import { createAnswer } from '../../src/responder/answer.ts'
import { bot, botOver, templates } from './shipped-bot.ts'

const emptyBot = botOver([])

/** One answer of every kind that the bot gives, in the language of a locale where it has a choice. */
function everyKind(locale: string): readonly (Answer | undefined)[] {
  return [
    bot.respond({ text: 'is low serotonin genetic?', locale }),
    bot.respond({ text: 'medication and illness', locale }),
    bot.respond({ text: 'does zorblaxium lower serotonin', locale }),
    bot.respond({ text: 'why is my serotonin too high', locale }),
    bot.respond({ text: '👍', locale }),
    bot.respond({ text: '', locale }),
    bot.respond({ text: 'почему у меня низкий серотонин', locale }),
    bot.passage('low-serotonin', 'medications'),
    bot.respond({ text: 'I want to kill myself', locale }),
    bot.respond({ text: 'can I stop my antidepressants', locale }),
    bot.topics({ language: locale }),
    bot.page('about', locale),
    bot.page('privacy', locale),
    bot.page('help', locale),
    bot.support({ language: locale }),
    bot.support({ language: locale, region: 'ES' }),
    bot.apology(locale),
    emptyBot.respond({ text: 'is low serotonin genetic?', locale }),
    emptyBot.topics({ language: locale }),
    emptyBot.page('about', locale),
  ]
}

const locales = [
  'en',
  'en-US',
  'es',
  'es-MX',
  'pt-BR',
  'fr',
  'de-AT',
  'pl',
  'ja',
  'zh-Hant-TW',
  'x-unknown',
  '',
  '__proto__',
]

it.each(locales)('every answer carries the disclaimer of its own language (asked with locale "%s")', (locale) => {
  for (const answer of everyKind(locale)) {
    const { disclaimer } = templates.get(answer?.language ?? '') ?? {}

    expect(disclaimer?.text).toMatch(/\w{3}/)
    expect(answer?.disclaimer).toEqual(disclaimer)
  }
})

it.each(locales)('every summary ends with the short disclaimer (asked with locale "%s")', (locale) => {
  for (const answer of everyKind(locale)) {
    expect(answer?.summary.endsWith(` ${answer.disclaimer.short}`)).toBe(true)
    expect(answer?.summary).not.toContain('\n')
  }
})

it.each([
  ['¿por qué tengo la serotonina baja?', 'es'],
  ['pourquoi est-ce que ma sérotonine est basse ?', 'fr'],
  ['warum ist mein Serotonin so niedrig?', 'de'],
  ['por que a minha serotonina está baixa?', 'pt'],
])('the reply to "%s" carries the disclaimer in its language', (text, language) => {
  expect(bot.respond({ text }).disclaimer).toEqual(templates.get(language)?.disclaimer)
})

it('the English disclaimer says that it is no medical advice and to talk to a professional', () => {
  const { text = '', short = '' } = templates.get('en')?.disclaimer ?? {}

  expect(text).toContain('not medical advice')
  expect(text).toContain('healthcare professional')
  expect(short).toContain('not medical advice')
})

it.each([
  ['no text', { text: '', short: 'Not advice.' }],
  ['white space for text', { text: ' \n', short: 'Not advice.' }],
  ['no short form', { text: 'This is not advice.', short: '' }],
])('createAnswer() refuses a disclaimer with %s', (_, disclaimer) => {
  const { outcome, triage, language, blocks, actions } = bot.respond({ text: 'hi' })

  expect(() =>
    createAnswer({ outcome, triage, language, blocks, actions }, 'Hello.', {
      disclaimer,
      help: { buttons: { support: 'Get support' } },
    }),
  ).toThrow('An answer needs a disclaimer')
})
