import type { Block, Phrasing } from '../../src/responder/answer.ts'
import { linesOf } from '../responder/answer-text.ts'

export function text(value: string): Phrasing {
  return { type: 'text', value }
}

export function list(items: readonly (string | readonly Block[])[], start?: number): Block {
  return {
    type: 'list',
    items: items.map((item) => (typeof item === 'string' ? [say(item)] : item)),
    ...(start === undefined ? {} : { start }),
  }
}

export function quotation(...children: readonly Block[]): Block {
  return { type: 'blockquote', children }
}

export function table(...rows: readonly (readonly string[])[]): Block {
  return { type: 'table', rows: rows.map((row) => row.map((value) => [text(value)])) }
}

/** A paragraph. */
export function say(value: string): Block {
  return { type: 'paragraph', children: [text(value)] }
}

/** All words of blocks, without white space. */
export function lettersOf(blocks: readonly Block[]): string {
  return linesOf(blocks).join('').replace(/\s+/g, '')
}
