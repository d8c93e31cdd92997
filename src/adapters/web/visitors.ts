import { isIPv6 } from 'node:net'
import { createLimit } from '../create-limit.ts'
import { createRecent } from '../recent.ts'

/** How much one address may ask: a school or an office may have one for all. */
const limits = {
  asked: { points: 30, seconds: 10 },
  /** Beyond this only what is short is read, for signs of need; a person with ten fingers stays far below. */
  requests: { points: 300, seconds: 10 },
} as const

/** Addresses that are told apart at a time. */
const mostVisitors = 20_000

/** Holds back whoever asks faster than anybody reads, by the address that a request comes from. */
export type Visitors = {
  /** Whether a question from there is answered now. */
  readonly mayAsk: (address: string) => Promise<boolean>
  /** Whether a request from there is one of no more than people send. */
  readonly mayCome: (address: string) => Promise<boolean>
}

/** Creates the limits, in memory; an address is kept as a hash whose key dies with the process. */
export function createVisitors(): Visitors {
  const { key } = createRecent({ max: 1 })
  const asked = createLimit(limits.asked, mostVisitors)
  const requests = createLimit(limits.requests, mostVisitors)

  return {
    mayAsk: (address) => asked(key(networkOf(address))),
    mayCome: (address) => requests(key(networkOf(address))),
  }
}

/** One household has 2^64 addresses of IPv6, so that the first half is what tells people apart (RFC 6177, section 2). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [unzoned = ''] = address.split('%', 1)
  // There are many ways to write one; URLs know a single one.
  const written = new URL(`http://[${unzoned}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(written)?.slice(1)
  if (mapped !== undefined) return mapped.flatMap(bytesOf).join('.')

  const [head = '', tail] = written.split('::')
  const [front, back] = [groupsOf(head), groupsOf(tail ?? '')]
  const missing = 8 - front.length - back.length
  return `${[...front, ...Array.from({ length: missing }, () => '0'), ...back].slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':')
}

function bytesOf(group: string): readonly number[] {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}
