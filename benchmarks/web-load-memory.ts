import type { MemorySample } from './web-load-phase.ts'

const step = 100_000

/** From here on memory has found its size: the heap grows with the first questions of any program. */
const settledFrom = step

/** Says what memory did from one hundred thousand questions to the next; undefined where there were too few to tell. */
export function memoryText(samples: readonly MemorySample[]): string | undefined {
  const settled = samples.filter(({ answered }) => answered >= settledFrom)
  if ((settled.at(-1)?.answered ?? 0) < settledFrom + step) return undefined

  const steps = Math.floor((settled.at(-1)?.answered ?? 0) / step)
  const at = Array.from({ length: steps }, (_, number) => {
    const sample = samples.find(({ answered }) => answered >= (number + 1) * step)
    return (sample?.rssMb ?? 0).toFixed(0)
  })
  const questions = `${step.toLocaleString('en')} questions`
  return [
    `Resident memory of Pamphlet, in MB after every ${questions}: ${at.join(', ')}.`,
    `From the first of these on it changes by ${slope(settled).toFixed(2)} MB for every ${questions} (least squares over ${settled.length} samples).`,
  ].join('\n')
}

/** Megabytes for every step, by least squares. */
function slope(samples: readonly MemorySample[]): number {
  const points = samples.map(({ answered, rssMb }) => ({ x: answered / step, y: rssMb }))
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))]
  const covariance = mean(points.map((point) => (point.x - x) * (point.y - y)))
  const variance = mean(points.map((point) => (point.x - x) ** 2))
  return variance === 0 ? 0 : covariance / variance
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
