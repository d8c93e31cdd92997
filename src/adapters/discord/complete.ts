import type { APIApplicationCommandOptionChoice } from 'discord.js'
import type { Bot } from '../../responder/bot.ts'
import { choiceLabel } from './find-place.ts'
import { limits } from './limits.ts'

type Choice = APIApplicationCommandOptionChoice<string>

/** What is being typed into a command. */
export type Typing = {
  /** Name of the option. */
  readonly option: string
  readonly typed: string
  readonly locale: string
}

/**
 * Builds the choices shown while somebody types: sections, and last the way to help.
 *
 * Half a sentence tells nothing reliable about a person, so that nothing here reacts to it.
 */
export function createComplete(bot: Bot) {
  return ({ option, typed, locale }: Typing): readonly Choice[] =>
    option === 'document'
      ? documents(typed)
      : [...sections(typed), { name: bot.chatWords(locale).pick.help, value: supportWord }]

  function documents(typed: string): readonly Choice[] {
    return bot
      .suggestDocuments(typed, limits.maxChoices)
      .filter(({ document }) => document.length <= limits.maxChoiceValue)
      .map(({ document, title }) => ({ name: choiceLabel(title), value: document }))
  }

  function sections(typed: string): readonly Choice[] {
    // One letter comes close to nothing yet.
    const sought = typed.trim().length < 2 ? '' : typed
    return bot.suggest(sought, limits.maxChoices - 1).map(({ label, matched }) => ({
      name: choiceLabel(matched === undefined ? label : `${label}: ${matched}`),
      value: choiceLabel(label),
    }))
  }
}

/** The question that the bot answers with help lines in every language. */
const supportWord = 'support'
