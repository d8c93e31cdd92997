import type { Health, PlatformHealth } from './health.ts'
import type { LibrarySize } from './metrics.ts'

/** Whether questions are answered everywhere, and what stands in the way. */
export type Readiness = LibrarySize & {
  readonly ready: boolean
  readonly platforms: Readonly<Record<string, PlatformHealth>>
}

/** Reads whether everything can serve: something to answer from, and every platform that has reported. */
export function readReadiness(health: Health, { documents, sections }: LibrarySize): Readiness {
  const platforms = Object.fromEntries(health.states())
  const ready = documents > 0 && Object.keys(platforms).every(health.isReady)
  return { ready, platforms, documents, sections }
}
