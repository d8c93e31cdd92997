import type { Answer } from '../responder/answer.ts'
import type { Bot, Topic } from '../responder/bot.ts'
import type { AnswerQuestion } from './answer-question.ts'
import { parseChoiceId } from './choice-id.ts'
import type { PlacesByKey } from './places-by-key.ts'
import type { Recent } from './recent.ts'

/** A press of a button or a choice from a list. */
export type Pressed = {
  /** Choice id of the button or list. */
  readonly id: string
  /** What was chosen from a list. */
  readonly chosen?: string | undefined
  /** Key of who pressed. */
  readonly person: string
  /** Where the answer goes. */
  readonly place: string
  readonly language?: string | undefined
  /** What was pressed stands under an answer to one of the person's own messages. */
  readonly isOwn: boolean
}

/** How an answer is shown to whoever pressed. */
export type PressReply = {
  /** Others may get to see it at the press of a button. */
  readonly isShareable?: boolean
  /** Id under which the question is held. */
  readonly held?: string
  /** A sentence before the answer. */
  readonly note?: string
}

/** What a platform does for its presses; `Press` is how it knows them. */
export type PressParts<Press> = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly findPlace: PlacesByKey
  readonly reply: (press: Press, answer: Answer, options?: PressReply) => Promise<void>
  readonly ask: (press: Press, text: string) => Promise<void>
  readonly share: (press: Press, place: Topic, way: 'share' | 'share-named') => Promise<void>
  readonly takeBack: (press: Press, proof: string) => Promise<void>
}

/** Builds what buttons and lists do: whoever presses, on whosever message, gets a private answer of their own. */
export function createPress<Press>(parts: PressParts<Press>) {
  const { bot, ask, questions, recent, findPlace, reply, share, takeBack } = parts

  return async (press: Press, { id, chosen, person, place, language, isOwn }: Pressed): Promise<void> => {
    const pressed = parseChoiceId(id)
    const inLanguage = language === undefined ? {} : { language }
    const support = () => questions.support(person, language)

    switch (pressed?.type) {
      case 'passage':
        return showPassage(pressed.key)
      case 'pick':
        return showPassage(chosen ?? '')
      case 'question':
        return ask(press, pressed.text)
      case 'topics':
        return reply(press, bot.topics(inLanguage))
      case 'support':
        return reply(press, support())
      case 'countries':
        return reply(press, bot.support(inLanguage))
      case 'country':
        if (chosen !== undefined) recent.choose(person, chosen)
        return reply(press, support())
      case 'show': {
        const shown = questions.show(pressed.held, person, place)
        if (shown !== undefined) return reply(press, shown.answer, { held: pressed.held })
        return isOwn ? askAgain() : reply(press, support())
      }
      case 'not-about-me': {
        const answer = questions.notAboutMe(pressed.held, person)
        return answer === undefined ? askAgain() : reply(press, answer)
      }
      case 'share':
      case 'share-named': {
        const topic = findPlace(pressed.key)
        return topic === undefined ? gone() : share(press, topic, pressed.type)
      }
      case 'delete':
        return takeBack(press, pressed.proof)
      case undefined:
        return gone()
    }

    async function showPassage(key: string): Promise<void> {
      const topic = findPlace(key)
      const answer = topic === undefined ? undefined : bot.passage(topic.document, topic.section)
      return answer === undefined ? gone() : reply(press, answer, { isShareable: true })
    }

    /** The question is gone, and whatever it was, help is near. */
    function askAgain(): Promise<void> {
      return reply(press, support(), { note: bot.chatWords(language).notes['ask-again'] })
    }

    function gone(): Promise<void> {
      return reply(press, bot.topics(inLanguage), { note: bot.chatWords(language).notes.gone })
    }
  }
}
