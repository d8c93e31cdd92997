import type { Action } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import type { Quoted } from './quoted.ts'

/** How things are drawn on a page. */
export type Drawing = {
  readonly words: ChatWords
  /** Countries whose help lines there are. */
  readonly countries: readonly Country[]
  /** Whether the page stands in one of another site: its links open beside that. */
  readonly isFramed: boolean
}

/** How an answer is drawn. */
export type AnswerDrawing = Drawing & {
  /** Present where the words around it are in another language. */
  readonly quoted?: Quoted | undefined
  /** Whether the page was loaded for it, so that reading begins at its heading. */
  readonly isStart?: boolean
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
