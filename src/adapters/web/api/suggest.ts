import type { WebContext } from '../web-env.ts'
import type { ApiParts } from './api-parts.ts'
import { readJson } from './read-json.ts'
import { renderProblem } from './render-problem.ts'
import { suggestRequest } from './suggest-request.ts'

/** Topics where nobody says how many. */
const usual = 10

/** Builds what answers `POST /api/suggest`: topics that come close to what is being typed. */
export function createSuggest(parts: ApiParts): (context: WebContext) => Promise<Response> {
  const { bot, onFault } = parts

  return async (context) => {
    const request = await readJson(context, suggestRequest)
    if (request.value === undefined) return renderProblem(context, request.status, parts, request)
    const { typed, limit } = request.value
    try {
      return context.json({ topics: bot.suggest(typed, limit ?? usual) })
    } catch (error) {
      onFault(error)
      return renderProblem(context, 500, parts)
    }
  }
}
