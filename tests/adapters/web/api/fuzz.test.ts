import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { createReplies } from '../../../../src/adapters/terminal/create-replies.ts'
import { bot } from '../../../responder/shipped-bot.ts'
import { createRandomNumbers, type RandomNumbers } from '../../random-numbers.ts'
import { startWeb } from '../start-web.ts'
import { canary, type OddRequest, oddRequest } from './odd-requests.ts'
import { post } from './post.ts'
import { type RawResponse, sendAndLeave, sendRaw } from './send-raw.ts'

const requests = 10_000
const atOnce = 16

/** Allowed between the first half of the requests and the second: a leak of 2 kB a request would be as much. */
const mostGrowth = 10 * 1024 * 1024

const seed = process.env['CI'] === undefined ? Date.now() % 1_000_000_007 : 20_261_123

it(`10,000 odd requests break nothing and get back nothing of their own (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')]
  const { url, logged } = await startWeb({ settings: { isRateLimited: false, isProxyTrusted: true } })
  const port = Number(new URL(url).port)
  const random = createRandomNumbers(seed)
  const statuses = new Map<number, number>()
  const count = (status: number) => void statuses.set(status, (statuses.get(status) ?? 0) + 1)

  const first = await sendMany(port, requests / 2, random, count)
  const middle = heapInUse()
  const second = await sendMany(port, requests / 2, random, count)
  const end = heapInUse()
  const reply = await post({ url }, '/api/ask', { text: 'is it genetic?' })

  expect([...first, ...second].slice(0, 5)).toEqual([])
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 405, 413, 415, 422]))
  expect(logged).toEqual([])
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled()
  expect(end - middle).toBeLessThan(mostGrowth)
  expect(await reply.json()).toEqual(createReplies(bot).reply({ text: 'is it genetic?' }))
})

/** Sends so many, several at once, and gives what is wrong with the answers. */
async function sendMany(
  port: number,
  many: number,
  random: RandomNumbers,
  count: (status: number) => void,
): Promise<readonly string[]> {
  const wrong: string[] = []
  let left = many
  const sendNext = async (): Promise<void> => {
    if (left === 0) return
    left -= 1
    const request = oddRequest(random)
    const response = await (request.leaves ? sendAndLeave : sendRaw)(port, request.bytes)
    count(response?.status ?? 0)
    const found = problemsOf(request, response)
    if (found.length > 0) wrong.push(`${found.join(', ')}: ${request.bytes.subarray(0, 300).toString('latin1')}`)
    return sendNext()
  }
  await Promise.all(Array.from({ length: atOnce }, sendNext))
  return wrong
}

function problemsOf({ leaves, sound }: OddRequest, response: RawResponse | undefined): readonly string[] {
  if (response === undefined) return sound === undefined || leaves ? [] : ['no answer']
  const { status, head, body } = response
  const isError = status >= 400
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(head.toLowerCase().includes('set-cookie') ? ['a cookie'] : []),
    ...(head.toLowerCase().includes('access-control') ? ['CORS'] : []),
    ...(head.includes(canary) ? ['reflected in a header'] : []),
    ...(isError && body.includes(canary) ? ['reflected in an error'] : []),
    ...(isPage(head) && isUnescaped(body) ? ['unescaped in a page'] : []),
    ...(isError && isForPrograms(sound) && !isProblem(response) ? ['no problem document'] : []),
  ]
}

function isPage(head: string): boolean {
  return /content-type: text\/html/i.test(head)
}

function isUnescaped(body: string): boolean {
  return [`${canary}<b>`, `<script>${canary}`, '<img src=x'].some((text) => body.includes(text))
}

function isForPrograms(sound: OddRequest['sound']): boolean {
  if (sound === undefined || sound.method === 'HEAD') return false
  return new URL(`http://127.0.0.1${sound.path}`).pathname.startsWith('/api/')
}

function isProblem({ status, head, body }: RawResponse): boolean {
  if (!/content-type: application\/problem\+json/i.test(head)) return false
  const problem: unknown = JSON.parse(body)
  return typeof problem === 'object' && problem !== null && 'status' in problem && problem.status === status
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}
