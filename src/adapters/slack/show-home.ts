import type { Bot } from '../../responder/bot.ts'
import type { AnswerQuestion } from '../answer-question.ts'
import type { Recent } from '../recent.ts'
import { limits } from './limits.ts'
import { renderHome } from './render.ts'
import type { Prompt } from './slack-api.ts'
import type { Workspace } from './workspace.ts'

export type ShowHomeParts = { readonly bot: Bot; readonly questions: AnswerQuestion; readonly recent: Recent }

/** Builds what the app's own two tabs show when somebody opens them. */
export function createShowHome({ bot, questions, recent }: ShowHomeParts) {
  return {
    /** What it can answer, from where, and where help is. */
    async home(workspace: Workspace, userId: string): Promise<void> {
      const pages = {
        help: bot.page('help'),
        topics: bot.topics(),
        about: bot.page('about'),
        support: questions.support(recent.key(workspace.id, userId)),
        privacy: bot.page('privacy'),
      }
      await workspace.api.publishHome(userId, renderHome(pages, { words: bot.chatWords() }))
    },

    /** Questions to begin with. */
    async messages(workspace: Workspace, channelId: string): Promise<void> {
      const prompts = bot
        .page('help')
        .actions.flatMap((action): Prompt[] =>
          action.type === 'question' ? [{ title: action.label, message: action.label }] : [],
        )
        .slice(0, limits.maxPrompts)
      if (prompts.length > 0) await workspace.api.suggest(channelId, prompts)
    },
  }
}
