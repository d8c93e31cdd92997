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

/** Holds what a conversation remembers, which is the choices shown last and when help was shown: no words of the person. */
export function createConversation(bot: Bot, locale?: string): (line: string) => Reply {
  let choices: readonly Action[] = []
  let urgentAt = Number.NEGATIVE_INFINITY

  return (line) => {
    const typed = line.trim()
    if (typed === '') return { type: 'nothing' }
    if (/^(?:quit|exit)$/i.test(typed)) return { type: 'goodbye' }
    if (/^topics$/i.test(typed)) return show(() => bot.topics(locale))

    const number = readNumber(typed)
    const choice = number === undefined ? undefined : choices[number - 1]
    if (choice !== undefined) return show(() => pick(choice))
    if (number === undefined || number > limits.largestMistypedChoice) return show(() => ask(typed))
    return {
      type: 'sentence',
      text: choices.length === 0 ? sentences.nothingToPick : sentences.outOfRange(choices.length),
    }
  }

  function show(find: () => Answer): Reply {
    const answer = orApology(find)
    choices = answer.actions
    if (answer.outcome === 'urgent') urgentAt = performance.now()
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
    const repeat = performance.now() - urgentAt < limits.repeatWithinMs
    return bot.respond({ text, ...(locale === undefined ? {} : { locale }), ...(repeat ? { repeat } : {}) })
  }

  function pick(action: Action): Answer {
    switch (action.type) {
      case 'passage':
        return bot.passage(action.document, action.section) ?? bot.topics(locale)
      case 'question':
        return ask(action.label)
      case 'topics':
        return bot.topics(locale)
    }
  }
}

/** Reads `2`, `[2]`, `2.` or `2)`. */
function readNumber(typed: string): number | undefined {
  const digits = /^\[?(\d+)[\].)]?$/.exec(typed)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
