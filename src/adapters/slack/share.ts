import type { Bot, Topic } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PostedAnswers } from '../posted-answers.ts'
import type { Recent } from '../recent.ts'
import { createShortMemory } from '../short-memory.ts'
import type { Asker, Pressing } from './asker.ts'
import { patience } from './patience.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import { type MessageBody, render } from './render.ts'
import { languageOf, type Reply } from './reply.ts'
import type { ResponseAddress, SlackApi } from './slack-api.ts'

export type ShareParts = {
  readonly bot: Bot
  readonly recent: Recent
  readonly posted: PostedAnswers
  readonly proof: DeletionProof
  readonly reply: Reply
}

/** Shows everybody in a channel the section that a person was shown. */
export type Share = (pressing: Pressing, asker: Asker, place: Topic) => Promise<void>

/** Builds sharing: as a message of the bot's, and where it is no member by the response address, which carries no name either. */
export function createShare({ bot, recent, posted, proof, reply: { reply, replyNote } }: ShareParts): Share {
  /** Under which press an answer was shared, so that a second one shares it no second time. */
  const sharedBy = createShortMemory<true>({ max: patience.maxRemembered, ttlMs: patience.threadMs })

  return async (pressing, asker, { document, section }) => {
    const { workspace, userId, channelId, target, language } = asker
    const { notes } = bot.chatWords(language)
    const answer = bot.passage(document, section)
    if (answer === undefined) return reply(asker, bot.topics(languageOf(asker)), { note: notes.gone })
    if (target.type !== 'response' || channelId === undefined) return replyNote(asker, notes['cannot-post'])

    const button = [workspace.id, channelId, pressing.container?.message_ts ?? '', userId, document, section].join(' ')
    if (sharedBy.has(button)) return replyNote(asker, notes.shared)
    sharedBy.set(button, true)
    const bodies = render(answer, {
      words: bot.chatWords(answer.language),
      controls: [{ type: 'delete', proof: proof.prove(recent.key(workspace.id, userId)) }],
    })
    const { address, threadTs } = target
    const to = { channelId, ...(threadTs === undefined ? {} : { threadTs }) }
    const { messageIds, fault } = await postParts(workspace.api, bodies, to)
    posted.note({ channelId, messageIds })
    const isShared =
      messageIds.length > 0 ||
      (fault === 'not-a-member' &&
        address !== undefined &&
        (await respond(workspace.api, address, bodies)) === undefined)
    if (!isShared) sharedBy.delete(button)
    return replyNote(asker, isShared ? notes.shared : notes['cannot-post'])
  }
}

async function respond(
  api: SlackApi,
  address: ResponseAddress,
  bodies: readonly MessageBody[],
): Promise<FaultKind | undefined> {
  for (const body of bodies) {
    const { fault } = await api.respond(address, body, { isPublic: true })
    if (fault !== undefined) return fault
  }
  return undefined
}
