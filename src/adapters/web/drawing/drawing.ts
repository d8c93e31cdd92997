import type { Action } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'

/** How things are drawn on a page. */
export type Drawing = {
  readonly words: ChatWords
  /** Countries whose help lines there are. */
  readonly countries: readonly Country[]
  /** Whether the page stands in one of another site: its links open beside that. */
  readonly isFramed: boolean
}

export type Country = Extract<Action, { readonly type: 'country' }>

/** Where the forms of a chat page go. */
export function chatAddress({ isFramed }: Pick<Drawing, 'isFramed'>): '/' | '/embed' {
  return isFramed ? '/embed' : '/'
}

/** What a link needs besides its address. */
export function linkTarget({ isFramed }: Pick<Drawing, 'isFramed'>) {
  return isFramed ? ({ target: '_blank', rel: 'noopener' } as const) : {}
}
