/** The most of these times (in milliseconds, ascending) that lie within any 60 seconds. */
export function busiestMinute(times: readonly number[]): number {
  let first = 0
  let most = 0
  times.forEach((at, index) => {
    while (at - (times[first] ?? at) >= 60_000) first += 1
    most = Math.max(most, index - first + 1)
  })
  return most
}
