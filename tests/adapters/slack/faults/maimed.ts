/** What Slack delivers, or a part of it. */
export type Fields = Readonly<Record<string, unknown>>

/** A word of somebody's, which must stand in no log. */
export const canary = 'zorblaxium'

/** What stands in the place of a field. */
const values: readonly unknown[] = [
  undefined,
  null,
  5,
  canary,
  '__proto__',
  [null],
  { toString: canary, length: canary },
]

/** A delivery with each of its fields, down to the third level, once in each way that it should not be. */
export function maimed(whole: Fields): readonly Fields[] {
  return paths(whole).flatMap((path) => values.map((value) => withField(whole, path, value)))
}

function paths(value: unknown, depth = 3): readonly (readonly string[])[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const within = paths(inner, depth - 1).map((path) => [name].concat(path))
    return [[name]].concat(within)
  })
}

function withField(whole: unknown, [name = '', ...rest]: readonly string[], value: unknown): Fields {
  const inner = (whole as Fields)[name]
  return Object.assign(Array.isArray(whole) ? [] : {}, whole, {
    [name]: rest.length === 0 ? value : withField(inner, rest, value),
  })
}
