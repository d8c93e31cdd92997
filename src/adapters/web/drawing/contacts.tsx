import type { Contact, Phrasing } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { safeUrl } from '../../drawing/safe-url.ts'
import { type Drawing, linkTarget } from './drawing.ts'

type ContactsProps = { readonly parts: readonly Phrasing[]; readonly drawing: Drawing }

/** The contacts that a run of text prints, as links large enough for a shaking hand; nothing where it prints none. */
export function Contacts({ parts, drawing }: ContactsProps) {
  const contacts = parts.flatMap((part) => ('contacts' in part ? (part.contacts ?? []) : [])).filter(isSafe)
  if (contacts.length === 0) return null
  return (
    <p class="contacts">
      {contacts.map((contact) => (
        <a href={contact.uri} {...(contact.way === 'web' ? linkTarget(drawing) : {})}>
          {labelOf(contact, drawing)}
        </a>
      ))}
    </p>
  )
}

function labelOf({ way, value }: Contact, { words }: Drawing): string {
  const number = safeText(value)
  return way === 'web' ? number : words.web.contact[way].replace('{number}', () => number)
}

function isSafe({ way, uri }: Contact): boolean {
  return way === 'web' ? safeUrl(uri) !== undefined : numbers[way].test(uri)
}

const numbers = { call: /^tel:[\d+*%]+$/, text: /^sms:[\d+*%]+(?:\?&body=[\w%.-]+)?$/ } as const
