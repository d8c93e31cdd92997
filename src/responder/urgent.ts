import { isUrgent, type Triage } from '../safety/triage.ts'
import type { Answer } from './answer.ts'
import type { HelpCards } from './help-cards.ts'
import type { Question } from './question.ts'
import type { Templates } from './templates.ts'

export type UrgentParts = {
  readonly triage: (text: string) => Triage
  readonly help: HelpCards
  readonly templatesFor: (language: string | undefined) => Templates
  /** In which the card is written that is kept for faults. */
  readonly fallback: Templates
}

/** What comes before everything else. */
export type Urgent = {
  /** Reads a question; where reading fails, the person is taken to need help. Never throws. */
  readonly triage: (question: Question) => Triage
  /** The card; where composing fails, one that was made when the bot was. Never throws. */
  readonly card: (triage: Triage, question: Question) => Answer
}

/** Builds what no fault elsewhere may stop: each step that fails is stood in for by one that needs less. */
export function createUrgent({ triage, help, templatesFor, fallback }: UrgentParts): Urgent {
  const kept = {
    crisis: help.card({ triage: unread, templates: fallback }),
    emergency: help.card({ triage: { ...unread, level: 'emergency', alsoCrisis: true }, templates: fallback }),
  }

  return {
    triage: (question) => {
      const { text, ofOther, notAboutMe } = question
      try {
        const found = triage(text)
        if (notAboutMe === true && isUrgent(found)) return calmed(found)
        return ofOther === true ? { ...found, about: 'other' } : found
      } catch {
        return unread
      }
    },
    card: (found, { locale, region, repeat }) => {
      try {
        const templates = templatesFor(found.language === 'und' ? locale : found.language)
        return help.card({ triage: found, templates, region, repeat })
      } catch {
        return found.level === 'emergency' ? kept.emergency : kept.crisis
      }
    },
  }
}

/** An urgent message that was not about the person is answered as what it is besides. */
function calmed({ beneath = 'none', about, language }: Triage): Triage {
  return { level: beneath, about, soft: beneath === 'none', alsoCrisis: false, language }
}

/** What a message that could not be read is taken for. */
const unread: Triage = { level: 'crisis', about: 'self', soft: false, alsoCrisis: false, language: 'und' }
