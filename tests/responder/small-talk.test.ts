import { expect, it } from 'vitest'
import { createSmallTalk } from '../../src/responder/small-talk.ts'
import { smallTalkKinds } from '../../src/responder/templates.ts'
import { bodyOf } from './answer-text.ts'
import { bot, templates } from './shipped-bot.ts'

const smallTalk = createSmallTalk(templates)

it.each([
  ['hi', 'greeting', 'en'],
  // drawn out
  ['heyyy', 'greeting', 'en'],
  ['Hello everyone!', 'greeting', 'en'],
  ['thanks so much!!', 'thanks', 'en'],
  ['ty', 'thanks', 'en'],
  ['bye', 'goodbye', 'en'],
  ['good night all', 'goodbye', 'en'],
  ['help', 'help', 'en'],
  ['what can you do', 'help', 'en'],
  // what weighs more wins
  ['hi, what can you do?', 'help', 'en'],
  ['ok thanks bye', 'thanks', 'en'],
  ['hahahaha', 'reaction', 'en'],
  ['ok', 'reaction', 'en'],
  // no word at all
  ['…', 'reaction', 'en'],
  ['👍', 'reaction', 'en'],
  ['', 'reaction', 'en'],
  // the other languages
  ['hola', 'greeting', 'es'],
  ['¡Muchas gracias!', 'thanks', 'es'],
  ['¿qué puedes hacer?', 'help', 'es'],
  ['olá', 'greeting', 'pt'],
  ['obrigado', 'thanks', 'pt'],
  ['bonjour', 'greeting', 'fr'],
  ['merci beaucoup', 'thanks', 'fr'],
  ['guten Tag', 'greeting', 'de'],
  ['danke', 'thanks', 'de'],
])('"%s" is small talk: %s in %s', (text, kind, language) => {
  expect(smallTalk(text)).toEqual({ kind, language })
})

it.each([
  'help me understand serotonin',
  'hi, is low serotonin genetic?',
  'thanks, and what about diet?',
  'stress',
  'what can serotonin do',
  'hello hello hello hello hello hello hello hello hello hello hello hello hello',
  'hola, ¿por qué tengo la serotonina baja?',
])('"%s" is no small talk', (text) => {
  expect(smallTalk(text)).toBeUndefined()
})

it('a greeting that many languages share is answered in the language of the person', () => {
  const languages = ['de-AT', 'ja', undefined].map((locale) => smallTalk('okay', locale)?.language)

  expect(languages).toEqual(['de', 'en', 'en'])
})

it.each([...templates.keys()])('every kind of small talk has its own words in "%s"', (language) => {
  const said = smallTalkKinds.flatMap((kind) => {
    const [example = ''] = templates.get(language)?.['small-talk'][kind].words ?? []
    const answer = bot.respond({ text: example, locale: language })
    expect(answer).toMatchObject({ outcome: 'help', language })
    return bodyOf(answer)
  })

  expect(new Set(said).size).toBe(smallTalkKinds.length)
})

it('the reply to small talk offers three questions that the bot can answer, and help', () => {
  const { actions } = bot.respond({ text: 'hi' })

  expect(actions.map(({ type }) => type)).toEqual(['question', 'question', 'question', 'support'])
  for (const { label } of actions.slice(0, 3)) {
    expect(bot.respond({ text: label }).outcome).toBe('answered')
  }
})
