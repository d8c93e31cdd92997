import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import { parseChoiceId } from '../choice-id.ts'
import type { PlacesByKey } from '../places-by-key.ts'
import type { Recent } from '../recent.ts'
import type { Ask } from './ask.ts'
import type { Asker, PressedAction, Pressing } from './asker.ts'
import { languageOf, type Reply } from './reply.ts'
import type { Share } from './share.ts'
import type { TakeBack } from './take-back.ts'

export type PressParts = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly findPlace: PlacesByKey
  readonly reply: Reply
  readonly ask: Ask
  readonly share: Share
  readonly takeBack: TakeBack
}

/** What is done with a press of a button or a choice from a list. */
export type Press = (pressing: Pressing, action: PressedAction, asker: Asker) => Promise<void>

/** Builds what buttons and lists do: whoever presses, on whosever message, gets a private answer of their own. */
export function createPress({
  bot,
  ask,
  questions,
  recent,
  findPlace,
  reply: { reply },
  share,
  takeBack,
}: PressParts): Press {
  return async (pressing, action, asker) => {
    const { workspace, userId, channelId, language } = asker
    const person = recent.key(workspace.id, userId)
    const chosen = action.selected_option?.value
    const pressed = parseChoiceId((chosen === undefined ? action.value : action.action_id) ?? '')
    const support = () => questions.support(person, language)

    switch (pressed?.type) {
      case 'passage':
        return showPassage(pressed.key)
      case 'pick':
        return showPassage(chosen ?? '')
      case 'question':
        return ask(asker, { text: pressed.text })
      case 'topics':
        return reply(asker, bot.topics(languageOf(asker)))
      case 'support':
        return reply(asker, support())
      case 'countries':
        return reply(asker, bot.support(languageOf(asker)))
      case 'country':
        if (chosen !== undefined) recent.choose(person, chosen)
        return reply(asker, support())
      case 'show': {
        const shown = questions.show(pressed.held, person, `${workspace.id} ${channelId ?? userId}`)
        if (shown !== undefined) return reply(asker, shown.answer, { held: pressed.held })
        return isOwn(pressing) ? askAgain() : reply(asker, support())
      }
      case 'not-about-me': {
        const answer = questions.notAboutMe(pressed.held, person)
        return answer === undefined ? askAgain() : reply(asker, answer)
      }
      case 'share': {
        const place = findPlace(pressed.key)
        return place === undefined ? gone() : share(pressing, asker, place)
      }
      case 'delete':
        return takeBack(pressing, asker, pressed.proof)
      case 'share-named':
      case undefined:
        return gone()
    }

    async function showPassage(key: string): Promise<void> {
      const place = findPlace(key)
      const answer = place === undefined ? undefined : bot.passage(place.document, place.section)
      return answer === undefined ? gone() : reply(asker, answer, { isShareable: true })
    }

    /** The question is gone, and whatever it was, help is near. */
    function askAgain(): Promise<void> {
      return reply(asker, support(), { note: bot.chatWords(language).notes['ask-again'] })
    }

    function gone(): Promise<void> {
      return reply(asker, bot.topics(languageOf(asker)), { note: bot.chatWords(language).notes.gone })
    }
  }
}

/** Whether the pressed message answers one of the person's own. */
function isOwn({ message, user }: Pressing): boolean {
  return message?.parent_user_id === user.id
}
