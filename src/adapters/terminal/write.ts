import type { Writable } from 'node:stream'

/** Writes text and waits until it is taken, so that no more than one piece is in memory; false once the reader has gone. */
export type Write = (text: string) => Promise<boolean>

/** Prepares writing to a stream. Other failures than a reader that has gone, such as a full disk, are thrown. */
export function createWrite(output: Writable): Write {
  // A failure reaches the callback of its write; without a listener it would end the process beside.
  output.on('error', () => {})

  return (text) =>
    new Promise((resolve, reject) => {
      output.write(text, (error) => {
        if (error === null || error === undefined) resolve(true)
        else if (isGone(error)) resolve(false)
        else reject(error)
      })
    })
}

function isGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'
}
