/** What a person asked, wherever they asked it: knows no platform. */
export type Question = {
  /** The person's words as typed; triage reads both ends of a long text, search its first part. */
  readonly text: string
  /** The platform's idea of the person's language, BCP 47: a hint only. */
  readonly locale?: string
  /** ISO 3166-1 country, only ever from a person's or a server's own choice. */
  readonly region?: string
  /** Name of the one document to search; all of them where absent. */
  readonly document?: string
  /** This person got an urgent card a short while ago. */
  readonly repeat?: boolean
  /** Written by somebody else than the person who asks, who gets the card of a helper. */
  readonly ofOther?: boolean
  /** The person has said that an urgent answer to this was not about them. */
  readonly notAboutMe?: boolean
  /** The answer repeats no word of the question, for places where a bot's words stand under its own name. */
  readonly unquoted?: boolean
}
