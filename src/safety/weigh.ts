import type { Kind, Model, ModelTheme } from './model.ts'
import type { Reading } from './reading.ts'
import { type Window, windowsOf } from './windows.ts'

/** The chance of each kind. */
export type Chances = Readonly<Record<Kind, number>>

/** What the model makes of a message. */
export type Weights = {
  readonly whole: Chances
  /** Of the part in which urgent kinds are most likely. */
  readonly mostUrgent: Chances
  /** The theme of the message, weighed when it is asked for. */
  readonly theme: () => ModelTheme
}

/** Weighs a message as a whole and part by part. */
export function weigh(model: Model, { features, message }: Reading): Weights {
  const read = model.kind(features)
  const [all = [0, 0] as Window, ...others] = windowsOf(message)
  const whole = named(read(...all))
  const parts = others.map((part) => named(read(...part)))
  return {
    whole,
    mostUrgent: parts.reduce((best, each) => (urgency(each) > urgency(best) ? each : best), whole),
    theme: () => {
      const [none = 1, abuse = 0, eating = 0] = model.theme(features)(...all)
      if (none >= Math.max(abuse, eating)) return 'none'
      return abuse >= eating ? 'abuse' : 'eating-disorder'
    },
  }
}

/** The chance that a person needs help before information. */
export function urgency({ self, other, emergency }: Chances): number {
  return self + other + emergency
}

function named([
  none = 1,
  soft = 0,
  self = 0,
  other = 0,
  emergency = 0,
  medication = 0,
  diagnosis = 0,
]: Float64Array): Chances {
  return { none, soft, self, other, emergency, medication, diagnosis }
}
