import type { Answer, Block } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { Blocks } from './blocks.tsx'
import type { Drawing } from './drawing.ts'
import { Heading } from './heading.tsx'
import { Phrasing } from './phrasing.tsx'

type AnswerBodyProps = { readonly answer: Answer; readonly drawing: Drawing }

/** The body of an answer under one heading: its own where it begins with one, else one of ours, so that none lacks it. */
export function AnswerBody({ answer, drawing }: AnswerBodyProps) {
  const { blocks, topic, outcome } = answer
  const place = blocks.findIndex(({ type }) => type === 'heading')
  const heading = blocks[place]
  if (heading?.type !== 'heading') {
    return (
      <>
        {topic === undefined ? (
          <OwnHeading outcome={outcome} drawing={drawing} />
        ) : (
          <h2 dir="auto">{safeText(topic)}</h2>
        )}
        <Blocks blocks={blocks} level={3} drawing={drawing} />
      </>
    )
  }

  const opens = place === 0 && outcome !== 'urgent'
  const level = opens ? 2 : 3
  return (
    <>
      {!opens && <OwnHeading outcome={outcome} drawing={drawing} />}
      <Blocks blocks={blocks.slice(0, place)} level={level} drawing={drawing} />
      <TopicHeading level={level} heading={heading} topic={topic} drawing={drawing} />
      <Blocks blocks={blocks.slice(place + 1)} level={level} drawing={drawing} />
    </>
  )
}

type OwnHeadingProps = { readonly outcome: Answer['outcome']; readonly drawing: Drawing }

/** Said by the card itself, and otherwise only to those who listen: what follows says what it is. */
function OwnHeading({ outcome, drawing: { words } }: OwnHeadingProps) {
  const { urgent, answer } = words.web.exchange
  // Where the page was loaded anew, reading begins with the card.
  if (outcome === 'urgent') {
    return (
      <h2 tabindex={-1} autofocus>
        {urgent}
      </h2>
    )
  }
  return <h2 class="visually-hidden">{answer}</h2>
}

type TopicHeadingProps = {
  readonly level: number
  readonly heading: Extract<Block, { readonly type: 'heading' }>
  readonly topic: string | undefined
  readonly drawing: Drawing
}

function TopicHeading({ level, heading, topic, drawing }: TopicHeadingProps) {
  return (
    <Heading level={level} dir="auto">
      <Phrasing parts={heading.children} drawing={drawing} />
      {topic !== undefined && (
        <>
          {' '}
          <span class="topic">{safeText(topic)}</span>
        </>
      )}
    </Heading>
  )
}
