import autocannon from 'autocannon'
import type { LoadedBot } from './load-bot.ts'

/** What is asked, and for how long. */
export type Load = {
  readonly address: string
  readonly bot: LoadedBot
  readonly question: () => string
  readonly seconds: number
  /** So many questions instead, however long they take. */
  readonly questions?: number | undefined
}

/** What came of it. */
export type Figures = {
  readonly answered: number
  readonly perSecond: number
  readonly ms: { readonly p50: number; readonly p99: number; readonly max: number }
  /** Connections that broke and answers that did not come within ten seconds. */
  readonly errors: number
  readonly notOk: number
  readonly withoutDisclaimer: number
  /** Shares of one processor: of the program and of the generator. */
  readonly processor: readonly [program: number, generator: number]
  /** Resident memory over the run, the first sample before it and the last one after. */
  readonly memory: readonly MemorySample[]
}

export type MemorySample = { readonly answered: number; readonly rssMb: number }

/** Questions that wait at any time: as many people do not ask at once, and each waits for all the others. */
const connections = 20

/** A program that fails this often is not worth going on with. */
const mostErrors = 1_000

const sampleMs = 1_000

/** Asks one question after the other over each connection, never the same one twice in a row. */
export async function runLoad({ address, bot, question, seconds, questions }: Load): Promise<Figures> {
  const start = performance.now()
  const before = { program: bot.usage().processorSeconds, generator: process.cpuUsage() }
  const memory: MemorySample[] = [{ answered: 0, rssMb: bot.usage().rssMb }]
  let answered = 0
  const sampling = setInterval(() => memory.push({ answered, rssMb: bot.usage().rssMb }), sampleMs)

  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: `${address}/api/ask`,
        connections,
        bailout: mostErrors,
        ...(questions === undefined ? { duration: seconds } : { amount: questions }),
        requests: [
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            setupRequest: (request) => ({ ...request, body: JSON.stringify({ text: question() }) }),
          },
        ],
        verifyBody: (body) => typeof body === 'string' && body.includes('"disclaimer":"'),
      },
      (error: unknown, finished) => (error ? reject(error) : resolve(finished)),
    )
    run.on('response', () => {
      answered += 1
    })
  }).finally(() => clearInterval(sampling))

  const elapsed = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before.generator)
  return {
    answered: result['2xx'],
    perSecond: result['2xx'] / result.duration,
    ms: result.latency,
    errors: result.errors,
    notOk: result.non2xx,
    withoutDisclaimer: result.mismatches,
    processor: [(bot.usage().processorSeconds - before.program) / elapsed, (user + system) / 1e6 / elapsed],
    memory: [...memory, { answered, rssMb: bot.usage().rssMb }],
  }
}
