import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswerQuestion } from '../../src/adapters/answer-question.ts'
import { createCooldown } from '../../src/adapters/cooldown.ts'
import { createHeldQuestions } from '../../src/adapters/held-questions.ts'
import { createRecent } from '../../src/adapters/recent.ts'
import type { Answer } from '../../src/responder/answer.ts'
import type { Question } from '../../src/responder/question.ts'
import { bodyOf } from '../responder/answer-text.ts'
import { bot } from '../responder/shipped-bot.ts'

const minuteMs = 60_000

const calm = 'Does low serotonin run in families?'
const crisis = 'I want to kill myself'
/** Routed to a professional, so that the answer is for one person alone. */
const medication = 'Should I stop taking my sertraline?'

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('answerQuestion() and the pace', () => {
  it('asks the bot once for each question, as it was put', async () => {
    const { ask, asked } = open()

    await ask({ text: calm, locale: 'de', unquoted: true })

    expect(asked).toEqual([{ text: calm, locale: 'de', unquoted: true }])
  })

  it('says once to wait, then waits in silence', async () => {
    const { ask } = open()

    const types = await inTurn(8, async () => (await ask({ text: calm })).type)

    expect(types).toEqual([...Array.from({ length: 5 }, () => 'answer'), 'say-wait', 'wait', 'wait'])
  })

  it('shows a card to somebody who is held back, however often', async () => {
    const { ask } = open()
    await inTurn(10, () => ask({ text: calm }))

    const outcomes = await inTurn(10, async () => outcomeOf(await ask({ text: crisis })))

    expect(outcomes).toEqual(Array.from({ length: 10 }, () => 'urgent'))
  })

  it('does not count cards, so that a question right after them is answered', async () => {
    const { ask } = open()
    await inTurn(20, () => ask({ text: crisis }))

    expect(outcomeOf(await ask({ text: calm }))).toBe('answered')
  })

  it('shows a card in a server where too much is asked', async () => {
    const { ask } = open()
    await inTurn(40, (time) => ask({ text: calm }, { person: `person ${time}`, server: 'home' }))

    const held = await ask({ text: calm }, { server: 'home' })
    const shown = await ask({ text: crisis }, { server: 'home' })

    expect(held.type).toBe('say-wait')
    expect(outcomeOf(shown)).toBe('urgent')
  })
})

describe('answerQuestion() and the country', () => {
  it('uses the one that the person chose, for this person alone', async () => {
    const { ask, asked, recent } = open()
    recent.choose('ann', 'IE')

    await ask({ text: crisis })
    await ask({ text: crisis }, { person: 'ben' })

    expect(asked.map(({ region }) => region)).toEqual(['IE', undefined])
  })

  it('goes on for a quarter of an hour', async () => {
    const { ask, asked, recent } = open()
    recent.choose('ann', 'IE')

    vi.advanceTimersByTime(14 * minuteMs)
    await ask({ text: calm })
    vi.advanceTimersByTime(2 * minuteMs)
    await ask({ text: calm })

    expect(asked.map(({ region }) => region)).toEqual(['IE', undefined])
  })
})

describe('answerQuestion() and what is for one person alone', () => {
  it('holds nothing of an answer that everybody may see', async () => {
    const { ask } = open()

    expect(heldOf(await ask({ text: calm }))).toBeUndefined()
  })

  it('holds a question about medication for the person who asked it', async () => {
    const { ask, questions } = open()

    const answered = await ask({ text: medication })
    const held = heldOf(answered) ?? ''

    expect(answerOf(answered)?.inPublic).toBeDefined()
    expect(questions.show(held, 'ann', 'here')?.answer.inPublic).toEqual(answerOf(answered)?.inPublic)
    expect(questions.show(held, 'ben', 'here')).toBeUndefined()
    expect(questions.show('AAAAAAAAAAAAAAAA', 'ann', 'here')).toBeUndefined()
  })

  it('gives every question an id of its own', async () => {
    const { ask } = open()

    const first = heldOf(await ask({ text: crisis }))
    const second = heldOf(await ask({ text: crisis }))

    expect(first).toMatch(/^[\w-]{16}$/)
    expect(second).not.toBe(first)
  })

  it('holds a question of somebody else with the card of a helper', async () => {
    const { ask, questions } = open()

    const answered = await ask({ text: crisis, ofOther: true })
    const again = questions.show(heldOf(answered) ?? '', 'ann', 'elsewhere')

    expect(answerOf(answered)?.triage.about).toBe('other')
    expect(again?.answer.triage.about).toBe('other')
  })
})

describe('answerQuestion() and a card that was read just before', () => {
  it('shortens the second one in the same place', async () => {
    const { ask } = open()

    const [first, second] = [await ask({ text: crisis }), await ask({ text: crisis })].map(lengthOf)

    expect(second).toBeLessThan(first ?? 0)
  })

  it.each([
    ['in another place', { place: 'there' }],
    ['for another person', { person: 'ben' }],
  ])('shows it whole %s', async (_, other) => {
    const { ask } = open()
    const first = lengthOf(await ask({ text: crisis }))

    expect(lengthOf(await ask({ text: crisis }, other))).toBe(first)
  })

  it('shows it whole after ten minutes', async () => {
    const { ask } = open()
    const first = lengthOf(await ask({ text: crisis }))

    vi.advanceTimersByTime(10 * minuteMs + 10)

    expect(lengthOf(await ask({ text: crisis }))).toBe(first)
  })

  it('does not take a line in public for a card, so that the card behind its button is whole', async () => {
    const { ask, questions } = open()
    const whole = lengthOf(await ask({ text: crisis }, { person: 'ben' }))

    const held = heldOf(await ask({ text: crisis }, { isPublic: true })) ?? ''
    const [first, second] = [questions.show(held, 'ann', 'here'), questions.show(held, 'ann', 'here')]

    expect(first === undefined ? 0 : lengthOf(first)).toBe(whole)
    expect(second === undefined ? 0 : lengthOf(second)).toBeLessThan(whole)
  })
})

describe('show()', () => {
  it('keeps the id, so that what stands under the card works as well', async () => {
    const { ask, questions } = open()
    const held = heldOf(await ask({ text: crisis }, { isPublic: true })) ?? ''

    const shown = questions.show(held, 'ann', 'here')

    expect(shown?.held).toBe(held)
    expect(questions.notAboutMe(held, 'ann')?.outcome).not.toBe('urgent')
  })

  it('gives a card a quarter of an hour more, and nothing after that', async () => {
    const { ask, questions } = open()
    const held = heldOf(await ask({ text: crisis })) ?? ''
    vi.advanceTimersByTime(14 * minuteMs)
    questions.show(held, 'ann', 'here')

    vi.advanceTimersByTime(14 * minuteMs)
    const before = questions.notAboutMe(held, 'ann')
    vi.advanceTimersByTime(minuteMs + 10)

    expect(before).toBeDefined()
    expect(questions.notAboutMe(held, 'ann')).toBeUndefined()
    expect(questions.show(held, 'ann', 'here')).toBeUndefined()
  })

  it('is for whoever pressed, whatever they have asked before', async () => {
    const { ask, questions } = open()
    const held = heldOf(await ask({ text: crisis }, { isPublic: true })) ?? ''
    await inTurn(10, () => ask({ text: calm }))

    expect(questions.show(held, 'ann', 'here')?.answer.outcome).toBe('urgent')
  })
})

describe('holdToo()', () => {
  it('lets several people find their own questions behind one button', async () => {
    const { ask, questions } = open()
    const standing = heldOf(await ask({ text: crisis }, { isPublic: true })) ?? ''
    const own = heldOf(await ask({ text: medication }, { person: 'ben', isPublic: true })) ?? ''

    questions.holdToo(own, standing, 'ben')

    expect(questions.show(standing, 'ann', 'here')?.answer.outcome).toBe('urgent')
    expect(questions.show(standing, 'ben', 'here')?.answer.triage.level).toBe('medication')
  })

  it('holds nothing for somebody who has no question there', async () => {
    const { ask, questions } = open()
    const held = heldOf(await ask({ text: crisis })) ?? ''

    questions.holdToo(held, 'AAAAAAAAAAAAAAAA', 'ben')

    expect(questions.show('AAAAAAAAAAAAAAAA', 'ben', 'here')).toBeUndefined()
    expect(questions.show('AAAAAAAAAAAAAAAA', 'ann', 'here')).toBeUndefined()
  })
})

describe('notAboutMe()', () => {
  it('answers the question that the card stood for, to its own person alone', async () => {
    const { ask, questions, asked } = open()
    const held = heldOf(await ask({ text: crisis, locale: 'de' })) ?? ''

    const answer = questions.notAboutMe(held, 'ann')

    expect(answer?.outcome).not.toBe('urgent')
    expect(asked.at(-1)).toEqual({ text: crisis, locale: 'de', notAboutMe: true })
    expect(questions.notAboutMe(held, 'ben')).toBeUndefined()
  })
})

describe('a fault', () => {
  it('gives the apology in the language of the person, and nothing of what was thrown', async () => {
    const { ask } = open(() => {
      throw new Error(`cannot read ${calm}`)
    })

    const answer = answerOf(await ask({ text: calm, locale: 'fr' }))

    expect(answer).toEqual(bot.apology('fr'))
    expect(JSON.stringify(answer)).not.toContain(calm)
  })

  it('counts as a question, so that nobody can make it come faster', async () => {
    const { ask } = open(() => {
      throw new Error('broken')
    })

    const types = await inTurn(6, async () => (await ask({ text: calm })).type)

    expect(types.at(-1)).toBe('say-wait')
  })
})

type Asking = { readonly person?: string; readonly place?: string; readonly server?: string; readonly isPublic?: true }

/** Everything that a platform has of it, over the shipped bot, whose questions are noted. */
function open(respond: (question: Question) => Answer = bot.respond) {
  const asked: Question[] = []
  const faults: unknown[] = []
  const recent = createRecent()
  const questions = createAnswerQuestion({
    bot: {
      ...bot,
      respond: (question) => {
        asked.push(question)
        return respond(question)
      },
    },
    cooldown: createCooldown(),
    recent,
    held: createHeldQuestions(),
    onFault: (error) => faults.push(error),
  })
  const ask = (question: Question, { person = 'ann', place = 'here', ...where }: Asking = {}) =>
    questions.answerQuestion({ question, person, place, ...where })
  return { questions, recent, asked, ask, faults }
}

type Answered = Awaited<ReturnType<ReturnType<typeof open>['ask']>>

function answerOf(answered: Answered): Answer | undefined {
  return answered.type === 'answer' ? answered.answer : undefined
}

function heldOf(answered: Answered): string | undefined {
  return answered.type === 'answer' ? answered.held : undefined
}

function outcomeOf(answered: Answered): string | undefined {
  return answerOf(answered)?.outcome
}

function lengthOf(answered: Answered): number {
  const answer = answerOf(answered)
  return answer === undefined ? 0 : bodyOf(answer).length
}

async function inTurn<Value>(times: number, step: (time: number) => Promise<Value>): Promise<readonly Value[]> {
  if (times === 0) return []
  const before = await inTurn(times - 1, step)
  return [...before, await step(times)]
}
