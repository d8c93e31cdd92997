import type { APIMessage, APIUser } from 'discord.js'
import { type Application, createApplication } from './application.ts'
import type { Channel } from './channel.ts'
import type { Guild } from './guild.ts'
import type { Interaction } from './interaction.ts'
import type { Person } from './person.ts'
import { createSnowflakes } from './snowflakes.ts'

/** All that the stand-in knows: who and what there is, and what was said. */
export type World = {
  readonly application: Application
  readonly bot: APIUser
  readonly newId: () => string
  readonly people: Map<string, Person>
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  /** By id, in the order in which they were written. */
  readonly messages: Map<string, StoredMessage>
  /** By token. */
  readonly interactions: Map<string, Interaction>
  /** Tells the bot; `intents` are those of which it must have asked for one. */
  readonly dispatch: (event: string, data: object, intents?: number) => void
  /** Wakes whoever waits for something to be so. */
  readonly changed: () => void
}

/** Makes a world in which there is nobody but the bot. */
export function createWorld(
  settings: Partial<Application> | undefined,
  changed: World['changed'],
  dispatch: World['dispatch'],
): World {
  const newId = createSnowflakes()
  const application = createApplication(newId(), settings)
  const { id, name: username } = application
  return {
    application,
    // A bot has the id of its application, unless it is very old.
    bot: { id, username, discriminator: '0001', global_name: null, avatar: null, bot: true },
    newId,
    people: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    dispatch,
    changed,
  }
}

/** A message, and who alone can see it, where that is one person. */
export type StoredMessage = {
  readonly message: APIMessage
  readonly onlyFor?: string
}
