import type { ExplainedCandidate, ExplainedSearch, ExplainedWord, Explanation } from '../../../responder/explanation.ts'
import { fill } from '../../../responder/templates.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { type Drawing, linkTarget } from './drawing.ts'
import { topicAddress } from './topic-address.ts'

type WhyProps = { readonly explanation: Explanation; readonly drawing: Drawing }

/** Why a question got its answer, for those who write documents. */
export function WhyThisAnswer({ explanation: { reason, search }, drawing }: WhyProps) {
  const { why } = drawing.words.web
  return (
    <details class="why" open>
      <summary>{why.title}</summary>
      <p>{why.reasons[reason]}</p>
      {search !== undefined && <Search search={search} drawing={drawing} />}
    </details>
  )
}

function Search({ search, drawing }: { readonly search: ExplainedSearch; readonly drawing: Drawing }) {
  const { why } = drawing.words.web
  const { confidence, answerFrom, suggestFrom, coverage, words, unknown, candidates } = search
  const values = { chance: share(confidence), shown: share(answerFrom), offered: share(suggestFrom) }
  return (
    <>
      <ul>
        <li>{fill(why.chance, values)}</li>
        <li>{fill(why.coverage, { share: share(coverage) })}</li>
        {unknown.length > 0 && <li>{fill(why.unknown, { words: unknown.map(safeText).join(', ') })}</li>}
      </ul>
      {words.length > 0 && <h3>{why.words}</h3>}
      {words.length > 0 && <ul>{words.map((word) => explainWord(word, drawing))}</ul>}
      {candidates.length > 0 && <h3>{why.candidates}</h3>}
      {candidates.length > 0 && <ol>{candidates.map((candidate) => explainCandidate(candidate, drawing))}</ol>}
    </>
  )
}

function explainWord(word: ExplainedWord, { words }: Drawing) {
  const { why } = words.web
  const { typed, corrected, role, information, synonyms, isMatched, isKnown } = word
  const found = isMatched ? 'best' : isKnown ? 'elsewhere' : 'nowhere'
  const facts = [
    ...(corrected === undefined ? [] : [fill(why.corrected, { word: safeText(corrected) })]),
    ...(role === 'kind' ? [] : [why.roles[role]]),
    ...(role === 'ignored' ? [] : [fill(why.weight, { share: share(information) }), why.found[found]]),
    ...(synonyms.length === 0
      ? []
      : [fill(why.synonyms, { words: synonyms.slice(0, mostSynonyms).map(safeText).join(', ') })]),
  ]
  return (
    <li>
      <strong dir="auto">{role === 'kind' ? `${why.roles.kind}: ${safeText(typed)}` : safeText(typed)}</strong> ·{' '}
      {facts.join(' · ')}
    </li>
  )
}

/** Synonyms told of one word; the likest come first. */
const mostSynonyms = 8

function explainCandidate({ document, section, heading, score }: ExplainedCandidate, drawing: Drawing) {
  return (
    <li>
      <a href={topicAddress(document, section)} {...linkTarget(drawing)} dir="auto">
        {safeText(heading)}
      </a>{' '}
      · {fill(drawing.words.web.why.score, { score: score.toFixed(2) })}
    </li>
  )
}

function share(part: number): string {
  return `${Math.round(part * 100)} %`
}
