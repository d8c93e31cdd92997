import type { APIMessageComponentInteraction } from 'discord.js'
import type { Bot, Topic } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import { createShortMemory } from '../short-memory.ts'
import type { Asker } from './asker.ts'
import type { DiscordApi } from './discord-api.ts'
import { patience } from './patience.ts'
import { postParts } from './post-parts.ts'
import { render } from './render.ts'
import type { Reply } from './reply.ts'

export type ShareParts = {
  readonly bot: Bot
  readonly api: DiscordApi
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly reply: Reply
  /** Answers in servers as plain text. */
  readonly plainText: boolean
}

/** Shows everybody the section that a person was shown. */
export type Share = (
  interaction: APIMessageComponentInteraction,
  asker: Asker,
  place: Topic,
  way: 'share' | 'share-named',
) => Promise<void>

/**
 * Builds sharing: through the channel, in the bot's own name, since a response would carry the person's.
 *
 * Where the bot is no member that is the only way, and the person is told before.
 */
export function createShare({
  bot,
  api,
  recent,
  posted,
  proof,
  reply: { reply, replyNote, replyLater },
  plainText,
}: ShareParts): Share {
  /** Under which press an answer was shared, so that a second one shares it no second time. */
  const sharedBy = createShortMemory<true>({ max: patience.maxPosted, ttlMs: patience.postedMs })

  return async (interaction, asker, { document, section }, way) => {
    const { notes } = bot.chatWords(asker.locale)
    const answer = bot.passage(document, section)
    if (answer === undefined)
      return reply(interaction, asker, bot.topics({ language: asker.locale }), { note: notes.gone })
    if (!asker.mayPost) return replyNote(interaction, asker, notes['cannot-post'])
    if (way === 'share-named') return reply(interaction, asker, answer, { isPublic: true })
    if (!asker.isMember) return replyNote(interaction, asker, notes.named, [{ type: 'share-named', document, section }])
    if (!asker.canPost) return replyNote(interaction, asker, notes['cannot-post'])
    const button = `${interaction.message.id} ${document} ${section}`
    if (sharedBy.has(button)) return replyNote(interaction, asker, notes.shared)

    const bodies = render(answer, {
      plain: plainText,
      words: bot.chatWords(answer.language),
      controls: [{ type: 'delete', proof: proof.prove(recent.key(asker.userId)) }],
    })
    const { channelId } = asker
    sharedBy.set(button, true)
    const posting = postParts(api, bodies, { channelId, nonce: interaction.id }).then(({ messageIds, fault }) => {
      posted.note({ channelId, messageIds })
      if (fault === undefined || messageIds.length > 0) return notes.shared
      sharedBy.delete(button)
      return notes['cannot-post']
    })
    return replyLater(interaction, asker, posting)
  }
}
