import type { CardKind } from '../../src/responder/templates.ts'
import { calm, type Triage } from '../../src/safety/triage.ts'

const crisis: Triage = { ...calm, level: 'crisis', about: 'self', language: 'en' }
const emergency: Triage = { ...crisis, level: 'emergency' }

/** What triage tells where each kind of card is due. */
export const cardTriages: Readonly<Record<CardKind, Triage>> = {
  crisis,
  helper: { ...crisis, about: 'other' },
  minor: { ...crisis, theme: 'minor' },
  abuse: { ...crisis, theme: 'abuse' },
  'abuse-helper': { ...crisis, theme: 'abuse', about: 'other' },
  'eating-disorder': { ...crisis, theme: 'eating-disorder' },
  'eating-disorder-helper': { ...crisis, theme: 'eating-disorder', about: 'other' },
  emergency,
  'emergency-intended': { ...emergency, alsoCrisis: true },
}
