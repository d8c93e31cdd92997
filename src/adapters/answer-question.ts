import type { Answer } from '../responder/answer.ts'
import type { Bot } from '../responder/bot.ts'
import type { Question } from '../responder/question.ts'
import type { Cooldown } from './cooldown.ts'
import type { HeldQuestions } from './held-questions.ts'
import { isForHelp } from './is-for-help.ts'
import type { Recent } from './recent.ts'

/** A question with what a platform knows about where it came from. */
export type Asked = {
  readonly question: Question
  /** Key of the person, as `Recent` makes it. */
  readonly person: string
  /** Where the answer goes: a card is shortened only where the same one was just read. */
  readonly place: string
  /** The server that the question came from, if any. */
  readonly server?: string
  /** What the person has picked by these words: given, unless the words are for one person alone. */
  readonly instead?: () => Answer
  /** Others read along: an answer for one person alone is not shown yet. */
  readonly isPublic?: boolean
  /** Whether an answer is worth saying to people who did not ask the bot; one that is not counts for nothing. An urgent one always is. */
  readonly isWorthSaying?: (answer: Answer) => boolean
}

/** What becomes of a question; somebody who asks too fast is told so once, then waits. */
export type Answered = Shown | { readonly type: 'say-wait' | 'wait' }

/** An answer, and the id under which its question is held if it is for one person alone. */
export type Shown = { readonly type: 'answer'; readonly answer: Answer; readonly held?: string }

export type AnswerQuestionParts = {
  readonly bot: Bot
  readonly cooldown: Cooldown
  readonly recent: Recent
  readonly held: HeldQuestions
  /** Hears of a fault of the bot, which the person gets an apology for. */
  readonly onFault: (error: unknown) => void
  /** Hears of the answer to each question, and how many seconds it took to make. */
  readonly onAnswer?: (answer: Answer, seconds: number) => void
  /** Hears of each question that was asked too fast. */
  readonly onHeldBack?: () => void
}

/**
 * Builds what every chat platform does with a question: it is asked once, for the country that the person chose.
 *
 * The cooldown never holds back an urgent card or help lines. A question whose answer is for one person alone is held for a quarter
 * of an hour: for the button on the public line, and for "this isn't about me".
 */
export function createAnswerQuestion(parts: AnswerQuestionParts) {
  const { bot, cooldown, recent, held, onFault, onAnswer, onHeldBack } = parts
  return { answerQuestion, show, holdToo, notAboutMe, support }

  async function answerQuestion(asked: Asked): Promise<Answered> {
    const askedAt = performance.now()
    const answered = await answerOrWait(asked)
    if (answered.type === 'answer') onAnswer?.(answered.answer, (performance.now() - askedAt) / 1000)
    return answered
  }

  async function answerOrWait(asked: Asked): Promise<Answered> {
    const { question, person, server, instead, isWorthSaying = () => true } = asked
    const found = question.text === '' ? undefined : respond(question, person)
    if (found?.outcome === 'urgent') return urgent(asked, found)
    // Whoever asks for help lines gets them, however fast.
    if (isForHelp(question)) return { type: 'answer', answer: support(person, question.locale) }

    if (found !== undefined && !isWorthSaying(found)) return { type: 'wait' }
    const pace = await cooldown.ask(person, server)
    if (pace !== 'go') {
      onHeldBack?.()
      return { type: pace }
    }
    if (found?.inPublic !== undefined) return { type: 'answer', answer: found, held: held.hold(person, question) }
    return {
      type: 'answer',
      answer: instead === undefined ? (found ?? respond(question, person)) : orApology(instead, question),
    }
  }

  /** The answer to a held question, for whom it is held; undefined for anybody else. */
  function show(id: string, person: string, place: string): Shown | undefined {
    const question = held.find(id, person)
    if (question === undefined) return undefined

    const answer = respond(question, person)
    if (answer.outcome === 'urgent') return urgent({ question, person, place }, answer, id)
    return { type: 'answer', answer, held: id }
  }

  /** Holds a question under a second id, whose button stands already. */
  function holdToo(id: string, other: string, person: string): void {
    const question = held.find(id, person)
    if (question !== undefined) held.hold(person, question, other)
  }

  /** The answer to a held question once the person has said that it is not about them. */
  function notAboutMe(id: string, person: string): Answer | undefined {
    const question = held.find(id, person)
    return question === undefined ? undefined : respond({ ...question, notAboutMe: true }, person)
  }

  /** The help lines of the country that the person chose, or the choice of one. */
  function support(person: string, language?: string): Answer {
    const region = recent.region(person)
    return bot.support({
      ...(language === undefined ? {} : { language }),
      ...(region === undefined ? {} : { region }),
    })
  }

  function urgent({ question, person, place, isPublic = false }: Asked, first: Answer, id?: string): Shown {
    const repeat = !isPublic && recent.repeated(person, place, first)
    const answer = repeat ? respond({ ...question, repeat }, person) : first
    return { type: 'answer', answer, held: held.hold(person, question, id) }
  }

  function respond(question: Question, person: string): Answer {
    const region = recent.region(person)
    return orApology(() => bot.respond(region === undefined ? question : { ...question, region }), question)
  }

  /** A fault is answered; only its kind is told, as its message may hold what the person wrote. */
  function orApology(find: () => Answer, { locale }: Question): Answer {
    try {
      return find()
    } catch (error) {
      onFault(error)
      return bot.apology(locale)
    }
  }
}

export type AnswerQuestion = ReturnType<typeof createAnswerQuestion>
