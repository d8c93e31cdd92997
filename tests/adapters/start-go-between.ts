import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** Stands between the bot and the stand-in, and says on the gateway what the stand-in never would. */
export type GoBetween = {
  /** Base of the REST address for the bot. */
  readonly apiUrl: string
  /** Says something to whoever is connected to the gateway: a text frame, or a binary one. */
  readonly say: (frame: string | Uint8Array) => void
  readonly close: () => Promise<void>
}

/** Starts one on 127.0.0.1, on a free port unless told otherwise; all else goes to and fro as it is. */
export async function startGoBetween({ apiUrl }: { readonly apiUrl: string }, wanted = 0): Promise<GoBetween> {
  const { port: target, pathname } = new URL(apiUrl)
  const sockets = new Set<Duplex>()
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const forwarded = request({ host: '127.0.0.1', port: target, method, path: url, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        // Where the gateway is comes from here, so that the bot goes this way.
        const body = url?.endsWith('/gateway/bot') === true ? text.replaceAll(`:${target}/`, `:${port}/`) : text
        const { 'content-length': _, ...rest } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 500, rest).end(body)
      })
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    const upstream = connect(Number(target), '127.0.0.1')
    upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headersOf(incoming)}\r\n\r\n`)
    socket.pipe(upstream).pipe(socket)
    sockets.add(socket)
    for (const each of [socket, upstream]) each.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      upstream.destroy()
    })
    upstream.on('close', () => socket.destroy())
  })

  server.listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    apiUrl: `http://127.0.0.1:${port}${pathname}`,
    say: (frame) => {
      for (const socket of sockets) socket.write(webSocketFrame(frame))
    },
    close: async () => {
      const closed = once(server, 'close')
      for (const socket of sockets) socket.destroy()
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function headersOf({ rawHeaders }: IncomingMessage): string {
  return rawHeaders
    .flatMap((name, place) => (place % 2 === 0 ? [`${name}: ${rawHeaders[place + 1]}`] : []))
    .join('\r\n')
}

/** One unmasked frame (RFC 6455, section 5.2), of less than 64 KiB. */
function webSocketFrame(data: string | Uint8Array): Buffer {
  const payload = Buffer.from(data)
  const length = payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([typeof data === 'string' ? 0x81 : 0x82, ...length]), payload])
}
