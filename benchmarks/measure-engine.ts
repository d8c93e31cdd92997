import type { Corpus } from './corpus.ts'
import type { Engine } from './engines/engine.ts'

/** What one engine did on one corpus. */
export type EngineFigures = {
  readonly sections: number
  /** Questions measured: fewer than there are where the engine is slow. */
  readonly questions: number
  /** Shares of the questions, from 0 to 1. */
  readonly rightFirst: number
  readonly rightInThree: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly buildMs: number
  /** The very first question: what an engine puts off until then shows here. */
  readonly firstMs: number
  /** What the index and its use leave on the heap and in array buffers, documents not counted. */
  readonly heapMb: number
}

/** Why there are no figures. */
export type Skipped = { readonly skipped: string }

const warmUpMs = 1_000
const budgetMs = 5_000

/** Builds the index, warms up, and asks as many of the questions as the time allows. */
export function measureEngine(engine: Engine, { documents, questions }: Corpus): EngineFigures | Skipped {
  const sections = documents.reduce((sum, { passages }) => sum + passages.length, 0)
  if (sections > (engine.largest?.sections ?? sections)) return { skipped: engine.largest?.reason ?? '' }

  const before = heapMb()
  const start = performance.now()
  const ask = engine.build(documents)
  const buildMs = performance.now() - start
  const firstMs = timeOf(() => ask(questions[0]?.text ?? ''))

  const warm = performance.now() + (firstMs < warmUpMs ? warmUpMs : 0)
  for (let i = 1; performance.now() < warm; i += 1) ask(questions[i % questions.length]?.text ?? '')
  const after = heapMb()

  const asked = []
  const end = performance.now() + budgetMs
  for (const { text, right } of questions) {
    const from = performance.now()
    const found = ask(text)
    const place = found.findIndex((key) => right.includes(key))
    asked.push({ place, ms: performance.now() - from })
    if (performance.now() > end) break
  }
  const ms = asked.map((each) => each.ms).toSorted((left, right) => left - right)
  return {
    sections,
    questions: asked.length,
    rightFirst: asked.filter(({ place }) => place === 0).length / asked.length,
    rightInThree: asked.filter(({ place }) => place >= 0 && place < 3).length / asked.length,
    p50Ms: ms[Math.floor(ms.length * 0.5)] ?? 0,
    p99Ms: ms[Math.floor(ms.length * 0.99)] ?? 0,
    buildMs,
    firstMs,
    heapMb: after - before,
  }
}

function timeOf(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function heapMb(): number {
  if (globalThis.gc === undefined) throw new Error('Measuring memory needs node --expose-gc')
  for (let round = 0; round < 6; round += 1) globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}
