import type { HelpLine } from '../safety/help-lines.ts'
import type { Contact } from './answer.ts'

/**
 * What a help line prints as its contact, as links to call, text or open, in the order of the print.
 *
 * Nothing is guessed: what cannot be read whole, or does not go with the line's `ways`, gives no link.
 */
export function helpLineContacts({ contact, ways }: Pick<HelpLine, 'contact' | 'ways'>): readonly Contact[] {
  const pieces = contact.split(/[,;]\s+/).map((piece) => piece.trim())
  const numbers = pieces.filter((piece) => webContact(piece) === undefined)
  // Of several numbers, one that does not say so may be for calls alone.
  const eitherWay = numbers.length === 1 || !ways.includes('call') ? numberWays : (['call'] as const)

  return pieces.flatMap((piece) => {
    const web = webContact(piece)
    if (web !== undefined) return [web]
    const { word, number = '', said = eitherWay } = readPiece(piece)
    return said.filter((way) => ways.includes(way)).flatMap((way) => numberContact(way, number, word) ?? [])
  })
}

/** A number as a link to call it; undefined for what is no number. */
export function callContact(number: string): Contact | undefined {
  return numberContact('call', number)
}

type NumberWay = 'call' | 'text'

const numberWays: readonly NumberWay[] = ['call', 'text']

type Piece = {
  /** To be sent as the message. */
  readonly word?: string | undefined
  readonly number?: string | undefined
  /** What the print says to do with the number; absent where it prints the number alone. */
  readonly said?: readonly NumberWay[]
}

/** How lines print what to do with a number; the first that fits is taken. */
const forms: readonly { readonly form: RegExp; readonly said?: readonly NumberWay[] }[] = [
  { form: /^(?:text|sms) (?<word>[\p{L}\p{N}]+) to (?<number>.+)$/iu, said: ['text'] },
  { form: /^(?:text|sms) (?<number>.+)$/iu, said: ['text'] },
  { form: /^call (?<number>\d.*)$/iu, said: ['call'] },
  { form: /^call or text (?<number>.+)$/iu, said: ['call', 'text'] },
  { form: /^(?<number>.+)$/u },
]

function readPiece(piece: string): Piece {
  for (const { form, said } of forms) {
    const found = form.exec(piece)
    if (found !== null) {
      const { word, number } = found.groups ?? {}
      return { word, number, ...(said === undefined ? {} : { said }) }
    }
  }
  return {}
}

function numberContact(way: NumberWay, value: string, word?: string): Contact | undefined {
  if (!printedNumber.test(value)) return undefined
  const dialled = value.replace(/[^\d*#+]/g, '')
  if (dialled.length < fewestCharacters || dialled.length > mostCharacters) return undefined

  // A bare "#" would begin a fragment.
  const number = dialled.replaceAll('#', '%23')
  if (way === 'call') return { way, value, uri: `tel:${number}` }
  // RFC 5724 has "?body=", older iPhones read what stands behind "&" alone; each takes the other's mark for an empty field.
  return { way, value, uri: `sms:${number}${word === undefined ? '' : `?&body=${encodeURIComponent(word)}`}` }
}

/** Digits in groups, of which some may stand in brackets: not "(0)", which is dialled from some places and not from others. */
const printedNumber = /^(?!.*\(0\))\+?(?:\(\d+\)|[\d*#])(?:[\s.\u2011-]{0,2}(?:\(\d+\)|[\d*#]))*$/u

/** As in "15", the ambulance in France. */
const fewestCharacters = 2
/** A plus sign and the 15 digits that a number has at most; ITU-T E.164, 2010. */
const mostCharacters = 16

function webContact(value: string): Contact | undefined {
  if (!printedAddress.test(value)) return undefined
  const written = `https://${value.replace(/^https:\/\//iu, '')}`
  return URL.canParse(written) ? { way: 'web', value, uri: new URL(written).href } : undefined
}

/** A host whose last part has letters alone, and a path: no name, port or other protocol. */
const printedAddress = /^(?:https:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/[^\s@\\]*)?$/iu
