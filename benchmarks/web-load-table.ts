import type { Figures } from './web-load-phase.ts'

const columns = [
  'inside',
  'questions',
  'a second',
  'p50 ms',
  'p99 ms',
  'max ms',
  'errors',
  'not 2xx',
  'without disclaimer',
  'processor',
  'generator',
  'ms of processor each',
  'MB before',
  'MB after',
] as const

/** The head of a Markdown table of what was inside. */
export const head = [columns, columns.map((_, column) => (column === 0 ? '---' : '--:'))].map(line).join('\n')

/** One line of that table. */
export function row(inside: string, figures: Figures): string {
  const { answered, perSecond, ms, errors, notOk, withoutDisclaimer, processor, memory } = figures
  return line([
    inside,
    answered.toLocaleString('en'),
    perSecond.toFixed(0),
    ...[ms.p50, ms.p99, ms.max].map((each) => each.toFixed(0)),
    ...[errors, notOk, withoutDisclaimer].map(String),
    ...processor.map((share) => `${(100 * share).toFixed(0)} %`),
    ((1000 * processor[0]) / perSecond).toFixed(2),
    ...[memory[0], memory.at(-1)].map((sample) => (sample?.rssMb ?? 0).toFixed(0)),
  ])
}

/** How the first compares with the second. */
export function ratios(ours: Figures, theirs: Figures): string {
  const [more, p50, p99] = [
    ours.perSecond / theirs.perSecond,
    theirs.ms.p50 / ours.ms.p50,
    theirs.ms.p99 / ours.ms.p99,
  ].map((share) => share.toFixed(1))
  return `With fuse.js inside, the same interface answers ${more} times fewer questions; its p50 is ${p50} times as long, its p99 ${p99} times.`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
