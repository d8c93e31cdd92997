import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Bot } from '../../responder/bot.ts'
import { limits } from './limits.ts'

type Command = RESTPutAPIApplicationCommandsJSONBody[number]
type Words = ReturnType<Bot['chatWords']>

/** Names that Discord sends back whatever a person's language. */
export const commandNames = {
  ask: 'ask',
  topics: 'topics',
  support: 'support',
  about: 'about',
  privacy: 'privacy',
  help: 'help',
} as const

/** Values of the option `visible`. */
export const visibilities = { me: 'me', everyone: 'everyone' } as const

/** Builds every command with its localisations: usable in servers, in the bot's direct messages, and by people who installed it for themselves. */
export function createCommands({ chatWords }: Pick<Bot, 'chatWords'>): readonly Command[] {
  const document = {
    type: ApplicationCommandOptionType.String,
    ...named((words) => words.options.document),
    autocomplete: true,
    max_length: limits.maxChoiceValue,
  } as const

  return [
    {
      ...slash(commandNames.ask, (words) => words.commands.ask),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...named((words) => words.options.question),
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named((words) => words.options.visible),
          choices: [
            choice(visibilities.me, (words) => words.visible.me),
            choice(visibilities.everyone, (words) => words.visible.everyone),
          ],
        },
        document,
      ],
    },
    { ...slash(commandNames.topics, (words) => words.commands.topics), options: [document] },
    slash(commandNames.support, (words) => words.commands.support),
    slash(commandNames.about, (words) => words.commands.about),
    slash(commandNames.privacy, (words) => words.commands.privacy),
    slash(commandNames.help, (words) => words.commands.help),
    {
      type: ApplicationCommandType.Message,
      name: chatWords('en').commands['answer-this'].name,
      name_localizations: localized((words) => words.commands['answer-this'].name),
      ...everywhere,
    },
  ]

  function slash(name: string, find: (words: Words) => Named) {
    return { type: ApplicationCommandType.ChatInput, ...named(find), name, ...everywhere } as const
  }

  function named(find: (words: Words) => Named) {
    const { name, description } = find(chatWords('en'))
    return {
      name,
      name_localizations: localized((words) => find(words).name),
      description,
      description_localizations: localized((words) => find(words).description),
    }
  }

  function choice(value: string, find: (words: Words) => string) {
    return { name: find(chatWords('en')), name_localizations: localized(find), value }
  }

  function localized(find: (words: Words) => string): LocalizationMap {
    return Object.fromEntries(locales.map((locale) => [locale, find(chatWords(locale))]))
  }
}

type Named = { readonly name: string; readonly description: string }

/** Discord's own keys of the languages that the templates have; reference.mdx, "Locales", checked 2026-11-23. */
const locales = ['en-US', 'en-GB', 'es-ES', 'es-419', 'pt-BR', 'fr', 'de'] as const

const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
}
