import type { Action, Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import { limits } from './limits.ts'
import { sentences } from './sentences.ts'

/** What follows on one line that a person typed. */
export type Reply =
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'sentence'; readonly text: string }
  | { readonly type: 'nothing' }
  | { readonly type: 'goodbye' }

/**
 * Holds what a conversation remembers: the choices shown last, the country chosen, when help was shown, and for a quarter of an
 * hour the one question that help was shown for, in case it missed its mark.
 */
export function createConversation(bot: Bot, locale?: string): (line: string) => Reply {
  const inLanguage = locale === undefined ? {} : { language: locale }
  let choices: readonly Action[] = []
  let region: string | undefined
  let urgentAt = Number.NEGATIVE_INFINITY
  let lastCard: string | undefined
  let held: string | undefined
  let release: NodeJS.Timeout | undefined

  return (line) => {
    const typed = line.trim()
    if (typed === '') return { type: 'nothing' }
    if (/^(?:quit|exit)$/i.test(typed)) return { type: 'goodbye' }
    if (/^topics$/i.test(typed)) return show(() => bot.topics(inLanguage))
    if (/^\/?support$/i.test(typed)) return show(support)

    const number = readNumber(typed)
    const choice = number === undefined ? undefined : choices[number - 1]
    if (choice !== undefined) return pick(choice)
    if (number === undefined || number > limits.largestMistypedChoice) return show(() => ask(typed))
    return {
      type: 'sentence',
      text: choices.length === 0 ? sentences.nothingToPick : sentences.outOfRange(choices.length),
    }
  }

  function show(find: () => Answer): Reply {
    const answer = orApology(find)
    choices = answer.actions
    return { type: 'answer', answer }
  }

  /** A fault is shown and forgotten: its message may hold what the person wrote. */
  function orApology(find: () => Answer): Answer {
    try {
      return find()
    } catch {
      return bot.apology(locale)
    }
  }

  function ask(text: string): Answer {
    const answer = bot.respond({ text, ...chosen() })
    if (answer.outcome !== 'urgent') return answer

    const card = cardOf(answer)
    const repeat = card === lastCard && performance.now() - urgentAt < limits.repeatWithinMs
    urgentAt = performance.now()
    lastCard = card
    hold(text)
    return repeat ? bot.respond({ text, ...chosen(), repeat }) : answer
  }

  function hold(text: string): void {
    held = text
    clearTimeout(release)
    release = setTimeout(() => {
      held = undefined
    }, limits.holdQuestionMs).unref()
  }

  function support(): Answer {
    return bot.support({ ...(region === undefined ? {} : { region }), ...inLanguage })
  }

  /** What the person's machine and the person have chosen. */
  function chosen() {
    return { ...(locale === undefined ? {} : { locale }), ...(region === undefined ? {} : { region }) }
  }

  function pick(action: Action): Reply {
    switch (action.type) {
      case 'passage':
        return show(() => bot.passage(action.document, action.section) ?? bot.topics(inLanguage))
      case 'question':
        return show(() => ask(action.label))
      case 'topics':
        return show(() => bot.topics(inLanguage))
      case 'support':
        return show(() => (action.countries === true ? bot.support(inLanguage) : support()))
      case 'country':
        region = action.region
        return show(support)
      case 'not-about-me': {
        const text = held
        if (text === undefined) return { type: 'sentence', text: sentences.askAgain }
        return show(() => bot.respond({ text, ...chosen(), notAboutMe: true }))
      }
    }
  }
}

/** Tells cards apart: only one that was just read is shortened. */
function cardOf({ triage: { level, about, theme, alsoCrisis } }: Answer): string {
  return [level, about, theme, alsoCrisis].join(' ')
}

/** Reads `2`, `[2]`, `2.` or `2)`. */
function readNumber(typed: string): number | undefined {
  const digits = /^\[?(\d+)[\].)]?$/.exec(typed)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
