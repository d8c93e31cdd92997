/** What a message tells about the person: whether help comes before information. */
export type Triage = {
  /** Highest level found; precedence emergency, crisis, medication, diagnosis, none. */
  readonly level: 'none' | 'crisis' | 'emergency' | 'medication' | 'diagnosis'
  /** Whom the message is about. */
  readonly about: 'self' | 'other' | 'nobody'
  readonly theme?: 'abuse' | 'eating-disorder' | 'minor'
  /** With level `none` alone: the normal answer gets one line on where help is. */
  readonly soft: boolean
  /** An emergency that is also a crisis, such as an intended overdose. */
  readonly alsoCrisis: boolean
  /** What an urgent message would be if it were not; it is answered as that after "this isn't about me". */
  readonly beneath?: 'none' | 'medication' | 'diagnosis'
  /** Language of the message, BCP 47; `und` where it shows none. */
  readonly language: string
}

/** Whether a card comes instead of an answer. */
export function isUrgent({ level }: Triage): boolean {
  return level === 'crisis' || level === 'emergency'
}

/** Nothing found. */
export const calm: Triage = { level: 'none', about: 'nobody', soft: false, alsoCrisis: false, language: 'und' }
