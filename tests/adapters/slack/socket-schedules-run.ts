/** Runs schedules of faults, as many as the first argument says and from the seed in the second on; the exit code tells how it went. */
import { setTimeout as wait } from 'node:timers/promises'
import { createRandomNumbers, type RandomNumbers } from '../random-numbers.ts'
import { disconnectFrame, tcpOf } from './socket-server.ts'
import { prepareSocketTrial, type SocketTrial } from './socket-trial.ts'

type Step = (trial: SocketTrial, random: RandomNumbers) => Promise<void> | void

/** At the same time. */
const lanes = 24

const [count = 100, firstSeed = 1] = process.argv.slice(2).map(Number)
const problems: string[] = []
let stepsTaken = 0

// Each of them would have ended a program that does not listen for it.
process.on('unhandledRejection', (error) => void problems.push(`unhandledRejection ${String(error)}`))
process.on('uncaughtException', (error) => void problems.push(`uncaughtException ${String(error)}`))
process.on('exit', () => {
  console.log(JSON.stringify({ count, steps: stepsTaken, problems: problems.slice(0, 20) }))
  if (problems.length > 0) process.exitCode = 1
})

const seeds = Array.from({ length: count }, (_, number) => firstSeed + number)

async function runLane(): Promise<void> {
  const seed = seeds.shift()
  if (seed === undefined) return
  await runSchedule(seed)
  return runLane()
}

/** Looks every 5 ms, and so many times at most. */
async function comesTrue(isSo: () => boolean, looks = 1_000): Promise<boolean> {
  if (isSo() || looks === 0) return isSo()
  await wait(5)
  return comesTrue(isSo, looks - 1)
}

async function runSchedule(seed: number): Promise<void> {
  const random = createRandomNumbers(seed)
  const ends: (() => unknown)[] = []
  const onTestFinished = (end: (context: never) => unknown) => void ends.push(end as () => unknown)
  const patience = {
    connectWithinMs: 150,
    drainMs: 30,
    closeWithinMs: 30,
    firstAgainMs: 4,
    longestAgainMs: 16,
    refusedAgainMs: 8,
  }
  const trial = await prepareSocketTrial({ onTestFinished }, { patience })
  const names: string[] = []
  const { server, receiver } = trial
  const questions: string[] = []
  begin(trial)

  async function take(left: number): Promise<void> {
    if (left === 0) return
    const name = random.pick(Object.keys(steps))
    names.push(name)
    stepsTaken += 1
    if (name === 'question') questions.push(`question-${left}`)
    await (name === 'question' ? server.deliver(`question-${left}`) : steps[name]?.(trial, random))
    if (random.chance(0.7)) await wait(random.below(12))
    return take(left - 1)
  }
  await take(3 + random.below(8))
  // Nothing heals a server that goes on failing, and a person starts again what was stopped or refused.
  server.heal()
  if (
    names.includes('stop') ||
    names.includes('stop and start') ||
    trial.states.every(([state]) => state !== 'ready')
  ) {
    await receiver.stop()
    begin(trial)
  }
  server.deliver('last')
  questions.push('last')

  const missing = () => questions.filter((id) => !server.acknowledged.some(({ envelope_id }) => envelope_id === id))
  if (!(await comesTrue(() => missing().length === 0)))
    problems.push(`schedule ${seed}: ${missing().join()} missing after ${names.join(', ')}`)
  // From one start to the next the other side may not have noticed yet that a connection is over.
  const wasRestarted = names.some((name) => name.startsWith('stop'))
  if (server.mostAtOnce() > (wasRestarted ? 4 : 2))
    problems.push(`schedule ${seed}: ${server.mostAtOnce()} connections at once`)

  await receiver.stop()
  const { length: opensBefore } = server.opens
  if (!(await comesTrue(() => server.count() === 0, 200)))
    problems.push(`schedule ${seed}: ${server.count()} left open after ${names.join(', ')}`)
  if (server.opens.length > opensBefore) problems.push(`schedule ${seed}: an attempt after the stop`)
  await Promise.all(ends.map((end) => end()))
}

function begin({ receiver }: SocketTrial): void {
  // Refused, or stopped meanwhile.
  receiver.start().catch(() => {})
}

const steps: { readonly [name: string]: Step } = {
  question: () => {},
  warning: ({ server }, random) => {
    const link = server.links().at(-1)
    link?.send(disconnectFrame('warning'))
    setTimeout(() => link?.close(1000), random.below(40))
  },
  'warning that nothing follows': ({ server }) => server.links().at(-1)?.send(disconnectFrame('warning')),
  'refresh at once': ({ server }) => {
    const link = server.links().at(-1)
    link?.send(disconnectFrame('refresh_requested'))
    link?.close(1000)
  },
  'drop of the newest': ({ server }) => server.all().at(-1)?.terminate(),
  'drop of the oldest': ({ server }) => server.all().at(0)?.terminate(),
  'drop of all': ({ server }) => {
    for (const link of server.all()) link.close(1001)
  },
  reset: ({ server }) => {
    for (const link of server.all()) tcpOf(link).resetAndDestroy()
  },
  'switched off': ({ server }) => server.all().at(-1)?.send(disconnectFrame('link_disabled')),
  junk: ({ server }) => {
    for (const junk of ['{', 'null', '{"type":"events_api","envelope_id":"x","payload":{}}'])
      server.links().at(-1)?.send(junk)
  },
  'failing to open': ({ server }, random) => {
    server.scriptOpen(
      random.pick([
        { status: 500 },
        { status: 429, headers: { 'retry-after': '0' } },
        { body: { ok: false, error: 'invalid_auth' } },
        { body: '<html>' },
        { body: { ok: true, url: 'none' } },
        { afterMs: 20 },
        { hangs: true as const },
      ]),
    )
  },
  'failing to connect': ({ server }, random) => {
    server.scriptLink(
      random.pick([
        { status: 409 },
        { status: 500 },
        { hangs: true as const },
        { helloAfterMs: 'never' as const },
        { helloAfterMs: 20 },
        { behind: disconnectFrame('warning') },
        { behind: disconnectFrame('link_disabled') },
      ]),
    )
  },
  'failing to open, and a drop': (trial, random) => {
    void steps['failing to open']?.(trial, random)
    return steps['drop of all']?.(trial, random)
  },
  'failing to connect, and a drop': (trial, random) => {
    void steps['failing to connect']?.(trial, random)
    return steps['reset']?.(trial, random)
  },
  stop: ({ receiver }) => void receiver.stop(),
  'stop and start': async (trial, random) => {
    const stopped = trial.receiver.stop()
    if (random.chance(0.5)) await stopped
    begin(trial)
  },
}

await Promise.all(Array.from({ length: lanes }, runLane))
// Comes about only where something still keeps the program from ending.
setTimeout(() => {
  problems.push('The program does not end by itself')
  process.exit()
}, 5_000).unref()
