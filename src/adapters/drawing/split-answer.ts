import type { Answer, Block } from '../../responder/answer.ts'
import type { ChatWords } from '../../responder/templates.ts'
import { splitBlocks } from './split-blocks.ts'

export type SplitOptions = {
  readonly words: ChatWords
  /** One sentence that stands before the answer, such as that a section is gone. */
  readonly note?: string
  /** Whether blocks fit into one message. */
  readonly fits: (blocks: readonly Block[]) => boolean
}

/** Messages of one answer at most: more would fill a channel. */
const maxParts = 4

/**
 * Splits note and body of an answer into what each of its messages holds, with the topic beside the first heading.
 *
 * Where not all of it fits, the last part says so.
 */
export function splitAnswer(
  { topic, blocks }: Pick<Answer, 'topic' | 'blocks'>,
  { words, note, fits }: SplitOptions,
): readonly (readonly Block[])[] {
  const longer = paragraph(words.notes.longer)
  const { parts, isCut } = splitBlocks(
    [...(note === undefined ? [] : [paragraph(note)]), ...withTopic(topic, blocks)],
    { maxParts, fits, fitsCut: (part) => fits([...part, longer]) },
  )
  const last = parts.at(-1) ?? []
  return isCut ? [...parts.slice(0, -1), [...last, longer]] : parts
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
