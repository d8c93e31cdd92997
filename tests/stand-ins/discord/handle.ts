import type { APIMessage } from 'discord.js'
import type { Waiting } from '../waiting.ts'
import type { Callback, Interaction } from './interaction.ts'
import type { World } from './world.ts'

/** What a test holds of an interaction that it started. */
export type Handle = {
  readonly id: string
  readonly token: string
  /** The bot's first response that was accepted. */
  readonly callback: Promise<Callback>
  /** The messages that answer it or were changed by it, in order, as soon as there are that many. */
  readonly responses: (atLeast?: number) => Promise<readonly APIMessage[]>
}

/** Makes the handle of an interaction. */
export function createHandle(world: World, waiting: Waiting, { id, token, ...interaction }: Interaction): Handle {
  const now = () => world.interactions.get(token)
  const name = interaction.command === undefined ? 'component' : `command "${interaction.command}"`

  return {
    id,
    token,
    // Asked for when it is wanted, so that no time runs while nobody waits.
    get callback() {
      return waiting.until(() => now()?.callback, `the first response to a ${name}`)
    },
    responses: (atLeast = 0) =>
      waiting.until(() => {
        const messages = (now()?.answers ?? []).flatMap((each) => world.messages.get(each)?.message ?? [])
        return messages.length >= atLeast && messages
      }, `${atLeast} messages in answer to a ${name}`),
  }
}
