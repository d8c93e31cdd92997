import type { Answer, Block } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { limits } from '../limits.ts'
import { renderBlocks } from './render-blocks.ts'
import { splitBlocks } from './split-blocks.ts'

export type BodyOptions = {
  readonly words: ChatWords
  /** One sentence that stands before the answer, such as that a section is gone. */
  readonly note?: string
}

/** Draws note and blocks as texts of at most so many characters, with the topic beside the first heading. */
export function renderBody(
  { topic, blocks }: Answer,
  maxCharacters: number,
  { note, words }: BodyOptions,
): readonly string[] {
  const fits = (part: readonly Block[]) => renderBlocks(part).length <= maxCharacters
  const longer = paragraph(words.notes.longer)
  const { parts, isCut } = splitBlocks(
    [...(note === undefined ? [] : [paragraph(note)]), ...withTopic(topic, blocks)],
    {
      maxParts: limits.maxParts,
      fits,
      fitsCut: (part) => fits([...part, longer]),
    },
  )
  return parts.map((part, place) => renderBlocks(isCut && place === parts.length - 1 ? [...part, longer] : part))
}

/** The topic is the heading where there is none. */
function withTopic(topic: string | undefined, blocks: readonly Block[]): readonly Block[] {
  if (topic === undefined) return blocks

  const place = blocks.findIndex(({ type }) => type === 'heading')
  const heading = blocks[place]
  if (heading?.type !== 'heading') return [{ type: 'heading', depth: 1, children: [text(topic)] }, ...blocks]
  return blocks.with(place, { ...heading, children: [...heading.children, text(` · ${topic}`)] })
}

function paragraph(value: string): Block {
  return { type: 'paragraph', children: [text(value)] }
}

function text(value: string) {
  return { type: 'text', value } as const
}
