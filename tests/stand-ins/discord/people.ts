import type { APIMessage } from 'discord.js'
import type { Waiting } from '../waiting.ts'
import type { Channel } from './channel.ts'
import type { CommandStore } from './command-store.ts'
import type { Guild } from './guild.ts'
import { createHandle, type Handle } from './handle.ts'
import { type Deed, type Situation, startInteraction } from './interaction.ts'
import { removeMessages } from './message-store.ts'
import { createPerson, type Person, type PersonOptions } from './person.ts'
import {
  addChannel,
  addGuild,
  type ChannelOptions,
  type GuildOptions,
  openDirectMessages,
  removeChannel,
} from './places.ts'
import { type Saying, say } from './say.ts'
import { type MenuUse, menuDeed, type SlashUse, slashDeed, type Typing, typingDeed } from './use-command.ts'
import { type Choice, choiceDeed, type Press, pressDeed } from './use-component.ts'
import type { World } from './world.ts'

/** What tests let people and servers do. Interactions throw where Discord's own client would not let a person do it. */
export type People = {
  readonly addPerson: (options?: PersonOptions) => Person
  readonly addGuild: (options?: GuildOptions) => Guild
  readonly addChannel: (options: ChannelOptions) => Channel
  readonly removeChannel: (channel: Channel) => void
  /** The direct messages between a person and the bot. */
  readonly directMessages: (person: Person) => Channel
  readonly say: (saying: Saying) => APIMessage
  readonly deleteMessage: (id: string) => void
  readonly bulkDelete: (ids: readonly string[]) => void
  readonly slash: (use: SlashUse) => Handle
  /** Somebody is typing into an option with suggestions. */
  readonly autocomplete: (use: Typing) => Handle
  readonly messageCommand: (use: MenuUse) => Handle
  readonly press: (use: Press) => Handle
  readonly choose: (use: Choice) => Handle
}

/** Makes the people of a world. */
export function createPeople(world: World, commands: CommandStore, waiting: Waiting): People {
  const start = (use: Situation, deed: Deed) => createHandle(world, waiting, startInteraction(world, use, deed))

  return {
    addPerson: (options) => {
      const person = createPerson(world.newId(), options)
      world.people.set(person.id, person)
      return person
    },
    addGuild: (options) => addGuild(world, options),
    addChannel: (options) => addChannel(world, options),
    removeChannel: (channel) => removeChannel(world, channel),
    directMessages: (person) => openDirectMessages(world, person),
    say: (saying) => say(world, saying),
    deleteMessage: (id) => removeMessages(world, [id]),
    bulkDelete: (ids) => removeMessages(world, ids),
    slash: (use) => start(use, slashDeed(world, commands, use)),
    autocomplete: (use) => start(use, typingDeed(world, commands, use)),
    messageCommand: (use) => start(use, menuDeed(world, commands, use)),
    press: (use) => start(use, pressDeed(world, use)),
    choose: (use) => start(use, choiceDeed(world, use)),
  }
}
