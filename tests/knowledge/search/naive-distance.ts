/** Wrong, missing, surplus and swapped letters between two words, by the definition: no word is changed twice in one place. */
export function naiveDistance(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length
  if (from[0] === to[0]) return naiveDistance(from.slice(1), to.slice(1))
  const options = [
    naiveDistance(from.slice(1), to),
    naiveDistance(from, to.slice(1)),
    naiveDistance(from.slice(1), to.slice(1)),
  ]
  if (from.length > 1 && to.length > 1 && from[0] === to[1] && from[1] === to[0])
    options.push(naiveDistance(from.slice(2), to.slice(2)))
  return 1 + Math.min(...options)
}
