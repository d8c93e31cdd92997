import type { Question } from '../../../responder/question.ts'
import { isForHelp } from '../../is-for-help.ts'
import type { Reply } from '../../reply.ts'
import type { WebContext } from '../web-env.ts'
import type { ApiParts } from './api-parts.ts'
import { type AskRequest, askRequest } from './ask-request.ts'
import { readJson } from './read-json.ts'
import { renderProblem } from './render-problem.ts'

/** Builds what answers `POST /api/ask`, with the fields that the command line writes. */
export function createAsk(parts: ApiParts): (context: WebContext) => Promise<Response> {
  const { bot, replies, mayAsk, onAnswer, onFault } = parts

  return async (context) => {
    const request = await readJson(context, askRequest)
    if (request.value === undefined) return renderProblem(context, request.status, parts, request)
    const question = questionOf(request.value, context.get('locale'))
    const { id, limit, explain } = request.value

    const started = performance.now()
    const reply = answer(question, limit ?? undefined)
    const { locale } = question
    if (reply === undefined) return renderProblem(context, 500, parts, { locale })
    // Help never waits, so that there is an answer before anybody is told to.
    if (reply.outcome !== 'urgent' && !isForHelp(question) && !(await mayAsk(context.get('address')))) {
      return renderProblem(context, 429, parts, { locale })
    }
    onAnswer({ outcome: reply.outcome, triage: reply.triage }, (performance.now() - started) / 1000)
    return context.json({
      ...(id === undefined || id === null ? {} : { id }),
      ...reply,
      ...(explain === true ? explained(question) : {}),
    })
  }

  function answer(question: Question, limit: number | undefined): Reply | undefined {
    try {
      return replies.reply(question, limit)
    } catch (error) {
      onFault(error)
      return undefined
    }
  }

  /** An answer without its reasons is better than none. */
  function explained(question: Question): object {
    try {
      return { explain: bot.explain(question) }
    } catch (error) {
      onFault(error)
      return {}
    }
  }
}

/** The program knows better than a header which language its person has. */
function questionOf({ text, locale, region, document }: AskRequest, accepted: string | undefined): Question {
  const options = { locale: locale ?? accepted, region, document }
  const given = Object.entries(options).filter(([, value]) => typeof value === 'string')
  return { text, ...Object.fromEntries(given) }
}
