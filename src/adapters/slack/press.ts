import { createPress as createSharedPress, type PressParts as SharedParts } from '../press.ts'
import type { Ask } from './ask.ts'
import type { Asker, PressedAction, Pressing } from './asker.ts'
import type { Reply } from './reply.ts'
import type { Share } from './share.ts'
import type { TakeBack } from './take-back.ts'

export type PressParts = Pick<SharedParts<unknown>, 'bot' | 'questions' | 'recent' | 'findPlace'> & {
  readonly reply: Reply
  readonly ask: Ask
  readonly share: Share
  readonly takeBack: TakeBack
}

/** What is done with a press of a button or a choice from a list. */
export type Press = (pressing: Pressing, action: PressedAction, asker: Asker) => Promise<void>

/** Builds what buttons and lists do. */
export function createPress({ reply: { reply }, ask, share, takeBack, ...parts }: PressParts): Press {
  const press = createSharedPress<{ readonly pressing: Pressing; readonly asker: Asker }>({
    ...parts,
    reply: ({ asker }, answer, options) => reply(asker, answer, options),
    ask: ({ asker }, text) => ask(asker, { text }),
    share: ({ pressing, asker }, place) => share(pressing, asker, place),
    takeBack: ({ pressing, asker }, proof) => takeBack(pressing, asker, proof),
  })

  return (pressing, action, asker) => {
    const { workspace, userId, channelId, language } = asker
    const chosen = action.selected_option?.value
    return press(
      { pressing, asker },
      {
        id: (chosen === undefined ? action.value : action.action_id) ?? '',
        chosen,
        person: parts.recent.key(workspace.id, userId),
        place: `${workspace.id} ${channelId ?? userId}`,
        language,
        isOwn: pressing.message?.parent_user_id === userId,
      },
    )
  }
}
