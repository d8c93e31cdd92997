import type { Bot } from '../../responder/bot.ts'
import type { Adapter } from '../adapter.ts'
import { createConversation, type Reply } from './conversation.ts'
import { type Input, type LineSource, openLineSource } from './line-source.ts'
import { type Output, outputWidth } from './output-width.ts'
import { renderText } from './render.ts'
import { sentences } from './sentences.ts'
import { wrapText } from './wrap.ts'
import { createWrite } from './write.ts'

export type TerminalParts = {
  readonly bot: Bot
  readonly input: Input
  readonly output: Output
  readonly color: boolean
  /** The person's language as their machine has it, BCP 47. */
  readonly locale?: string
}

/** An adapter that its person can leave. */
export type TerminalAdapter = Adapter & {
  /** Resolves once the conversation is over; rejects if reading or writing failed. */
  ended(): Promise<void>
}

/** Creates the chat of one person over two streams. A number picks the choice shown last; nothing typed is kept. */
export function createTerminalAdapter({ bot, input, output, color, locale }: TerminalParts): TerminalAdapter {
  const reply = createConversation(bot, locale)
  const write = createWrite(output)
  let source: LineSource | undefined
  let conversation: Promise<void> = Promise.resolve()

  async function converse({ lines, prompt, close }: LineSource): Promise<void> {
    try {
      for await (const line of lines) {
        const said = reply(line)
        if (said.type === 'goodbye') break
        if (!(await write(draw(said)))) return
        prompt()
      }
      await write(`${sentences.goodbye}\n`)
    } finally {
      close()
    }
  }

  function draw(said: Exclude<Reply, { readonly type: 'goodbye' }>): string {
    const width = outputWidth(output)
    switch (said.type) {
      case 'answer':
        return `${renderText(said.answer, { width, color, numbered: true })}\n\n`
      case 'sentence':
        return `${wrapText(said.text, width).join('\n')}\n`
      case 'nothing':
        return ''
    }
  }

  return {
    name: 'terminal',

    async start() {
      source = openLineSource(input, output)
      const isOpen = await write(`${wrapText(sentences.greeting, outputWidth(output)).join('\n')}\n\n`)
      if (!isOpen) return source.close()
      source.prompt()
      conversation = converse(source)
      // A failure is for whoever waits for the end.
      conversation.catch(() => {})
    },

    async stop() {
      source?.close()
      await conversation
    },

    ended: () => conversation,
  }
}
