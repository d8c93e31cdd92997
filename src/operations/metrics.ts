import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Where questions come from. A label takes one of these and nothing else, so that none can name a person or a server. */
export type MetricsPlatform = (typeof platforms)[number]

/** What of an answer is looked at. */
export type CountedAnswer = {
  readonly outcome: (typeof outcomes)[number] | 'urgent'
  /** Level that triage found. */
  readonly triage: string
}

/** Where adapters report figures: numbers alone, never what a person wrote or who they are. */
export type Metrics = {
  /** Counts the answer to a question, which took so many seconds to make. */
  readonly answered: (platform: MetricsPlatform, answer: CountedAnswer, seconds: number) => void
  /** Counts a question that was turned away, since its person or place asked too fast. */
  readonly heldBack: (platform: MetricsPlatform) => void
  /** Counts a connection to a platform that was opened in place of one before. */
  readonly reconnected: (platform: MetricsPlatform) => void
  /** Asks for a queue's length whenever the figures are read; all queues of a platform are summed. */
  readonly watchQueue: (platform: MetricsPlatform, length: () => number) => void
}

/** How much is served. */
export type LibrarySize = { readonly documents: number; readonly sections: number }

/** The figures in the text format of Prometheus. */
export type MetricsPage = {
  readonly contentType: string
  readonly read: (library: LibrarySize) => Promise<string>
}

const platforms = ['discord', 'slack', 'web'] as const
const outcomes = ['answered', 'suggested', 'not-found', 'help'] as const

/** Seconds: most answers take one to ten milliseconds, and a second is what a person notices. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/**
 * Creates the figures of one process, beside Node's own.
 *
 * An answer that triage has a part in counts in the triage total and nowhere else: one figure for every level and platform,
 * since in a small server a crisis or a medicine counted apart would be somebody's. Its time is left out as well, as the
 * difference of two figures would tell the same.
 */
export function createMetrics(): Metrics & MetricsPage {
  const registry = new Registry()
  const registers = [registry]
  const queues: (readonly [platform: MetricsPlatform, length: () => number])[] = []
  collectDefaultMetrics({ register: registry })

  const answers = new Counter({
    name: 'pamphlet_answers_total',
    help: 'Answers to questions by platform and outcome, those that triage had a part in aside.',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  const triaged = new Counter({
    name: 'pamphlet_triage_total',
    help: 'Answers that put help or a professional first, of every kind and on every platform.',
    registers,
  })
  const durations = new Histogram({
    name: 'pamphlet_answer_duration_seconds',
    help: 'Time until an answer is made, before it is sent, those that triage had a part in aside.',
    labelNames: ['platform'],
    buckets,
    registers,
  })
  const heldBack = new Counter({
    name: 'pamphlet_questions_held_back_total',
    help: 'Questions turned away for asking too fast.',
    labelNames: ['platform'],
    registers,
  })
  const reconnects = new Counter({
    name: 'pamphlet_reconnects_total',
    help: 'Connections opened in place of one before, routine ones among them.',
    labelNames: ['platform'],
    registers,
  })
  const documents = new Gauge({ name: 'pamphlet_index_documents', help: 'Documents served.', registers })
  const sections = new Gauge({ name: 'pamphlet_index_sections', help: 'Sections served.', registers })
  const waiting = new Gauge({
    name: 'pamphlet_queue_length',
    help: 'Messages and requests that wait for their turn to be sent.',
    labelNames: ['platform'],
    registers,
    collect: () => {
      waiting.reset()
      for (const [platform, length] of queues) waiting.inc({ platform }, length())
    },
  })

  // A figure that does not stand at zero before seems not to have grown when it is counted first.
  for (const platform of platforms) {
    heldBack.inc({ platform }, 0)
    reconnects.inc({ platform }, 0)
    for (const outcome of outcomes) answers.inc({ platform, outcome }, 0)
  }

  return {
    answered: (platform, { outcome, triage }, seconds) => {
      if (outcome === 'urgent' || triage !== 'none') return triaged.inc()
      answers.inc({ platform, outcome })
      durations.observe({ platform }, seconds)
    },
    heldBack: (platform) => heldBack.inc({ platform }),
    reconnected: (platform) => reconnects.inc({ platform }),
    watchQueue: (platform, length) => void queues.push([platform, length]),
    contentType: registry.contentType,
    read: (library) => {
      documents.set(library.documents)
      sections.set(library.sections)
      return registry.metrics()
    },
  }
}
