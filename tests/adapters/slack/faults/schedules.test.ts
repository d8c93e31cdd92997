import { describe, expect, it, type TestContext } from 'vitest'
import { createRandomNumbers, type RandomNumbers } from '../../random-numbers.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { startTrial, type Trial } from './start-trial.ts'
import { methodOf, surfaces } from './ways-of-asking.ts'

/** How many schedules are tried, and from which seed on; `FAULT_SCHEDULES=1000 FAULT_SEED=500` tries others. */
const schedules = Number(process.env['FAULT_SCHEDULES'] ?? 60)
const firstSeed = Number(process.env['FAULT_SEED'] ?? 1)

/** Schedules that run side by side in one test, since most of their time is waiting. */
const together = 4

/** With many schedules in one process a call may be on its way for half of this. */
const limitSeconds = 3

/** Something that happens in a schedule, with its name for the report of a failure. */
type Step = { readonly name: string; readonly happen: () => unknown }

describe.concurrent('faults in random order', { timeout: 60_000 }, () => {
  it.for(Array.from({ length: Math.ceil(schedules / together) }, (_, number) => firstSeed + number * together))(
    'break no promise in the schedules from %i on',
    async (first, context) => {
      const seeds = Array.from({ length: together }, (_, number) => first + number)

      const broken = await Promise.all(seeds.map((seed) => runSchedule(context, seed)))

      expect(broken.flat()).toEqual([])
    },
  )
})

/** Gives what is wrong, with the steps that led to it. */
async function runSchedule(context: TestContext, seed: number): Promise<readonly string[]> {
  const random = createRandomNumbers(seed)
  const mode = random.pick(['socket', 'socket', 'http'] as const)
  const trial = await startTrial(context, { mode, acknowledgeMs: 400, redeliverMs: [100, 1_000, 3_000] })
  const requests = await someRequests(trial, random)
  const steps = shuffled(random, [...requests, ...someFaults(trial, random, mode)])
  await steps.reduce(async (before, { happen }) => {
    await before
    happen()
    if (random.chance(0.3)) await trial.slack.until(() => false, 'nothing', random.below(60)).catch(() => {})
  }, Promise.resolve())

  const open = () =>
    trial.requests.filter(({ isAnswered, delivery }) => !isAnswered() && delivery?.failure() === undefined)
  await until(() => open().length === 0, 'all answers', 15_000).catch(() => {})
  await until(() => mode === 'http' || isConnected(trial), 'a connection', 15_000).catch(() => {})
  const unanswered = open().map(({ surface }) => `no answer by ${surface}`)
  const many = trial.requests.filter(({ isUrgent, shown }) => !isUrgent && shown().length > 1)
  const broken = [
    ...unanswered,
    ...many.map(({ surface, shown }) => `${shown().length} answers by ${surface}`),
    ...(await brokenPromises(trial, { latestMs: (limitSeconds * 1_000) / 2 })),
  ]
  const told = `Schedule ${seed} (${mode}): ${steps.map(({ name }) => name).join(', then ')}`
  return broken.map((what) => `${what}. ${told}`)
}

/** Several strangers who are ready to ask, each in one way. */
function someRequests({ prepare }: Trial, random: RandomNumbers): Promise<readonly Step[]> {
  return Promise.all(
    Array.from({ length: 4 + random.below(5) }, async () => {
      const surface = random.pick(surfaces)
      const isUrgent = !['topic', 'home', 'messages'].includes(surface) && random.chance(0.4)
      const begin = await prepare(surface, { isUrgent })
      return { name: isUrgent ? `urgent ${surface}` : surface, happen: begin }
    }),
  )
}

function someFaults(trial: Trial, random: RandomNumbers, mode: 'socket' | 'http'): readonly Step[] {
  const calls = shuffled(random, [...new Set(Object.values(methodOf)), 'chat.postEphemeral'])
    .slice(0, random.below(4))
    .map((method) => callFault(trial, random, method))
  const deliveries = Array.from({ length: random.below(3) }, () => deliveryFault(trial, random))
  const connections = Array.from({ length: mode === 'socket' ? random.below(3) : 0 }, () => socketFault(trial, random))
  return [...calls, ...deliveries, ...connections]
}

/** No more than two of one method, after which a call is given up. */
function callFault({ slack }: Trial, random: RandomNumbers, method: string): Step {
  const times = 1 + random.below(2)
  const [name, fault] = random.pick([
    ['429', { retryAfter: limitSeconds }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['internal_error', { error: 'internal_error' }],
    ['a delay', { delayMs: 400 }],
  ] as const)
  return { name: `${times} ${method} with ${name}`, happen: () => slack.faults.add({ method, times, ...fault }) }
}

function deliveryFault({ slack }: Trial, random: RandomNumbers): Step {
  const count = 1 + random.below(6)
  return random.pick<Step>([
    { name: `${count} deliveries three times`, happen: () => slack.duplicate(count, 3) },
    { name: `${count} lost acknowledgements`, happen: () => slack.loseAcknowledgements(count) },
    { name: `${count} late acknowledgements`, happen: () => slack.slowAcknowledgements(count, 600) },
  ])
}

function socketFault({ slack: { socket } }: Trial, random: RandomNumbers): Step {
  const warningMs = random.below(200)
  return random.pick<Step>([
    { name: 'a drop', happen: () => socket.drop() },
    { name: 'a close', happen: () => socket.close() },
    { name: 'a close with code 1011', happen: () => socket.close(1011) },
    { name: `a refresh after ${warningMs} ms`, happen: () => void socket.refresh({ warningMs, closeMs: 50 }) },
    { name: 'a warning', happen: () => socket.disconnect('warning') },
    {
      name: 'a drop and a refused connection',
      happen: () => {
        socket.refuseUpgrades(503)
        socket.drop()
      },
    },
  ])
}

function isConnected({ health, slack }: Trial): boolean {
  return slack.socket.open() > 0 && health.states().get('slack')?.state === 'ready'
}

function shuffled<Item>(random: RandomNumbers, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, key: random.below(1_000_000) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
