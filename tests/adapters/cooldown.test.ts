import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Cooldown, createCooldown, type Pace } from '../../src/adapters/cooldown.ts'

beforeEach(() => {
  vi.useFakeTimers()
  // A clock at zero reads as "no time limit" in the cache.
  vi.advanceTimersByTime(1)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('ask() of one person', () => {
  it('lets five questions in ten seconds through, says once to wait, and then waits in silence', async () => {
    const cooldown = createCooldown()

    expect(await askTimes(cooldown, 8, 'ann')).toEqual(['go', 'go', 'go', 'go', 'go', 'say-wait', 'wait', 'wait'])
  })

  it('lets questions through again when ten seconds are over', async () => {
    const cooldown = createCooldown()
    await askTimes(cooldown, 20, 'ann')

    vi.advanceTimersByTime(10_010)

    expect(await askTimes(cooldown, 6, 'ann')).toEqual(['go', 'go', 'go', 'go', 'go', 'say-wait'])
  })

  it('holds back whoever went on to ask more than sixty times, until the minute is over', async () => {
    const cooldown = createCooldown()

    const letThrough = await inTurn(7, async () => {
      const paces = await askTimes(cooldown, 12, 'ann')
      vi.advanceTimersByTime(10_010)
      return paces.filter((pace) => pace === 'go').length
    })

    expect(letThrough).toEqual([5, 5, 5, 5, 5, 0, 5])
  })

  it('says it again after a minute of being held back', async () => {
    const cooldown = createCooldown()
    await fillServer(cooldown, 'home')
    const first = await cooldown.ask('ann', 'home')

    await inTurn(6, async () => {
      vi.advanceTimersByTime(10_010)
      await fillServer(cooldown, 'home')
    })

    expect(first).toBe('say-wait')
    expect(await askTimes(cooldown, 2, 'ann', 'home')).toEqual(['say-wait', 'wait'])
  })

  it('leaves other people alone', async () => {
    const cooldown = createCooldown()
    await askTimes(cooldown, 10, 'ann')

    expect(await cooldown.ask('ben')).toBe('go')
  })

  it('counts questions that come one after another as those that come at the same time', async () => {
    const { ask } = createCooldown()

    const paces = await inTurn(7, () => ask('ann'))

    expect(paces).toEqual(['go', 'go', 'go', 'go', 'go', 'say-wait', 'wait'])
  })
})

describe('ask() of one server', () => {
  it('lets thirty questions in ten seconds through, and says to everybody once to wait', async () => {
    const cooldown = createCooldown()
    await fillServer(cooldown, 'home')

    expect(await askTimes(cooldown, 2, 'ann', 'home')).toEqual(['say-wait', 'wait'])
    expect(await askTimes(cooldown, 2, 'ben', 'home')).toEqual(['say-wait', 'wait'])
    expect(await cooldown.ask('ben', 'elsewhere')).toBe('go')
    expect(await cooldown.ask('cal')).toBe('go')
  })

  it('does not count what a person who is held back asks', async () => {
    const cooldown = createCooldown()

    await askTimes(cooldown, 500, 'ann', 'home')

    expect(await askTimes(cooldown, 5, 'ben', 'home')).toEqual(['go', 'go', 'go', 'go', 'go'])
  })
})

describe('ask() and the clock', () => {
  it.each(['1999-01-01', '2099-01-01'])('holds nobody longer when the clock is set to %s', async (day) => {
    const cooldown = createCooldown()
    await askTimes(cooldown, 6, 'ann')

    vi.setSystemTime(day)
    vi.advanceTimersByTime(10_010)

    expect(await cooldown.ask('ann')).toBe('go')
  })

  it('holds people back while the clock is set back', async () => {
    const cooldown = createCooldown()
    await askTimes(cooldown, 5, 'ann')

    vi.setSystemTime('1999-01-01')

    expect(await cooldown.ask('ann')).toBe('say-wait')
  })
})

describe('ask() in memory', () => {
  it('does not keep a process from ending', () => {
    const script = `
      import { createCooldown } from './src/adapters/cooldown.ts'
      console.log(await createCooldown().ask('ann', 'home'))`

    const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      encoding: 'utf8',
      timeout: 9000,
    })

    expect(said).toBe('go\n')
  })

  it('forgets who has been silent longest where there are too many people', async () => {
    const cooldown = createCooldown({ max: 2 })
    await askTimes(cooldown, 6, 'ann')
    await askTimes(cooldown, 6, 'ben')
    await askTimes(cooldown, 6, 'cal')

    expect(await cooldown.ask('cal')).toBe('wait')
    expect(await cooldown.ask('ann')).toBe('go')
  })

  it('keeps nothing once the last minute is over', async () => {
    const cooldown = createCooldown()
    await inTurn(100, (person) => askTimes(cooldown, 6, `person ${person}`, 'home'))

    vi.advanceTimersByTime(60_010)

    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps no more than it was told to, whoever asks', async () => {
    const cooldown = createCooldown({ max: 10 })

    await inTurn(100, (person) => cooldown.ask(`person ${person}`, `server ${person}`))

    // Each of three limits has a record and its place in the order, both with a timer; the rest measures time.
    expect(vi.getTimerCount()).toBeLessThan(10 * 6 + 10)
  })
})

/** Answers come in the order of the questions. */
function askTimes({ ask }: Cooldown, times: number, person: string, server?: string): Promise<readonly Pace[]> {
  return Promise.all(Array.from({ length: times }, () => ask(person, server)))
}

/** Thirty people ask one question each. */
async function fillServer({ ask }: Cooldown, server: string): Promise<void> {
  await Promise.all(Array.from({ length: 30 }, (_, person) => ask(`somebody ${person}`, server)))
}

async function inTurn<Value>(times: number, step: (time: number) => Promise<Value>): Promise<readonly Value[]> {
  if (times === 0) return []
  const before = await inTurn(times - 1, step)
  return [...before, await step(times)]
}
