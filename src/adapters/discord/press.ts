import type { APIMessageComponentInteraction } from 'discord.js'
import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import { parseChoiceId } from '../choice-id.ts'
import type { Recent } from '../recent.ts'
import type { Ask } from './ask.ts'
import type { Asker } from './asker.ts'
import type { FindPlace } from './find-place.ts'
import type { Reply } from './reply.ts'
import type { Share } from './share.ts'
import type { TakeBack } from './take-back.ts'

export type PressParts = {
  readonly bot: Bot
  readonly questions: AnswerQuestion
  readonly recent: Recent
  readonly findPlace: FindPlace
  readonly reply: Reply
  readonly ask: Ask
  readonly share: Share
  readonly takeBack: TakeBack
}

/** What is done with a press of a button or a choice from a list. */
export type Press = (interaction: APIMessageComponentInteraction, asker: Asker) => Promise<void>

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
  return async (interaction, asker) => {
    const language = asker.locale
    const person = recent.key(asker.userId)
    const pressed = parseChoiceId(interaction.data.custom_id)
    const support = () => questions.support(person, language)
    const [value] = 'values' in interaction.data ? interaction.data.values : []

    switch (pressed?.type) {
      case 'passage':
        return showPassage(pressed.key)
      case 'pick':
        return showPassage(value ?? '')
      case 'question':
        return ask(interaction, asker, { text: pressed.text })
      case 'topics':
        return reply(interaction, asker, bot.topics({ language }))
      case 'support':
        return reply(interaction, asker, support())
      case 'countries':
        return reply(interaction, asker, bot.support({ language }))
      case 'country':
        if (value !== undefined) recent.choose(person, value)
        return reply(interaction, asker, support())
      case 'show': {
        const shown = questions.show(pressed.held, person, asker.channelId)
        if (shown !== undefined) return reply(interaction, asker, shown.answer, { held: pressed.held })
        return isOwn(interaction, asker) ? askAgain() : reply(interaction, asker, support())
      }
      case 'not-about-me': {
        const answer = questions.notAboutMe(pressed.held, person)
        return answer === undefined ? askAgain() : reply(interaction, asker, answer)
      }
      case 'share':
      case 'share-named': {
        const place = findPlace.withKey(pressed.key)
        return place === undefined ? gone() : share(interaction, asker, place, pressed.type)
      }
      case 'delete':
        return takeBack(interaction, asker, pressed.proof)
      case undefined:
        return gone()
    }

    async function showPassage(key: string): Promise<void> {
      const place = findPlace.withKey(key)
      const answer = place === undefined ? undefined : bot.passage(place.document, place.section)
      return answer === undefined ? gone() : reply(interaction, asker, answer, { isShareable: true })
    }

    /** The question is gone, and whatever it was, help is near. */
    function askAgain(): Promise<void> {
      return reply(interaction, asker, support(), { note: bot.chatWords(language).notes['ask-again'] })
    }

    function gone(): Promise<void> {
      return reply(interaction, asker, bot.topics({ language }), { note: bot.chatWords(language).notes.gone })
    }
  }
}

/** Whether the pressed message answers one of the person's own. */
function isOwn({ message }: APIMessageComponentInteraction, { userId }: Asker): boolean {
  return message.referenced_message?.author.id === userId
}
