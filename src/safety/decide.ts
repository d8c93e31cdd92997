import type { Sign } from './find-signs.ts'
import type { ModelTheme } from './model.ts'
import type { Triage } from './triage.ts'
import { type Chances, urgency, type Weights } from './weigh.ts'

/**
 * From these chances on the model makes a message urgent: as a whole, by one of its parts, and where a rule has found a sign
 * (below that it takes the words for a joke, a story or a lesson). How they were chosen: docs/decisions.md.
 */
const bars = { whole: 0.45, part: 0.8, rule: 0.1 }

/** From this chance on a message that is not urgent gets the line on where help is. */
const softFrom = 0.3

/** From this chance of a crisis on an emergency is one as well. */
const alsoFrom = 0.02

/** Themes, the one that counts where several are found first. */
const themes = ['abuse', 'eating-disorder', 'minor'] as const

/** Puts what rules found and what the model weighs together: urgent levels before others. */
export function decide(signs: readonly Sign[], weights: Weights): Omit<Triage, 'language'> {
  const { whole, mostUrgent } = weights
  const said = signs.filter(({ isMention }) => !isMention)
  const ruled = said.find(({ rule }) => rule.level === 'emergency') ?? said.find(({ rule }) => rule.level === 'crisis')
  const weighed = urgency(whole) >= bars.whole || urgency(mostUrgent) >= bars.part
  const urgent = weighed || (ruled !== undefined && urgencyAgainstCalm(mostUrgent) >= bars.rule)
  const byRule = said.find(({ rule }) => rule.level === 'medication' || rule.level === 'diagnosis')
  const level = urgent ? urgentLevel(mostUrgent, ruled) : calmLevel(whole, byRule)
  const isUrgent = level === 'emergency' || level === 'crisis'
  const theme = themeOf(said, level === 'crisis' ? weights.theme() : 'none')
  return {
    level,
    about: aboutOf(said, level, isUrgent ? mostUrgent : whole),
    ...(theme === undefined || (!isUrgent && theme !== 'eating-disorder') ? {} : { theme }),
    soft: level === 'none' && (signs.some(isCrisisMention) || whole.soft + urgency(mostUrgent) >= softFrom),
    ...(isUrgent ? { beneath: calmLevel(whole, byRule) } : {}),
    alsoCrisis: level === 'emergency' && (mostUrgent.self + mostUrgent.other >= alsoFrom || said.some(isIntended)),
  }
}

/** The same, where only "nothing the matter" speaks against it: a question about medicines in the same breath does not. */
function urgencyAgainstCalm(chances: Chances): number {
  const urgent = urgency(chances)
  return urgent / (urgent + chances.none + chances.soft)
}

function urgentLevel({ emergency, self, other }: Chances, ruled: Sign | undefined): Triage['level'] {
  if (emergency >= self + other) return 'emergency'
  return ruled?.rule.level === 'emergency' && emergency >= 0.1 ? 'emergency' : 'crisis'
}

function calmLevel({ medication, diagnosis, none, soft }: Chances, byRule: Sign | undefined) {
  const most = Math.max(medication, diagnosis)
  if (most < none + soft && (byRule === undefined || most < 0.15)) return 'none'
  return medication >= diagnosis ? 'medication' : 'diagnosis'
}

function aboutOf(said: readonly Sign[], level: Triage['level'], { self, other }: Chances): Triage['about'] {
  const sign = said.find(({ rule, about }) => rule.level === level && about !== 'nobody')
  if (level === 'crisis' || level === 'emergency') {
    if (sign !== undefined && Math.max(self, other) < 0.8) return sign.about
    return other > self ? 'other' : 'self'
  }
  return sign?.about ?? 'nobody'
}

/** The model knows abuse and eating disorders better; an age is for rules alone. */
function themeOf(said: readonly Sign[], weighed: ModelTheme): Triage['theme'] | undefined {
  if (weighed !== 'none') return weighed
  return themes.find((each) => said.some(({ rule }) => rule.theme === each))
}

function isIntended({ rule }: Sign): boolean {
  return rule.crisis === true || rule.level === 'crisis'
}

function isCrisisMention({ rule }: Sign): boolean {
  return rule.level === 'crisis'
}
