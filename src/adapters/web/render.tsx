import type { Answer } from '../../responder/answer.ts'
import { safeText } from '../drawing/safe-text.ts'
import type { Shown } from './create-take-step.ts'
import { AnswerBody } from './drawing/answer-body.tsx'
import { Choices } from './drawing/choices.tsx'
import { direction } from './drawing/direction.ts'
import { type AnswerDrawing, type Drawing, linkTarget } from './drawing/drawing.ts'
import { Heading } from './drawing/heading.tsx'
import { Phrasing } from './drawing/phrasing.tsx'
import { titleOf } from './drawing/title-of.ts'
import { topicAddress } from './drawing/topic-address.ts'
import { WhyThisAnswer } from './drawing/why-this-answer.tsx'

/**
 * Draws what somebody asked, and the answer: source, choices, and the disclaimer last.
 *
 * Nothing stands before a card, and the words that called for it need not be read again by whoever looks on.
 */
export function render(shown: Shown, drawing: AnswerDrawing) {
  const { answer, asked, explanation, note } = shown
  const isUrgent = answer.outcome === 'urgent'
  const language = { lang: answer.language, dir: direction(answer.language) }
  return (
    <article class="exchange" data-outcome={answer.outcome} aria-label={titleOf(answer, drawing)} {...language}>
      {asked !== undefined && !isUrgent && <Asked text={asked} drawing={drawing} />}
      <section class={isUrgent ? 'answer urgent' : 'answer'} {...language} {...(isUrgent ? { role: 'alert' } : {})}>
        {note !== undefined && <p class="note">{note}</p>}
        <AnswerBody answer={answer} drawing={drawing} />
        <Source answer={answer} drawing={drawing} />
        <Choices shown={shown} drawing={drawing} />
        <p class="disclaimer">{safeText(answer.disclaimer.text)}</p>
      </section>
      {explanation !== undefined && <WhyThisAnswer explanation={explanation} drawing={drawing} />}
    </article>
  )
}

export type Note = {
  readonly outcome: string
  readonly title: string
  readonly note: string
  readonly disclaimer: string
  readonly isStart?: boolean | undefined
}

/** Draws a sentence where no answer comes, such as that somebody asks too fast. */
export function renderNote({ outcome, title, note, disclaimer, isStart }: Note) {
  return (
    <article class="exchange" data-outcome={outcome} aria-label={title}>
      <section class="answer">
        <Heading level={2} isStart={isStart}>
          {title}
        </Heading>
        <p class="note">{note}</p>
        <p class="disclaimer">{safeText(disclaimer)}</p>
      </section>
    </article>
  )
}

function Asked({ text, drawing }: { readonly text: string; readonly drawing: Drawing }) {
  return (
    <p class="asked">
      <span>{drawing.words.web.exchange.asked}</span> <q dir="auto">{safeText(text)}</q>
    </p>
  )
}

/** Where the text comes from, and the address of the section itself, which holds nothing of the question. */
function Source({ answer, drawing }: { readonly answer: Answer; readonly drawing: Drawing }) {
  const { source = [], receipt } = answer
  const [first] = receipt?.passages ?? []
  return (
    <>
      {source.length > 0 && (
        <p class="source" dir="auto">
          <Phrasing parts={source} drawing={drawing} />
        </p>
      )}
      {receipt !== undefined && first !== undefined && (
        <p class="share">
          <a class="link" href={topicAddress(receipt.document, first.section)} {...linkTarget(drawing)}>
            {drawing.words.web.link.label}
          </a>
        </p>
      )}
    </>
  )
}
