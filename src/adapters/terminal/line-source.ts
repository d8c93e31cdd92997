import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { limits } from './limits.ts'
import type { Output } from './output-width.ts'
import { readLines } from './read-lines.ts'

/** A stream that may be a keyboard. */
export type Input = Readable & { readonly isTTY?: boolean }

/** Where the lines of a conversation come from. */
export type LineSource = {
  readonly lines: AsyncIterable<string>
  /** Shows that the next line can be typed. */
  readonly prompt: () => void
  /** Ends `lines`; what was typed before still comes. */
  readonly close: () => void
}

/** Opens the keyboard with editing and history in memory, or a pipe without a prompt. */
export function openLineSource(input: Input, output: Output): LineSource {
  return input.isTTY ? fromKeyboard(input, output) : fromPipe(input)
}

function fromKeyboard(input: Input, output: Output): LineSource {
  const keyboard = createInterface({ input, output, terminal: output.isTTY ?? false, prompt: '> ' })
  // Made at once: a line that comes before there is an iterator is lost.
  const typed = keyboard[Symbol.asyncIterator]()
  let isPrompted = false
  let isClosed = false
  keyboard.on('SIGINT', () => keyboard.close())
  keyboard.on('close', () => {
    isClosed = true
  })

  /** Ctrl-D and Ctrl-C leave the cursor behind the prompt, so a line end follows. */
  async function* lines() {
    for await (const line of typed) {
      isPrompted = false
      yield line
    }
    if (isPrompted) output.write('\n')
  }

  return {
    lines: lines(),
    prompt: () => {
      if (isClosed) return
      isPrompted = true
      keyboard.prompt()
    },
    close: () => keyboard.close(),
  }
}

function fromPipe(input: Input): LineSource {
  let isClosed = false

  async function* lines() {
    try {
      for await (const { text } of readLines(input, limits.maxLineCharacters)) yield text
    } catch (error) {
      if (!isClosed) throw error
    }
  }

  return {
    lines: lines(),
    prompt: () => {},
    close: () => {
      isClosed = true
      input.destroy()
    },
  }
}
