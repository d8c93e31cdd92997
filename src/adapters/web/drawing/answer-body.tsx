import type { Child } from 'hono/jsx'
import type { Answer, Block } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { Blocks } from './blocks.tsx'
import { direction } from './direction.ts'
import type { AnswerDrawing } from './drawing.ts'
import { Heading } from './heading.tsx'
import { Phrasing } from './phrasing.tsx'
import type { Quoted } from './quoted.ts'

type AnswerBodyProps = { readonly answer: Answer; readonly drawing: AnswerDrawing }

/** The body of an answer under one heading: its own where it begins with one, else one of ours, so that none lacks it. */
export function AnswerBody({ answer, drawing }: AnswerBodyProps) {
  const { blocks, outcome } = answer
  const { quoted } = drawing
  const place = blocks.findIndex(({ type }) => type === 'heading')
  const heading = blocks[place]
  if (heading?.type !== 'heading') {
    return (
      <>
        <OwnHeading answer={answer} drawing={drawing} />
        <Blocks blocks={blocks} level={3} drawing={drawing} />
      </>
    )
  }

  const opens = place === 0 && outcome !== 'urgent'
  const level = opens ? 2 : 3
  const end = quoted?.end ?? blocks.length
  return (
    <>
      {!opens && <OwnHeading answer={answer} drawing={drawing} />}
      <Blocks blocks={blocks.slice(0, place)} level={level} drawing={drawing} />
      <Quotation quoted={quoted}>
        <TopicHeading level={level} heading={heading} answer={answer} drawing={drawing} />
        <Blocks
          blocks={blocks.slice(place + 1, end)}
          level={level}
          drawing={drawing}
          isDirected={quoted !== undefined}
        />
      </Quotation>
      <Blocks blocks={blocks.slice(end)} level={level} drawing={drawing} />
    </>
  )
}

type QuotationProps = { readonly quoted: Quoted | undefined; readonly children?: Child }

/** Text in another language than what stands around it. */
function Quotation({ quoted, children }: QuotationProps) {
  if (quoted === undefined) return <>{children}</>
  return (
    <div class="quoted" lang={quoted.language} dir={direction(quoted.language)}>
      {children}
    </div>
  )
}

/** Said by the card itself, and otherwise only to those who listen: what follows says what it is. */
function OwnHeading({ answer: { outcome, topic, blocks }, drawing: { words, isStart } }: AnswerBodyProps) {
  const { urgent, answer } = words.web.exchange
  const isTopic = outcome !== 'urgent' && topic !== undefined && !blocks.some(({ type }) => type === 'heading')
  if (isTopic) {
    return (
      <Heading level={2} dir="auto" isStart={isStart}>
        {safeText(topic)}
      </Heading>
    )
  }
  return (
    <Heading level={2} isStart={isStart} isHidden={outcome !== 'urgent'}>
      {outcome === 'urgent' ? urgent : answer}
    </Heading>
  )
}

type TopicHeadingProps = AnswerBodyProps & {
  readonly level: number
  readonly heading: Extract<Block, { readonly type: 'heading' }>
}

function TopicHeading({ level, heading, answer: { topic }, drawing }: TopicHeadingProps) {
  const { quoted, isStart } = drawing
  return (
    <Heading level={level} dir={quoted === undefined ? 'auto' : undefined} isStart={isStart === true && level === 2}>
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
