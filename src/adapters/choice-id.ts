import { createHash } from 'node:crypto'
import { firstGraphemes } from './drawing/cut-text.ts'

/** What a button or list says when it is used; its choices aside, all that a platform keeps of it for us. */
export type ChoiceId =
  /** Shows a passage. */
  | { readonly type: 'passage'; readonly key: string }
  /** A list of passages, the first, second and so on; its values are place keys. */
  | { readonly type: 'pick'; readonly list: number }
  /** Asks an example question. */
  | { readonly type: 'question'; readonly text: string }
  | { readonly type: 'topics' }
  | { readonly type: 'support' }
  /** Shows the choice of a country. */
  | { readonly type: 'countries' }
  /** A list of countries; its values are regions. */
  | { readonly type: 'country'; readonly list: number }
  /** Shows privately what is held for whoever presses. */
  | { readonly type: 'show' | 'not-about-me'; readonly held: string }
  | { readonly type: 'share' | 'share-named'; readonly key: string }
  | { readonly type: 'delete'; readonly proof: string }

/** Writes a choice id. A long question is cut between graphemes; of anything else only what `parseChoiceId` reads may be sent. */
export function writeChoiceId(id: ChoiceId): string {
  switch (id.type) {
    case 'topics':
    case 'support':
    case 'countries':
      return id.type
    case 'passage':
    case 'share':
    case 'share-named':
      return `${id.type}:${id.key}`
    case 'pick':
    case 'country':
      return `${id.type}:${id.list}`
    case 'question':
      return `question:${firstGraphemes(id.text, maxCharacters - 'question:'.length)}`
    case 'show':
    case 'not-about-me':
      return `${id.type}:${id.held}`
    case 'delete':
      return `delete:${id.proof}`
  }
}

/** Reads a choice id; undefined for what this version does not write, such as a button of an older one. */
export function parseChoiceId(text: string): ChoiceId | undefined {
  if (text.length > maxCharacters) return undefined
  const [, type = '', value = ''] = /^([a-z-]+)(?::(.+))?$/s.exec(text) ?? []
  switch (type) {
    case 'topics':
    case 'support':
    case 'countries':
      return text === type ? { type } : undefined
    case 'passage':
    case 'share':
    case 'share-named':
      return /^[0-9a-f]{16}$/.test(value) ? { type, key: value } : undefined
    case 'pick':
    case 'country':
      return /^(?:0|[1-9]\d?)$/.test(value) ? { type, list: Number(value) } : undefined
    case 'question':
      return value === '' ? undefined : { type, text: value }
    case 'show':
    case 'not-about-me':
      return token.test(value) ? { type, held: value } : undefined
    case 'delete':
      return token.test(value) ? { type, proof: value } : undefined
    default:
      return undefined
  }
}

/** A section as choice ids name it: document names and slugs may be longer than a choice id, and a hash says nothing by itself. */
export function placeKey(document: string, section: string): string {
  return createHash('sha256').update(`${document}\n${section}`).digest('hex').slice(0, 16)
}

/** What the narrowest platform holds: Discord's `custom_id`; components/reference.mdx, checked 2026-11-23. */
const maxCharacters = 100

/** Base64url, as ids of held questions and proofs are written. */
const token = /^[\w-]+$/
