import { type APIMessage, ApplicationCommandType, InteractionType } from 'discord.js'
import { fillFocused, fillOptions, type OptionValues } from './command-options.ts'
import type { CommandStore, StoredCommand } from './command-store.ts'
import { contextOf, type Deed, integrationOwners, type Situation } from './interaction.ts'
import { findMessage } from './message-store.ts'
import type { World } from './world.ts'

/** A slash command with what was filled in. */
export type SlashUse = Situation & { readonly command: string; readonly options?: OptionValues }

/** A slash command that is still being typed; `focused` is the option with the cursor in it. */
export type Typing = SlashUse & { readonly focused: { readonly name: string; readonly value: string } }

/** A command chosen from the menu of a message. */
export type MenuUse = Situation & { readonly command: string; readonly target: { readonly id: string } }

/** What sending a slash command does; throws where Discord's own client would not let the person send it. */
export function slashDeed(world: World, commands: CommandStore, use: SlashUse): Deed {
  const command = offered(world, commands, use, ApplicationCommandType.ChatInput)
  const options = fillOptions(command, use.options ?? {})
  return {
    type: InteractionType.ApplicationCommand,
    command: command.name,
    data: { ...identity(command), ...(options.length > 0 && { options }) },
  }
}

/** What typing into an option with suggestions does. */
export function typingDeed(world: World, commands: CommandStore, use: Typing): Deed {
  const command = offered(world, commands, use, ApplicationCommandType.ChatInput)
  return {
    type: InteractionType.ApplicationCommandAutocomplete,
    command: command.name,
    data: { ...identity(command), options: fillFocused(command, use.options ?? {}, use.focused) },
  }
}

/** What choosing a command from the menu of a message does. */
export function menuDeed(world: World, commands: CommandStore, use: MenuUse): Deed {
  const command = offered(world, commands, use, ApplicationCommandType.Message)
  const target = seenMessage(world, use, use.target.id)
  return {
    type: InteractionType.ApplicationCommand,
    command: command.name,
    source: target.id,
    data: { ...identity(command), target_id: target.id, resolved: { messages: { [target.id]: target } } },
  }
}

/** A message, provided that the person sees it. */
export function seenMessage(world: World, { user }: Situation, id: string): APIMessage {
  const { message, onlyFor } = findMessage(world, id)
  if (onlyFor !== undefined && onlyFor !== user.id) throw new Error(`${user.user.username} does not see message ${id}`)
  return message
}

function identity({ id, name, type, guild_id }: StoredCommand): object {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) }
}

/** The command of this name, if Discord's client would offer it to this person in this place. */
function offered(world: World, commands: CommandStore, use: SlashUse | MenuUse, type: number): StoredCommand {
  const command = commands.find(use.command, type, use.channel.guild)
  if (command === undefined) throw new Error(`No command "${use.command}" of type ${type} is registered`)
  if (command.guild_id !== undefined) return command

  const ways = new Set(Object.keys(integrationOwners(world, use)).map(Number))
  if (!command.integration_types?.some((each) => ways.has(each)))
    throw new Error(`Command "${use.command}" is not offered to this kind of installation`)
  if (command.contexts && !command.contexts.includes(contextOf(use)))
    throw new Error(`Command "${use.command}" is not offered in context ${contextOf(use)}`)
  return command
}
