import type { Findings, Hit } from '../knowledge/search/create-search.ts'
import type { Triage } from '../safety/triage.ts'
import type { Outcome } from './answer.ts'
import type { Bot } from './bot.ts'
import { answerFrom, createDecide, type DecideParts, suggestFrom } from './decide.ts'
import type { ExplainedCandidate, ExplainedSearch, Guidance, Reason } from './explanation.ts'
import type { Question } from './question.ts'

/** What each reason leads to. */
const outcomes = {
  urgent: 'urgent',
  'help-wanted': 'help',
  'small-talk': 'help',
  'other-language': 'not-found',
  'nothing-found': 'not-found',
  opposite: 'not-found',
  'too-unsure': 'not-found',
  'sections-below': 'suggested',
  unsure: 'suggested',
  'close-call': 'suggested',
  sure: 'answered',
} as const satisfies Record<Reason, Outcome>

/** Hits that a decision looks at: with fewer no call would be close. */
const leastHits = 2

/** Builds what tells why a question gets its answer, by the same decision that the answer comes from. */
export function createExplain(parts: DecideParts): Bot['explain'] {
  const decide = createDecide(parts)

  return (question, limit = 10) => {
    const decision = decide(question, { limit: Math.max(limit, leastHits), explained: true })
    const { reason, triage } = decision
    const guidance = hasFrame(reason) ? guidanceOf(triage, question) : []
    const decided = {
      outcome: outcomes[reason],
      triage: triage.level,
      reason,
      ...(guidance.length > 0 ? { guidance } : {}),
    }
    return 'findings' in decision ? { ...decided, search: explainSearch(decision.findings, limit) } : decided
  }
}

/** Whether a reply has something before and behind it: cards and lists of help lines stand alone. */
function hasFrame(reason: Reason): boolean {
  return reason !== 'urgent' && reason !== 'help-wanted'
}

/** What help cards lead with and end with; after "not about me" help stands before the reply, and not behind it again. */
function guidanceOf({ level, theme, soft }: Triage, { notAboutMe }: Question): readonly Guidance[] {
  const isCalm = level === 'none'
  return [
    ...(level === 'medication' || level === 'diagnosis' ? [level] : []),
    ...(isCalm && theme === 'eating-disorder' ? [theme] : []),
    ...(soft && notAboutMe !== true ? (['soft'] as const) : []),
  ]
}

function explainSearch(findings: Findings, limit: number): ExplainedSearch {
  const { confidence, confidenceFeatures, words = [], unknown, opposite, hits } = findings
  return {
    confidence,
    answerFrom,
    suggestFrom,
    coverage: confidenceFeatures?.coverage ?? 0,
    words,
    unknown: unknown.filter((word) => !opposite.includes(word)),
    opposite,
    candidates: hits.slice(0, limit).map(toCandidate),
  }
}

function toCandidate({ passage: { document, section, heading }, score, features }: Hit): ExplainedCandidate {
  return { document, section, heading, score, features }
}
