import { EventEmitter, once } from 'node:events'
import { Agent, createServer, type RequestListener, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHttpServer } from '../../src/adapters/http-server.ts'
import { PlatformRefused } from '../../src/adapters/platform-refused.ts'
import { until } from './until.ts'

const hello: RequestListener = (_, response) => void response.end('hello')

afterEach(() => {
  vi.restoreAllMocks()
})

describe('listen()', () => {
  it.each([
    ['127.0.0.1', /^http:\/\/127\.0\.0\.1:\d+$/],
    ['localhost', /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d+$/],
  ])('gives the address of %s, at which it listens', async (host, address) => {
    const { server, get } = open({ host })
    server.handle('/here', hello)

    const url = await server.listen()

    expect(url).toMatch(address)
    expect(await get('/here')).toEqual({ status: 200, body: 'hello' })
  })

  it('listens once, however many ask', async () => {
    const { server } = open()

    const urls = await Promise.all([server.listen(), server.listen(), server.listen()])

    expect(new Set(urls).size).toBe(1)
  })

  it('names PORT where it is in use, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { server } = open({ port })

    const error: unknown = await server.listen().catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(PlatformRefused)
    expect(String(error)).toContain(`PORT ${port} is in use by another program`)
  })

  it('names HOST where this machine has no such address', async () => {
    // an address that is kept for examples
    const { server } = open({ host: '192.0.2.1' })

    const error: unknown = await server.listen().catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(PlatformRefused)
    expect(String(error)).toContain('HOST is no address of this machine')
  })
})

describe('handle()', () => {
  it.each(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'])('gives a listener requests of method %s', async (method) => {
    const { server, get } = open()
    server.handle('/here', ({ method: used }, response) => void response.end(used))

    await server.listen()

    expect(await get('/here', { method })).toEqual({ status: 200, body: method })
  })

  it('gives each path to its own listener, with a query or without one', async () => {
    const { server, get } = open()
    server.handle('/one', (_, response) => void response.end('one'))
    server.handle('/two', ({ url }, response) => void response.end(url))
    await server.listen()

    const answers = await Promise.all([get('/one'), get('/two?a=1?b'), get('/one?')])

    expect(answers.map(({ body }) => body)).toEqual(['one', '/two?a=1?b', 'one'])
  })

  it('takes listeners while it listens already', async () => {
    const { server, get } = open()
    await server.listen()

    const before = await get('/here')
    server.handle('/here', hello)

    expect(before.status).toBe(404)
    expect((await get('/here')).status).toBe(200)
  })

  it.each([
    '/',
    '/here/',
    '/her',
    '/here/more',
    '/HERE',
    '/%68ere',
    '//here',
    '/../here',
    '/__proto__',
    '/constructor',
  ])('finds nothing at %s', async (path) => {
    const { server, get } = open()
    server.handle('/here', hello)
    await server.listen()

    expect(await get(path)).toEqual({ status: 404, body: '' })
  })

  it.each(['*', 'http://127.0.0.1/here', 'here'])('finds nothing where the target is "%s"', async (target) => {
    const { server, send } = open()
    server.handle('/here', hello)
    await server.listen()

    const answer = await send(`OPTIONS ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)

    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /)
  })
})

it('keeps no reply for who does not read it', async () => {
  const { server } = open({ silentMs: 200 })
  let isGivenUp = false
  server.handle('/long', (_, response) => {
    response.once('close', () => {
      isGivenUp = true
    })
    response.end(Buffer.alloc(50 * 1024 * 1024))
  })
  const { hostname, port } = new URL(await server.listen())
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())

  socket.write('GET /long HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  await once(socket, 'readable')
  // What this machine holds for both sides arrives; the rest was given up.
  await until(() => isGivenUp, 'the server to give up')

  socket.resume()
  await once(socket, 'close')
  expect(socket.bytesRead).toBeLessThan(50 * 1024 * 1024)
})

describe('handleRest()', () => {
  it('gives a listener what nobody else handles, whatever its path and method', async () => {
    const { server, get } = open()
    server.handle('/here', hello)
    server.handleRest(({ method, url }, response) => void response.end(`${method} ${url}`))
    await server.listen()

    const answers = await Promise.all([get('/here?a'), get('/there'), get('/here/more', { method: 'PUT' }), get('/?a')])

    expect(answers.map(({ body }) => body)).toEqual(['hello', 'GET /there', 'PUT /here/more', 'GET /?a'])
  })

  it('leaves to a path its own listener, whichever came first', async () => {
    const { server, get } = open()
    server.handleRest((_, response) => void response.end('rest'))
    await server.listen()

    const before = await get('/here')
    server.handle('/here', hello)

    expect(before.body).toBe('rest')
    expect((await get('/here')).body).toBe('hello')
  })

  it('ends in 500 where its listener throws, and is logged', async () => {
    const { server, get, logged } = open()
    server.handleRest(() => {
      throw new Error('broken')
    })
    await server.listen()

    expect(await get('/there')).toEqual({ status: 500, body: '' })
    expect(logged).toEqual(['request-failed'])
  })
})

describe('a listener that throws', () => {
  it('ends in 500, is logged, and leaves the others alone', async () => {
    const { server, get, logged } = open()
    server.handle('/broken', () => {
      throw new Error('broken')
    })
    server.handle('/here', hello)
    await server.listen()

    const broken = await get('/broken')

    expect(broken).toEqual({ status: 500, body: '' })
    expect(logged).toEqual(['request-failed'])
    expect((await get('/here')).status).toBe(200)
  })

  it('breaks an answer off that has begun, so that nobody takes it for whole', async () => {
    const { server, get } = open()
    server.handle('/broken', (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half of it')
      throw new Error('broken')
    })
    await server.listen()

    await expect(get('/broken')).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
  })
})

it('a request that never arrives whole is ended in 408', async () => {
  const { server } = open({ requestMs: 400 })
  server.handle('/here', hello)
  const url = new URL(await server.listen())
  const socket = connect(Number(url.port), url.hostname)
  onTestFinished(() => void socket.destroy())
  const start = performance.now()

  socket.write('POST /here HTTP/1.1\r\nHost: 127.0.0.1\r\n')
  const answer = await readText(socket)

  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(performance.now() - start).toBeLessThan(5_000)
})

describe('close()', () => {
  it('ends where it has never listened', async () => {
    const { server } = open()

    await expect(server.close()).resolves.toBeUndefined()
  })

  it('takes no new connections', async () => {
    const { server, get } = open()
    server.handle('/here', hello)
    await server.listen()

    await server.close()

    await expect(get('/here')).rejects.toThrow('ECONNREFUSED')
  })

  it('lets requests under way finish, and ends with the last of them', async () => {
    const { server, get, arrived } = open()
    await server.listen()
    const slow = get('/slow')
    const response = await arrived()

    const start = performance.now()
    const closed = server.close()
    response.end('late')

    expect(await slow).toEqual({ status: 200, body: 'late' })
    await closed
    expect(performance.now() - start).toBeLessThan(1500)
  })

  it('waits two seconds at most for a request that does not end', async () => {
    const { server, get, arrived } = open()
    await server.listen()
    const failure = get('/slow').catch(String)
    await arrived()

    const start = performance.now()
    await server.close()

    expect(performance.now() - start).toBeGreaterThan(1900)
    expect(performance.now() - start).toBeLessThan(6000)
    expect(await failure).toMatch(/socket hang up|ECONNRESET/)
  })

  it('waits for no connection that is only kept', async () => {
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    const { server, get } = open()
    server.handle('/here', hello)
    await server.listen()
    await get('/here', { agent })

    const start = performance.now()
    await server.close()

    expect(performance.now() - start).toBeLessThan(1500)
  })

  it('can be called twice', async () => {
    const { server } = open()
    await server.listen()

    await expect(Promise.all([server.close(), server.close()])).resolves.toHaveLength(2)
  })
})

/** A server that is closed with the test, with a listener for `/slow` that does not answer by itself. */
function open({ host = '127.0.0.1', port = 0, requestMs = 10_000, silentMs = 30_000 } = {}) {
  const logged: string[] = []
  const write = (event: string) => void logged.push(event)
  const server = createHttpServer({ host, port, requestMs, silentMs, log: { info: write, warn: write, error: write } })
  onTestFinished(() => server.close())
  const slow = new EventEmitter()
  const arrival = once(slow, 'arrival')
  server.handle('/slow', (_, response) => void slow.emit('arrival', response))

  return {
    server,
    logged,
    /** The answer to give to the first request for `/slow`. */
    arrived: async () => {
      const [response] = await arrival
      return response as ServerResponse
    },
    get: async (path: string, options: { readonly method?: string; readonly agent?: Agent } = {}) => {
      const { hostname, port: actual } = new URL(await server.listen())
      const sent = request({ host: hostname.replace(/[[\]]/g, ''), port: actual, path, ...options }).end()
      const [response] = await once(sent, 'response')
      return { status: response.statusCode as number, body: await readText(response) }
    },
    send: async (text: string) => {
      const url = new URL(await server.listen())
      const socket = connect(Number(url.port), url.hostname)
      socket.write(text)
      return readText(socket)
    },
  }
}
