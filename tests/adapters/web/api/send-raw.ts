import { once } from 'node:events'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What came back, as it stood on the wire. */
export type RawResponse = { readonly status: number; readonly head: string; readonly body: string }

/** Sends bytes as they are and reads until the server closes; undefined where it says nothing. */
export async function sendRaw(port: number, bytes: Buffer): Promise<RawResponse | undefined> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  // The server may have answered and closed before everything is sent.
  socket.on('error', () => {})
  socket.write(bytes)
  const received = await buffer(socket).catch(() => Buffer.alloc(0))
  return parse(received.toString('latin1'))
}

/** Sends bytes and goes away without waiting for anything. */
export async function sendAndLeave(port: number, bytes: Buffer): Promise<undefined> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => {})
  await once(socket, 'connect')
  await new Promise<void>((resolve) => {
    socket.write(bytes, () => resolve())
  })
  socket.destroy()
  return undefined
}

function parse(text: string): RawResponse | undefined {
  const rest = text.replace(/^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n\r\n)+/, '')
  const [, status, head = ''] = /^HTTP\/1\.1 (\d{3}) ([\s\S]*?)\r\n\r\n/.exec(rest) ?? []
  if (status === undefined) return undefined
  const body = rest.slice(rest.indexOf('\r\n\r\n') + 4)
  const whole = /\btransfer-encoding: chunked/i.test(head) ? joinChunks(body) : body
  return { status: Number(status), head, body: Buffer.from(whole, 'latin1').toString() }
}

function joinChunks(body: string): string {
  let joined = ''
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.slice(at, line), 16)
    if (!(size > 0)) break
    joined += body.slice(line + 2, line + 2 + size)
    at = line + 4 + size
  }
  return joined
}
