import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { Explanation } from '../../responder/explanation.ts'
import type { Question } from '../../responder/question.ts'
import { isForHelp } from '../is-for-help.ts'
import type { Carried, Step, StepForm } from './parse-form.ts'

/** What a page shows after a step. */
export type Shown = {
  readonly answer: Answer
  /** The question, in the person's words, where there was one. */
  readonly asked?: string
  readonly carried: Carried
  readonly explanation?: Explanation
  /** A sentence before the answer. */
  readonly note?: string
}

/** Who takes a step, as far as it is known. */
export type Visitor = {
  /** The browser's idea of the person's language, BCP 47. */
  readonly locale?: string
  /** Whether this person may have another answer now; help is given whatever it says. */
  readonly mayAsk: () => Promise<boolean>
}

/** Hears of an answer to a question, by how it went alone. */
export type OnAnswer = (
  answer: { readonly outcome: Answer['outcome']; readonly triage: Answer['triage']['level'] },
  seconds: number,
) => void

export type TakeStepParts = {
  readonly bot: Bot
  /** Hears of every answer to a question, and how many seconds it took to make. */
  readonly onAnswer: OnAnswer
  /** Hears of a fault of the bot, which the person gets an apology for. */
  readonly onFault: (error: unknown) => void
}

/** Builds what the page does at each step; `held-back` is for who asks too fast. */
export function createTakeStep({ bot, onAnswer, onFault }: TakeStepParts) {
  return async ({ step, carried }: StepForm, visitor: Visitor): Promise<Shown | 'held-back'> => {
    const { locale } = visitor
    const language = locale === undefined ? {} : { language: locale }
    const region = carried.region === undefined ? {} : { region: carried.region }
    const questionOf = (text: string): Question => ({ text, ...region, ...(locale === undefined ? {} : { locale }) })

    switch (step.type) {
      case 'ask':
        return ask(questionOf(step.text), carried, visitor)
      case 'not-about-me':
        return ask({ ...questionOf(step.text), notAboutMe: true }, carried, visitor)
      case 'why':
        return why(questionOf(step.text), carried, visitor)
      case 'passage':
        return { ...passage(step, language), carried }
      case 'topics':
        return { answer: bot.topics(language), carried }
      case 'support':
        return { answer: bot.support({ ...language, ...region }), carried }
      case 'countries':
        return { answer: bot.support(language), carried }
      case 'country':
        return {
          answer: bot.support({ ...language, region: step.region }),
          carried: { ...carried, region: step.region },
        }
    }
  }

  /** A card never waits; the same one twice in a row is shortened, as everywhere. */
  async function ask(question: Question, carried: Carried, { mayAsk }: Visitor): Promise<Shown | 'held-back'> {
    const started = performance.now()
    const first = respond(question)
    const isHelp = first.outcome === 'urgent' || isForHelp(question)
    if (!isHelp && !(await mayAsk()) && !isBeneathCard(question)) return 'held-back'

    const card = cardOf(first)
    const answer = card !== undefined && card === carried.card ? respond({ ...question, repeat: true }) : first
    onAnswer({ outcome: answer.outcome, triage: answer.triage.level }, (performance.now() - started) / 1000)
    return { answer, asked: echoOf(question.text), carried: { ...carried, ...(card === undefined ? {} : { card }) } }
  }

  /** Whoever says that a card was not about them is never left without what the card stood before. */
  function isBeneathCard({ notAboutMe, ...question }: Question): boolean {
    return notAboutMe === true && respond(question).outcome === 'urgent'
  }

  async function why(question: Question, carried: Carried, { mayAsk }: Visitor): Promise<Shown | 'held-back'> {
    const answer = respond(question)
    if (answer.outcome !== 'urgent' && !(await mayAsk())) return 'held-back'
    return { answer, asked: echoOf(question.text), carried, ...explained(question) }
  }

  function explained(question: Question): Pick<Shown, 'explanation'> {
    try {
      return { explanation: bot.explain(question) }
    } catch (error) {
      onFault(error)
      return {}
    }
  }

  function passage(place: Extract<Step, { readonly type: 'passage' }>, language: { readonly language?: string }) {
    const answer = bot.passage(place.document, place.section)
    if (answer !== undefined) return { answer }
    return { answer: bot.topics(language), note: bot.chatWords(language.language).notes.gone }
  }

  /** Only a fault's kind is told, as its message may hold what the person wrote. */
  function respond(question: Question): Answer {
    try {
      return bot.respond(question)
    } catch (error) {
      onFault(error)
      return bot.apology(question.locale)
    }
  }
}

export type TakeStep = ReturnType<typeof createTakeStep>

/** Characters of a question that come back with the page; it is sent again with the next step. */
const mostEchoed = 6_000

/** Triage reads both ends of a long text, so that both come back. */
function echoOf(text: string): string {
  if (text.length <= mostEchoed) return text
  return `${text.slice(0, mostEchoed / 2)} … ${text.slice(-mostEchoed / 2)}`.toWellFormed()
}

/** Says which card an answer is, and nothing of the question. */
function cardOf({ outcome, triage }: Answer): string | undefined {
  if (outcome !== 'urgent') return undefined
  const { level, about, theme = 'none', alsoCrisis } = triage
  return [level, about, theme, alsoCrisis].join('.')
}
