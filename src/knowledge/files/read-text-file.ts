import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { limits, tooLarge } from '../markdown/limits.ts'
import type { Problem } from '../problem.ts'
import { fileFault, noRegularFile } from './file-fault.ts'

/** Reads a regular file of UTF-8 text; one that is too large or no text is added to `problems`. */
export function readTextFile(file: string, problems: Problem[]): string | undefined {
  const bytes = readBytes(file, problems)
  if (bytes === undefined) return undefined

  const text = decode(bytes)
  if (text === undefined) {
    problems.push({ file, line: lineNotInUtf8(bytes), message: 'the text is not UTF-8', fix: 'save the file in UTF-8' })
  }
  return text
}

/** What was a file when the folder was listed may be a link or a pipe by now: neither is followed nor waited for. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function readBytes(file: string, problems: Problem[]): Uint8Array | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, openFlags)
    const status = fstatSync(descriptor)
    if (status.isFile() && status.size <= limits.maxBytes) return readFileSync(descriptor)

    problems.push({ file, line: 1, ...(status.isFile() ? tooLarge : noRegularFile) })
  } catch (error) {
    problems.push({ file, line: 1, ...fileFault(error) })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
  return undefined
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Counts lines up to the first that does not decode; no character of UTF-8 reaches over a line end. */
function lineNotInUtf8(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline
    if (decode(bytes.subarray(start, end)) === undefined) return line
    start = end + 1
  }
  return 1
}
