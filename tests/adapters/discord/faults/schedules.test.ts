import { describe, expect, it } from 'vitest'
import { createRandomNumbers, type RandomNumbers } from '../../random-numbers.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { faultKinds, refusal } from './fault-kinds.ts'
import { startTrial, type Trial } from './start-trial.ts'
import { surfaces } from './ways-of-asking.ts'

/** How many schedules are tried, and from which seed on; `FAULT_SCHEDULES=500 FAULT_SEED=1000` tries others. */
const schedules = Number(process.env['FAULT_SCHEDULES'] ?? 60)
const firstSeed = Number(process.env['FAULT_SEED'] ?? 1)

/** Something that happens in a schedule, with its name for the report of a failure. */
type Step = {
  readonly name: string
  readonly happen: () => Promise<void> | void
  /** Happens before everything else. */
  readonly isFirst?: boolean
}

describe.concurrent('faults in random order', { timeout: 60_000 }, () => {
  it.for(Array.from({ length: schedules }, (_, number) => firstSeed + number))(
    'break no promise in schedule %i',
    async (seed, context) => {
      const random = createRandomNumbers(seed)
      const trial = await startTrial(context, { heartbeatMs: 1_000 })
      const mixed = shuffled(random, [...(await someRequests(trial, random)), ...someFaults(trial, random)])
      const steps = [...mixed.filter(({ isFirst }) => isFirst), ...mixed.filter(({ isFirst }) => !isFirst)]

      try {
        await steps.reduce((before, { happen }) => before.then(happen), Promise.resolve())
        expect(await brokenPromises(trial)).toEqual([])
        expect(trial.discord.gateway.busiestMinute()).toBeLessThan(120)
      } catch (cause) {
        throw new Error(`Schedule ${seed}: ${steps.map(({ name }) => name).join(', then ')}`, { cause })
      }
    },
  )
})

/** Several strangers who are ready to ask, each in one way. */
function someRequests({ prepare }: Trial, random: RandomNumbers): Promise<readonly Step[]> {
  const people = Array.from({ length: 4 + random.below(5) }, () => {
    const surface = random.pick(surfaces)
    const isUrgent = random.chance(0.5)
    const blocksBot = surface !== 'button' && random.chance(0.15)
    const isForbidden = surface === 'mention' && random.chance(0.2)
    const traits = [isUrgent && 'urgent', blocksBot && 'blocked', isForbidden && 'forbidden'].filter(Boolean)
    const options = { isUrgent, blocksBot, ...(isForbidden ? { denied: 'send' as const } : {}) }
    return { name: [surface, ...traits].join(' '), surface, options }
  })
  return Promise.all(
    people.map(async ({ name, surface, options }) => {
      const begin = await prepare(surface, options)
      return { name, happen: () => void begin() }
    }),
  )
}

function someFaults(trial: Trial, random: RandomNumbers): readonly Step[] {
  return Array.from({ length: 1 + random.below(3) }, () =>
    random.chance(0.6) ? requestFault(trial, random) : gatewayFault(trial, random),
  )
}

/** Faults of requests, but for those that last ten seconds. */
const kinds = [
  ...Object.entries(faultKinds).filter(([name]) => !/silence|3\.1|global|ban of the address/.test(name)),
  ['10062', refusal(404, 10_062)],
  ['40060', refusal(400, 40_060)],
  ['50001', refusal(403, 50_001)],
  ['50007', refusal(403, 50_007)],
  ['50013', refusal(403, 50_013)],
  ['10003', refusal(404, 10_003)],
  ['50083', refusal(400, 50_083)],
  ['a delay', { kind: 'delay', ms: 400 }],
] as const

const paths = [
  ['callbacks', /\/callback$/],
  ['messages', /^\/channels\/\d+\/messages$/],
  ['typing', /\/typing$/],
  ['opening of direct messages', /^\/users\/@me\/channels$/],
  ['responses that are looked at', /@original$/],
  ['any requests', /./],
] as const

function requestFault({ discord }: Trial, random: RandomNumbers): Step {
  const [kind, fault] = random.pick(kinds)
  const [name, path] = random.pick(paths)
  const times = 1 + random.below(3)
  return {
    name: `${times} ${name} with ${kind}`,
    happen: () => void discord.faults.add({ match: { path }, times, ...fault }),
  }
}

function gatewayFault({ discord: { gateway } }: Trial, random: RandomNumbers): Step {
  return random.pick<Step>([
    { name: 'a cut', happen: () => gateway.cut() },
    { name: 'op 7', happen: () => gateway.reconnect() },
    { name: 'op 9, resumable', happen: () => gateway.invalidate(true) },
    { name: 'close code 4000', happen: () => gateway.close(4000) },
    { name: 'close code 4009', happen: () => gateway.close(4009) },
    { name: 'no more acknowledgements', happen: () => gateway.stopAcknowledging() },
    { name: 'every event twice', happen: () => gateway.duplicate(100) },
    { name: 'a request for a heartbeat', happen: () => gateway.askForHeartbeat() },
    {
      name: 'two connections refused after a cut',
      happen: () => {
        gateway.turnAway(2)
        gateway.cut()
      },
    },
    {
      name: 'op 9, another session',
      // What is asked before, or while there is none, is lost with the session for good, and nobody's fault.
      isFirst: true,
      happen: async () => {
        const before = gateway.identifies.length
        gateway.invalidate(false)
        await until(() => gateway.identifies.length > before && gateway.isConnected(), 'another session', 12_000)
      },
    },
  ])
}

function shuffled<Item>(random: RandomNumbers, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, key: random.below(1_000_000) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
