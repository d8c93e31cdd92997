import type { Findings, Hit } from '../knowledge/search/create-search.ts'
import type { Outcome } from './answer.ts'
import type { Bot } from './bot.ts'
import { answerFrom, createDecide, type DecideParts, suggestFrom } from './decide.ts'
import type { ExplainedCandidate, ExplainedSearch, Reason } from './explanation.ts'

/** What each reason leads to. */
const outcomes = {
  urgent: 'urgent',
  'help-wanted': 'help',
  'small-talk': 'help',
  'other-language': 'not-found',
  'nothing-found': 'not-found',
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
    const decided = { outcome: outcomes[reason], triage: triage.level, reason }
    return 'findings' in decision ? { ...decided, search: explainSearch(decision.findings, limit) } : decided
  }
}

function explainSearch(findings: Findings, limit: number): ExplainedSearch {
  const { confidence, confidenceFeatures, words = [], unknown, hits } = findings
  return {
    confidence,
    answerFrom,
    suggestFrom,
    coverage: confidenceFeatures?.coverage ?? 0,
    words,
    unknown,
    candidates: hits.slice(0, limit).map(toCandidate),
  }
}

function toCandidate({ passage: { document, section, heading }, score, features }: Hit): ExplainedCandidate {
  return { document, section, heading, score, features }
}
