import type { MetricsPage } from '../../src/operations/metrics.ts'

/** One line of the text format: a figure with its labels. */
export type Figure = {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Reads every figure of a page of metrics; throws where a line is none. */
export function readFigures(text: string): readonly Figure[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value] = /^([a-z0-9_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      if (name === '') throw new Error(`No figure: ${line}`)
      const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, label, of]) => [label, of])
      return { name, labels: Object.fromEntries(pairs), value: Number(value) }
    })
}

/** Sum of the figures of one name that have these labels. */
export function sumOf(
  figures: readonly Figure[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const found = figures.filter(
    (figure) => figure.name === name && Object.entries(labels).every(([label, of]) => figure.labels[label] === of),
  )
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0)
}

/** Every figure as it stands now. */
export async function figuresOf(metrics: MetricsPage): Promise<readonly Figure[]> {
  return readFigures(await metrics.read({ documents: 1, sections: 1 }))
}
