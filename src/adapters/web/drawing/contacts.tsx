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
          <Label contact={contact} drawing={drawing} />
        </a>
      ))}
    </p>
  )
}

type LabelProps = { readonly contact: Contact; readonly drawing: Drawing }

/** What a link does, with the number in one piece, so that no line ends within it. */
function Label({ contact: { way, value }, drawing: { words } }: LabelProps) {
  const printed = safeText(value)
  if (way === 'web') return <>{printed}</>
  const [before = '', after = ''] = words.web.contact[way].split('{number}')
  return (
    <>
      {before}
      <span class="number">{printed}</span>
      {after}
    </>
  )
}

function isSafe({ way, uri }: Contact): boolean {
  return way === 'web' ? safeUrl(uri) !== undefined : numbers[way].test(uri)
}

const numbers = { call: /^tel:[\d+*%]+$/, text: /^sms:[\d+*%]+(?:\?&body=[\w%.-]+)?$/ } as const
