import type { Writable } from 'node:stream'
import { limits } from './limits.ts'

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Columns to fill; Infinity where another program reads, so that it finds sentences in one piece. */
export function outputWidth({ isTTY = false, columns = 0 }: Output): number {
  if (!isTTY) return Number.POSITIVE_INFINITY
  if (columns < 1) return limits.defaultColumns
  return Math.min(columns, limits.maxColumns)
}
