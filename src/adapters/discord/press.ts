import type { APIMessageComponentInteraction } from 'discord.js'
import { createPress as createSharedPress, type PressParts as SharedParts } from '../press.ts'
import type { Ask } from './ask.ts'
import type { Asker } from './asker.ts'
import type { FindPlace } from './find-place.ts'
import type { Reply } from './reply.ts'
import type { Share } from './share.ts'
import type { TakeBack } from './take-back.ts'

export type PressParts = Pick<SharedParts<unknown>, 'bot' | 'questions' | 'recent'> & {
  readonly findPlace: FindPlace
  readonly reply: Reply
  readonly ask: Ask
  readonly share: Share
  readonly takeBack: TakeBack
}

/** What is done with a press of a button or a choice from a list. */
export type Press = (interaction: APIMessageComponentInteraction, asker: Asker) => Promise<void>

/** Builds what buttons and lists do. */
export function createPress({ findPlace, reply: { reply }, ask, share, takeBack, ...parts }: PressParts): Press {
  const press = createSharedPress<{ readonly interaction: APIMessageComponentInteraction; readonly asker: Asker }>({
    ...parts,
    findPlace: findPlace.withKey,
    reply: ({ interaction, asker }, answer, options) => reply(interaction, asker, answer, options),
    ask: ({ interaction, asker }, text) => ask(interaction, asker, { text }),
    share: ({ interaction, asker }, place, way) => share(interaction, asker, place, way),
    takeBack: ({ interaction, asker }, proof) => takeBack(interaction, asker, proof),
  })

  return (interaction, asker) => {
    const { data } = interaction
    return press(
      { interaction, asker },
      {
        id: data.custom_id,
        chosen: 'values' in data ? data.values[0] : undefined,
        person: parts.recent.key(asker.userId),
        place: asker.channelId,
        language: asker.locale,
        isOwn: interaction.message.referenced_message?.author.id === asker.userId,
      },
    )
  }
}
