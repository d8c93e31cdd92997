import type { Answer } from '../../../responder/answer.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import type { Shown } from '../create-take-step.ts'
import { CarriedFields } from '../drawing/carried-fields.tsx'
import { type AnswerDrawing, chatAddress } from '../drawing/drawing.ts'
import { titleOf } from '../drawing/title-of.ts'
import { render, renderNote } from '../render.tsx'
import { HelpSection } from './help-section.tsx'
import { Page } from './page.tsx'
import { QuestionForm } from './question-form.tsx'
import type { Site } from './site.ts'

/** What came of the last step. */
export type Came =
  | { readonly type: 'nothing' | 'empty' }
  /** Somebody asks too fast; the question stays in the box. */
  | { readonly type: 'held-back'; readonly typed: string }
  | {
      readonly type: 'shown'
      readonly shown: Shown
      /** In the language of the answer, which may be another than that of the page. */
      readonly drawing: AnswerDrawing
      /** Whether the answer is the help lines themselves, which need not stand on the page twice. */
      readonly isHelp: boolean
    }

type ChatPageProps = {
  readonly site: Site
  readonly came: Came
  /** Questions to begin with. */
  readonly examples: Answer
  readonly suggest: 'browser' | 'server'
}

/** The page to ask on. A card stands before everything else. */
export function ChatPage({ site, came, examples, suggest }: ChatPageProps) {
  const { web } = site.words
  const isUrgent = came.type === 'shown' && came.shown.answer.outcome === 'urgent'
  const conversation = (
    <div id="conversation" role="log" aria-live="polite" aria-label={web.exchange.log}>
      {came.type !== 'empty' && <Exchange came={came} site={site} isStart />}
    </div>
  )
  const lines = came.type === 'shown' && came.isHelp ? site.choice : site.help
  const help = <HelpSection site={site} action={chatAddress(site)} lines={lines} />
  return (
    <Page site={site} title={titleFor(came, site)} here="ask" hasScript help={help}>
      {isUrgent && <h1 class="visually-hidden">{web.title}</h1>}
      {isUrgent && conversation}
      <div class="ask">
        {!isUrgent && <h1>{web.title}</h1>}
        {!isUrgent && <p class="lead">{web.lead}</p>}
        <QuestionForm
          site={site}
          suggest={suggest}
          typed={came.type === 'held-back' ? came.typed : ''}
          isEmpty={came.type === 'empty'}
        />
        <p id="notice" role="status"></p>
        <p id="announcement" class="visually-hidden" role="status"></p>
      </div>
      {!isUrgent && conversation}
      {came.type !== 'shown' && <Examples site={site} examples={examples} />}
    </Page>
  )
}

function Examples({ site, examples }: { readonly site: Site; readonly examples: Answer }) {
  const questions = examples.actions.filter((each) => each.type === 'question')
  if (questions.length === 0) return null
  return (
    <form class="examples" method="post" action={chatAddress(site)}>
      <CarriedFields {...site.carried} />
      <h2>{site.words.web.ask.examples}</h2>
      <div class="choices">
        {questions.map(({ label }) => (
          <button type="submit" name="example" value={label} dir="auto">
            {cutLabel(label, maxLabel)}
          </button>
        ))}
      </div>
    </form>
  )
}

/** Characters of a question on a button. */
const maxLabel = 200

/** What the page is about now, which is what whoever hears it is told first. */
function titleFor(came: Came, { words }: Site): string {
  if (came.type === 'held-back') return words.web.faults.busy
  if (came.type !== 'shown') return words.web.title
  return came.isHelp ? words.pick.help : titleOf(came.shown.answer, came.drawing)
}

type ExchangeProps = {
  readonly came: Came
  readonly site: Site
  /** As in AnswerDrawing; the script sees to it by itself. */
  readonly isStart?: boolean
}

/** An exchange as it stands on the page and comes alone to the script. */
export function Exchange({ came, site, isStart = false }: ExchangeProps) {
  const { words, choice } = site
  const disclaimer = choice.disclaimer.text
  const { title, ask, faults } = words.web
  switch (came.type) {
    case 'nothing':
      return null
    case 'empty':
      return renderNote({ outcome: came.type, title, note: ask.empty, disclaimer, isStart })
    case 'held-back':
      return renderNote({ outcome: came.type, title: faults.busy, note: words.notes.busy, disclaimer, isStart })
    case 'shown':
      return render(came.shown, { ...came.drawing, isStart })
  }
}
