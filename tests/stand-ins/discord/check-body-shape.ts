import type { Issue, Schema } from 'discord-api-spec/zod'

/**
 * Compares a body with a schema made from Discord's own OpenAPI document.
 *
 * The schemas drop fields that they do not know, so what is gone from their copy is reported as well: Discord would
 * ignore it, and whoever wrote it would believe that it works.
 */
export function checkShape(schema: Schema, body: unknown, at = 'body'): readonly string[] {
  const result = schema.safeParse(body)
  return result.success ? unknownFields(body, result.data, at) : result.error.issues.flatMap((each) => tell(each, at))
}

function unknownFields(body: unknown, known: unknown, at: string): readonly string[] {
  if (Array.isArray(body) && Array.isArray(known)) {
    return body.flatMap((each, place) => unknownFields(each, known[place], `${at}[${place}]`))
  }
  if (!isRecord(body) || !isRecord(known)) return []
  return Object.entries(body).flatMap(([key, value]) => {
    if (value === undefined) return []
    return key in known ? unknownFields(value, known[key], `${at}.${key}`) : [`${at}.${key} is no field of Discord's`]
  })
}

/** Of a choice of shapes the one is reported that the body comes nearest to. */
function tell({ code, path, errors = [], ...limits }: Issue, at: string): readonly string[] {
  const place = path.reduce<string>((all, key) => all + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), at)
  const meant = errors.filter(isMeant).toSorted((a, b) => a.length - b.length)[0]
  if (meant !== undefined) return meant.flatMap((issue) => tell(issue, place))

  const facts = ['expected', 'minimum', 'maximum', 'values'] as const
  const wanted = facts.flatMap((fact) => (limits[fact] === undefined ? [] : [`${fact} ${String(limits[fact])}`]))
  return [`${place} is ${code.replaceAll('_', ' ')}${wanted.length === 0 ? '' : `: ${wanted.join(', ')}`}`]
}

/** Components, options and commands say which shape they have by their type. */
function isMeant(issues: readonly Issue[]): boolean {
  return issues.length > 0 && issues.every(({ path }) => path.length > 0 && path.at(-1) !== 'type')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
