import type { Log } from '../../operations/log.ts'
import type { Answer } from '../../responder/answer.ts'
import type { Bot } from '../../responder/bot.ts'
import type { DeletionProof } from '../deletion-proof.ts'
import type { PressReply } from '../press.ts'
import type { Recent } from '../recent.ts'
import type { Asker } from './asker.ts'
import { deliver } from './deliver.ts'
import { type Control, render, renderNote } from './render.ts'
import { showView } from './show-view.ts'

export type ReplyParts = {
  readonly bot: Bot
  readonly recent: Recent
  readonly proof: DeletionProof
  readonly log: Log
}

/** Builds what answers commands, shortcuts and presses: where the person is, and for them alone. */
export function createReply({ bot, recent, proof, log }: ReplyParts) {
  return { reply, replyNote }

  async function reply(asker: Asker, answer: Answer, options: PressReply = {}): Promise<void> {
    const { held, note } = options
    const drawing = {
      words: bot.chatWords(answer.language),
      controls: controlsOf(asker, answer, options),
      ...(held === undefined ? {} : { held }),
      ...(note === undefined ? {} : { note }),
    }
    const { target } = asker
    const isView = target.type === 'new view' || target.type === 'same view'
    const fault = isView
      ? await showView(asker, answer, drawing)
      : await deliver(asker, render(answer, drawing), answer.outcome === 'urgent')
    if (fault !== undefined && answer.outcome === 'urgent') {
      log.error('urgent-not-delivered', { platform: 'slack', reason: fault })
    }
  }

  /** Says something that is no answer. */
  async function replyNote(asker: Asker, note: string, controls: readonly Control[] = []): Promise<void> {
    const words = bot.chatWords(asker.language)
    const { target } = asker
    if (target.type === 'new view' || target.type === 'same view') {
      return reply(asker, bot.support(languageOf(asker)), { note })
    }
    await deliver(asker, [renderNote(note, { words, controls })], false)
  }

  function controlsOf(
    { workspace, userId, target }: Asker,
    answer: Answer,
    { isShareable = false }: PressReply,
  ): Control[] {
    if (target.type === 'thread') return [{ type: 'delete', proof: proof.prove(recent.key(workspace.id, userId)) }]

    const { receipt, inPublic } = answer
    const [shown] = receipt?.passages ?? []
    const isPossible = target.type === 'response' && !target.isDirect && inPublic === undefined
    if (!isShareable || !isPossible || receipt === undefined || shown === undefined) return []
    return [{ type: 'share', document: receipt.document, section: shown.section }]
  }
}

/** As the bot's functions take it. */
export function languageOf({ language }: Asker): { readonly language?: string } {
  return language === undefined ? {} : { language }
}

export type Reply = ReturnType<typeof createReply>
