import type { Figures } from './slack-load.ts'

const columns = [
  'mode',
  'sent',
  'acknowledged',
  'answered',
  'lost',
  'ack p50 ms',
  'p95 ms',
  'p99 ms',
  'max ms',
  'answer p50 ms',
  'p99 ms',
  'held back',
  'processor',
  'MB before',
  'MB after',
] as const

/** Says what the table's figures are of. */
export const caption = [
  '100 events a second, by some thousands of people: 73 of 100 direct messages, 25 commands in direct messages, one command in a channel, one',
  'mention. More would be held back in channels, as one workspace gets 30 questions in 10 seconds there; direct messages count for no',
  'workspace. Acknowledgements are also of the bot’s own messages, which Slack delivers to it in direct messages; times of answers are from',
  'the question to the first message of its answer.',
].join('\n')

/** The head of a Markdown table of modes. */
export const head = [columns, columns.map((_, column) => (column === 0 ? '---' : '--:'))].map(line).join('\n')

/** One line of that table. */
export function row({ mode, lateMs, ...figures }: Figures): string {
  const { sent, delivered, acknowledgedMs, answers, heldBack, processor, rssMb } = figures
  const answerMs = answers.map(({ ms }) => ms)
  return line([
    lateMs > worthSayingMs ? `${mode} (sent up to ${lateMs.toFixed(0)} ms late)` : mode,
    String(sent),
    `${acknowledgedMs.length} of ${delivered}`,
    String(answers.length),
    String(sent - answers.length),
    ...[0.5, 0.95, 0.99, 1].map((share) => at(acknowledgedMs, share)),
    ...[0.5, 0.99].map((share) => at(answerMs, share)),
    String(heldBack),
    `${(100 * processor).toFixed(0)} %`,
    ...rssMb.map((mb) => mb.toFixed(0)),
  ])
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0)
}

/** A bench that is late itself measures less than it says. */
const worthSayingMs = 250
