import type { PhaseFigures } from './discord-load-phase.ts'

const columns = [
  'load',
  'sent',
  'answered',
  'lost',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'max ms',
  'held back',
  'processor',
  'peak MB',
] as const

/** The head of a Markdown table of phases; times are from an event to the first response that Discord took. */
export const phaseHead = [columns, columns.map((_, column) => (column === 0 ? '---' : '--:'))].map(line).join('\n')

/** One line of that table. */
export function phaseRow(figures: PhaseFigures): string {
  return line(cellsOf(figures))
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cellsOf({ name, sent, responseMs, heldBack, processor, peakMb, lateMs, chatter }: PhaseFigures) {
  const at = (share: number) => (responseMs[Math.ceil(share * responseMs.length) - 1] ?? 0).toFixed(0)
  const notes = [
    ...(chatter === undefined ? [] : [`${Math.round(chatter)} others a second`]),
    ...(lateMs > worthSayingMs ? [`sent up to ${lateMs.toFixed(0)} ms late`] : []),
  ]
  return [
    notes.length === 0 ? name : `${name} (${notes.join('; ')})`,
    String(sent),
    String(responseMs.length),
    String(sent - responseMs.length),
    ...[0.5, 0.95, 0.99, 1].map(at),
    String(heldBack),
    `${(100 * processor).toFixed(0)} %`,
    peakMb.toFixed(0),
  ]
}

/** A bench that is late itself measures less than it says. */
const worthSayingMs = 250
