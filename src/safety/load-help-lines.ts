import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseYaml } from '../text/parse-yaml.ts'
import { createHelpLines, type HelpLines, helpLinesSchema, ownHelpLinesSchema } from './help-lines.ts'

/** Name of the file of help lines, in the package's `safety/` and in a knowledge folder. */
export const helpLinesFile = 'help-lines.yaml'

/** Loads the shipped help lines and those that the operator added, if any; throws with everything that is wrong. */
export function loadHelpLines(packageFolder: string, knowledgeFolder: string): HelpLines {
  const shipped = read(join(packageFolder, 'safety', helpLinesFile), helpLinesSchema)
  const ownPath = join(knowledgeFolder, helpLinesFile)
  const own = existsSync(ownPath) ? read(ownPath, ownHelpLinesSchema) : undefined

  const shippedIds = new Set(shipped.entries.map(({ id }) => id))
  const taken = (own?.entries ?? [])
    .filter(({ id }) => shippedIds.has(id))
    .map(
      ({ id }) =>
        `Cannot load "${ownPath}": line "${id}" has the id of a shipped line (choose another; lines are added, never replaced)`,
    )
  const faults = [...shipped.faults, ...(own?.faults ?? []), ...taken]
  if (faults.length > 0 || shipped.file === undefined) throw new Error(faults.join('\n'))
  return createHelpLines(shipped.file, own?.file?.lines)
}

/** What a file holds if it is right, and in any case what is wrong with it. */
type Reading<File> = {
  readonly file: File | undefined
  readonly entries: readonly Entry[]
  readonly faults: readonly string[]
}

function read<File>(path: string, schema: z.ZodType<File>): Reading<File> {
  const raw = parsed(path)
  if (raw instanceof Error) return { file: undefined, entries: [], faults: [`Cannot load "${path}": ${raw.message}`] }

  const result = schema.safeParse(raw)
  const { lines: entries, emergency } = tolerantSchema.parse(raw)
  const faults = [
    ...(result.error?.issues ?? []).map((issue) => describe(issue, entries)),
    ...entries.flatMap((entry, index) => [
      ...faultsAmong(entry, index, entries),
      ...faultsOfCheck(entry, nameOf(entry, index)),
    ]),
    ...Object.entries(emergency).flatMap(([code, entry]) => faultsOfCheck(entry, `"emergency.${code}"`)),
  ]
  return { file: result.data, entries, faults: [...new Set(faults)].map((fault) => `Cannot load "${path}": ${fault}`) }
}

/** What a file of YAML holds, or why it cannot be read. */
function parsed(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, 'utf8'))
  } catch (cause) {
    return cause instanceof Error ? cause : new Error('it is unreadable', { cause })
  }
}

const maybe = z.string().optional().catch(undefined)
const tolerantEntry = z.object({ id: maybe, country: maybe, pair: maybe, verified: maybe, by: maybe }).catch({})

/** What entries are compared by, read however wrong the rest may be, so that every fault is told at once. */
const tolerantSchema = z
  .object({ lines: z.array(tolerantEntry).catch([]), emergency: z.record(z.string(), tolerantEntry).catch({}) })
  .catch({ lines: [], emergency: {} })

type Entry = z.infer<typeof tolerantEntry>

/** Names the entry, what is wrong with it and the fix. */
function describe(issue: z.core.$ZodIssue, lines: readonly Entry[]): string {
  const [part, entry, field] = issue.path
  const name =
    part === 'lines' && typeof entry === 'number'
      ? nameOf(lines[entry], entry)
      : `"${issue.path.slice(0, 2).join('.')}"`
  if (issue.code === 'unrecognized_keys') {
    const holder = part === undefined ? 'the file' : name
    return `${holder} has "${issue.keys.join('", "')}", which is no key of it (remove it or mend its name)`
  }
  if (issue.code === 'invalid_key') return `${name} is no country (write two capital letters of ISO 3166-1, such as GB)`
  if (part === undefined) return 'it is no table of help lines (write "lines:" and the lines below it)'
  return `${name} ${field === undefined ? 'is' : `has "${String(field)}"`} missing or wrong (${issue.message})`
}

/** What is wrong with a line beside the other lines. */
function faultsAmong(entry: Entry, index: number, entries: readonly Entry[]): readonly string[] {
  const { id, pair, country } = entry
  const others = entries.filter((other) => other !== entry)
  const partners = pair === undefined ? [] : others.filter((other) => other.pair === pair)
  return toldOf(nameOf(entry, index), [
    [id !== undefined && others.some((other) => other.id === id), 'has an id that another line has (choose another)'],
    [
      pair !== undefined && partners.length === 0,
      `is alone in the pair "${pair}" (give its partner the same, or leave it out)`,
    ],
    [
      partners.some((other) => other.country !== country),
      'is in a pair with a line of another country (make both the same country)',
    ],
  ])
}

/** A day without a name, or a name without a day, is no check. */
function faultsOfCheck({ verified, by }: Entry, name: string): readonly string[] {
  return toldOf(name, [
    [Boolean(verified) && !by, 'is verified by nobody (write who checked it as "by")'],
    [Boolean(by) && !verified, 'has "by" without a day (write when it was checked as "verified")'],
  ])
}

function toldOf(name: string, faults: readonly (readonly [holds: boolean, fault: string])[]): readonly string[] {
  return faults.filter(([holds]) => holds).map(([, fault]) => `${name} ${fault}`)
}

function nameOf(entry: Entry | undefined, index: number): string {
  return entry?.id === undefined ? `line number ${index + 1}` : `line "${entry.id}"`
}
