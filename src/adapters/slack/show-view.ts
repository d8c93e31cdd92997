import type { Answer } from '../../responder/answer.ts'
import type { Asker } from './asker.ts'
import { postParts } from './post-parts.ts'
import type { FaultKind } from './read-fault.ts'
import { type DrawOptions, render, renderModal } from './render.ts'

/** Shows an answer over the Home tab, or in the Messages tab where a view cannot be shown any more; gives why neither was possible, if so. */
export async function showView(
  { workspace: { api }, userId, target }: Asker,
  answer: Answer,
  options: DrawOptions,
): Promise<FaultKind | undefined> {
  const view = renderModal(answer, options)
  const { fault } =
    target.type === 'same view'
      ? await api.updateModal(target.viewId, view)
      : await api.openModal(target.type === 'new view' ? target.triggerId : '', view)
  if (fault === undefined) return undefined
  const isUrgent = answer.outcome === 'urgent'
  const posted = await postParts(api, render(answer, options), { channelId: userId }, { isUrgent })
  return posted.fault
}
