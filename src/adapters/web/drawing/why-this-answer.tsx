import type { ExplainedCandidate, ExplainedSearch, ExplainedWord, Explanation } from '../../../responder/explanation.ts'
import { fill } from '../../../responder/templates.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { type Drawing, linkTarget } from './drawing.ts'
import { topicAddress } from './topic-address.ts'

type WhyProps = { readonly explanation: Explanation; readonly drawing: Drawing }

/** Why a question got its answer, for those who write documents. */
export function WhyThisAnswer({ explanation: { reason, guidance = [], search }, drawing }: WhyProps) {
  const { why } = drawing.words.web
  return (
    <details class="why" open>
      <summary>{why.title}</summary>
      {guidance.map((each) => (
        <p>{why.guidance[each]}</p>
      ))}
      <p>{why.reasons[reason]}</p>
      {search !== undefined && <Search search={search} drawing={drawing} />}
    </details>
  )
}

function Search({ search, drawing }: { readonly search: ExplainedSearch; readonly drawing: Drawing }) {
  const { why } = drawing.words.web
  const { confidence, answerFrom, suggestFrom, coverage, words, unknown, opposite, candidates } = search
  const hasBest = candidates.length > 0
  const values = { chance: share(confidence), shown: share(answerFrom), offered: share(suggestFrom) }
  const ofBest = [fill(why.chance, values), fill(why.coverage, { share: share(coverage) })]
  const facts = [
    ...(hasBest ? ofBest : []),
    ...(unknown.length === 0 ? [] : [fill(why.unknown, { words: unknown.map(safeText).join(', ') })]),
    ...(opposite.length === 0 ? [] : [fill(why.opposite, { words: opposite.map(safeText).join(', ') })]),
  ]
  return (
    <>
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
      {words.length > 0 && <h3>{why.words}</h3>}
      {words.length > 0 && <ul>{words.map((word) => explainWord(word, hasBest, drawing))}</ul>}
      {hasBest && <h3>{why.candidates}</h3>}
      {hasBest && <ol>{candidates.map((candidate) => explainCandidate(candidate, drawing))}</ol>}
    </>
  )
}

function explainWord(word: ExplainedWord, hasBest: boolean, { words }: Drawing) {
  const { why } = words.web
  const { typed, corrected, kind, role, information, synonyms, isMatched, isKnown } = word
  const found = isMatched ? 'best' : !isKnown ? 'nowhere' : hasBest ? 'elsewhere' : 'somewhere'
  const facts = [
    ...(corrected === undefined ? [] : [fill(why.corrected, { word: safeText(corrected) })]),
    kind === undefined ? why.roles[role] : `${why.roles[role]}: ${safeText(kind)}`,
    ...(role === 'ignored' ? [] : [fill(why.weight, { share: share(information) }), why.found[found]]),
    ...(synonyms.length === 0
      ? []
      : [fill(why.synonyms, { words: synonyms.slice(0, mostSynonyms).map(safeText).join(', ') })]),
  ]
  return (
    <li>
      <strong dir="auto">{safeText(typed)}</strong> · {facts.join(' · ')}
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
