import type { Answer } from '../../../responder/answer.ts'
import type { Bot } from '../../../responder/bot.ts'
import type { Drawing } from '../drawing/drawing.ts'
import type { Carried } from '../parse-form.ts'

/** What every page of one visitor has around what it is about. */
export type Site = Drawing & {
  /** Language of the words, BCP 47. */
  readonly language: string
  readonly carried: Carried
  /** Where help is: the lines of the country that was chosen, or how to find some. */
  readonly help: Answer
  /** The same without a country, for the choice of one. */
  readonly choice: Answer
}

export type Visit = {
  /** The language that the browser names first, BCP 47. */
  readonly locale?: string | undefined
  readonly isFramed?: boolean
  readonly carried?: Carried
}

/** Puts together what stands around a page. */
export function createSite(bot: Bot, { locale, isFramed = false, carried = {} }: Visit): Site {
  const language = locale === undefined ? {} : { language: locale }
  const choice = bot.support(language)
  const { region } = carried
  return {
    words: bot.chatWords(locale),
    countries: choice.actions.filter((each) => each.type === 'country'),
    isFramed,
    language: choice.language,
    carried,
    help: region === undefined ? choice : bot.support({ ...language, region }),
    choice,
  }
}
