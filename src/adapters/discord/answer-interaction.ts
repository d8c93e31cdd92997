import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js'
import type { Log } from '../../operations/log.ts'
import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import type { Recent } from '../recent.ts'
import type { Ask } from './ask.ts'
import { type Asker, readAsker } from './asker.ts'
import { commandNames, visibilities } from './commands.ts'
import { createComplete } from './complete.ts'
import type { DiscordApi } from './discord-api.ts'
import type { FindPlace } from './find-place.ts'
import type { Press } from './press.ts'
import { withoutMarkup } from './read-message.ts'
import type { Reply } from './reply.ts'

export type AnswerInteractionParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly findPlace: FindPlace
  readonly reply: Reply
  readonly ask: Ask
  readonly press: Press
  readonly log: Log
}

/** Builds what is done with commands, menu items, half-typed words and presses. */
export function createAnswerInteraction(parts: AnswerInteractionParts) {
  const { bot, api, questions, recent, findPlace, log } = parts
  const { reply, replyNote } = parts.reply
  const complete = createComplete(bot)

  return async (interaction: APIInteraction): Promise<void> => {
    const asker = readAsker(interaction)
    if (asker === undefined) return

    try {
      await handle(interaction, asker)
    } catch (error) {
      log.error('event-failed', { platform: 'discord', error })
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return
      await reply(interaction, asker, bot.apology(asker.locale))
    }
  }

  async function handle(interaction: APIInteraction, asker: Asker): Promise<void> {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return command(interaction, asker)
      case InteractionType.ApplicationCommandAutocomplete:
        return autocomplete(interaction)
      case InteractionType.MessageComponent:
        return parts.press(interaction, asker)
      case InteractionType.Ping:
      case InteractionType.ModalSubmit:
        return
    }
  }

  async function command(interaction: APIApplicationCommandInteraction, asker: Asker): Promise<void> {
    switch (interaction.data.type) {
      case ApplicationCommandType.ChatInput:
        return slash(interaction as APIChatInputApplicationCommandInteraction, asker)
      case ApplicationCommandType.Message:
        return answerThis(interaction as APIMessageApplicationCommandInteraction, asker)
      case ApplicationCommandType.User:
      case ApplicationCommandType.PrimaryEntryPoint:
        return
    }
  }

  async function slash(interaction: APIChatInputApplicationCommandInteraction, asker: Asker): Promise<void> {
    const { name, options = [] } = interaction.data
    const language = asker.locale
    switch (name) {
      case commandNames.ask:
        return askQuestion(interaction, asker)
      case commandNames.topics: {
        const document = findDocument(textOf(options, 'document'))
        return reply(interaction, asker, bot.topics({ language, ...(document === undefined ? {} : { document }) }))
      }
      case commandNames.support:
        return reply(interaction, asker, questions.support(recent.key(asker.userId), language))
      case commandNames.about:
      case commandNames.privacy:
        return reply(interaction, asker, bot.page(name, language))
      default:
        // A command of an older version may still be shown for a while.
        return reply(interaction, asker, bot.page('help', language))
    }
  }

  async function askQuestion(interaction: APIChatInputApplicationCommandInteraction, asker: Asker): Promise<void> {
    const { options = [] } = interaction.data
    const text = (textOf(options, 'question') ?? '').trim()
    const isPublic = textOf(options, 'visible') === visibilities.everyone && !asker.isDirect
    const instead = text === '' ? () => bot.page('help', asker.locale) : pickedBy(text)
    const document = findDocument(textOf(options, 'document'))
    return parts.ask(
      interaction,
      asker,
      { text, ...(document === undefined ? {} : { document }) },
      {
        isPublic,
        ...(instead === undefined ? {} : { instead }),
      },
    )
  }

  /** The section whose label was chosen while typing. */
  function pickedBy(label: string): (() => Answer) | undefined {
    const place = findPlace.withLabel(label)
    const answer = place === undefined ? undefined : bot.passage(place.document, place.section)
    return answer === undefined ? undefined : () => answer
  }

  /** The message belongs to somebody else: its writer never learns of the answer, and nobody is shown it. */
  async function answerThis(interaction: APIMessageApplicationCommandInteraction, asker: Asker): Promise<void> {
    const { target_id: target, resolved } = interaction.data
    const message = resolved.messages[target]
    const text = withoutMarkup(message?.content ?? '')
    if (message === undefined || text === '')
      return replyNote(interaction, asker, bot.chatWords(asker.locale).notes['no-text'])

    return parts.ask(interaction, asker, { text, ofOther: message.author.id !== asker.userId })
  }

  async function autocomplete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const focused = interaction.data.options.find((option) => 'focused' in option && option.focused)
    const typed = focused !== undefined && 'value' in focused ? String(focused.value) : ''
    const choices = complete({ option: focused?.name ?? 'question', typed, locale: interaction.locale })
    await api.respond(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...choices] },
    })
  }

  /** What was typed without choosing may be a title, or near one. */
  function findDocument(typed: string | undefined): string | undefined {
    if (typed === undefined || typed.trim() === '') return undefined
    if (bot.places().some(({ document }) => document === typed)) return typed
    return bot.suggestDocuments(typed, 1)[0]?.document
  }
}

function textOf(options: readonly APIApplicationCommandInteractionDataOption[], name: string): string | undefined {
  const option = options.find((each) => each.name === name)
  return option?.type === ApplicationCommandOptionType.String ? option.value : undefined
}
