import { expect, it } from 'vitest'
import { bodyOf } from './answer-text.ts'
import { botOver } from './shipped-bot.ts'

const bot = botOver([])

const support = { type: 'support', label: expect.any(String) }

it.each(['is low serotonin genetic?', '¿por qué tengo la serotonina baja?', 'qwrtz'])(
  'a library without documents answers "%s" with "not found" and offers nothing but help',
  (text) => {
    expect(bot.respond({ text })).toMatchObject({ outcome: 'not-found', actions: [support] })
  },
)

it('a library without documents does not say in which languages its documents are', () => {
  expect(bodyOf(bot.respond({ text: '¿por qué tengo la serotonina baja?' }))).not.toContain('idiomas')
})

it('a library without documents still greets', () => {
  expect(bot.respond({ text: 'hi' })).toMatchObject({ outcome: 'help', actions: [support] })
})

it('a library without documents says so where topics are listed', () => {
  const answer = bot.topics()

  expect(answer.actions).toEqual([support])
  expect(bodyOf(answer)).toBe('There is no document that I may show right now.')
})

it('a library without documents has nothing to rank, suggest or show', () => {
  expect([bot.rank({ text: 'stress' }, 5), bot.suggest('stress', 5), bot.passage('low-serotonin', 'diet')]).toEqual([
    [],
    [],
    undefined,
  ])
})
