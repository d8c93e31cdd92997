import { afterEach, describe, expect, it, vi } from 'vitest'
import { createVisitors, networkOf } from '../../../src/adapters/web/visitors.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('networkOf()', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    // the same machine, as a socket for both kinds has it
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['::ffff:0a00:1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::5:6:7:8:9', '2001:db8:0:5::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    // whatever a proxy may say
    ['unknown', 'unknown'],
    ['', ''],
  ])('takes %s for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('createVisitors()', () => {
  it('lets one address ask thirty times in ten seconds, and again after them', async () => {
    vi.useFakeTimers()
    const { mayAsk } = createVisitors()

    const before = await times(31, () => mayAsk('192.0.2.7'))
    vi.advanceTimersByTime(10_001)
    const after = await mayAsk('192.0.2.7')

    expect(before).toEqual([...Array.from({ length: 30 }, () => true), false])
    expect(after).toBe(true)
  })

  it('reads three hundred requests of one address in ten seconds', async () => {
    const { mayCome } = createVisitors()

    const may = await times(301, () => mayCome('192.0.2.7'))

    expect(may.lastIndexOf(true)).toBe(299)
    expect(may.at(-1)).toBe(false)
  })

  it('counts questions and requests apart, and each network by itself', async () => {
    const { mayAsk, mayCome } = createVisitors()
    await times(30, () => mayAsk('2001:db8:1:2::1'))

    const may = [
      await mayAsk('2001:db8:1:2:ffff::9'),
      await mayAsk('2001:db8:1:3::1'),
      await mayAsk('192.0.2.7'),
      await mayCome('2001:db8:1:2::1'),
    ]

    expect(may).toEqual([false, true, true, true])
  })
})

async function times(many: number, does: () => Promise<boolean>): Promise<readonly boolean[]> {
  return Promise.all(Array.from({ length: many }, does))
}
