import { z } from 'zod'

/** For whom a line is. */
const audiences = ['all', 'youth', 'abuse', 'helper', 'poison'] as const

const text = (fix: string) => z.string(fix).min(1, fix)
const link = z.url({ protocol: /^https$/, error: 'write a link that begins with https://' })
const country = z
  .string('write two capital letters of ISO 3166-1, such as GB')
  .refine(isCountry, 'write two capital letters of ISO 3166-1, such as GB')

const aDay = "write a day such as 2026-11-23, or '' if nobody has checked it"
const asOthers = 'write it as the others are'

/** What a person has to fill in; nobody else may. */
const checked = {
  /** Day on which a person checked it; empty until then. */
  verified: z.union([z.literal(''), z.iso.date(aDay)], aDay),
  /** Who checked it; empty until then. */
  by: z.string("write who checked it, or '' if nobody has"),
}

/** The shape of a line of the operator's own community: without a country it is shown everywhere. */
const ownLineSchema = z.strictObject(
  {
    /** Never changes, since reviewers refer to it. */
    id: z
      .string('write small letters, digits and hyphens, such as us-988')
      .regex(/^[a-z0-9-]+$/, 'write small letters, digits and hyphens, such as us-988'),
    country: country.optional(),
    service: text('write what the service calls itself'),
    for: z.enum(audiences, `write one of ${audiences.join(', ')}`),
    /** Shown as it stands, since people compare it with what they see elsewhere. */
    contact: text("write it exactly as the service prints it, in quotes, such as '116 123'"),
    ways: z
      .array(z.enum(['call', 'text', 'chat'], 'write some of call, text, chat'), 'write a list such as [call, text]')
      .min(1, 'write a list such as [call, text]'),
    /** In the reader's words, such as `24/7`; empty where unknown. */
    hours: z.string("write them as 24/7 or as Monday to Friday 9:00–17:00, or '' if you do not know"),
    /** What is spoken there, as BCP 47 tags; a fact about the line and no ground for choosing it. */
    languages: z
      .array(
        z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'write tags such as en or pt-BR'),
        'write a list such as [en, es]',
      )
      .min(1, 'write a list such as [en, es]'),
    /** `local`: as much as any call to a number nearby. */
    cost: z.enum(['free', 'local', 'unknown'], 'write one of free, local, unknown'),
    /** Where the entry can be checked. */
    source: link,
    ...checked,
    /** Lines that share it are shown together or not at all, such as one for adults and one for teenagers. */
    pair: text('write the same word for each line of the pair, or leave it out').optional(),
    /** The place a line is for, in plain English, such as "Buenos Aires and surroundings". */
    note: text('write a few words on the place, or leave it out').optional(),
  },
  asOthers,
)

/** The shape of `safety/help-lines.yaml`. */
export const helpLinesSchema = z.strictObject({
  reviewer: text('write a name, or none'),
  reviewed: z.iso.date('write it as 2026-11-23'),
  /** Where there are lines for the countries that the table does not have. */
  directory: z.strictObject(
    { service: text('write what the service calls itself'), url: link },
    'write a service and a url below it',
  ),
  /** Emergency numbers by country. */
  emergency: z.record(
    country,
    z.strictObject(
      {
        /** As they are printed; what a caller should try first stands first. */
        numbers: z
          .array(text("write a number in quotes, such as '112'"), "write a list such as ['112']")
          .min(1, "write a list such as ['112']"),
        source: link,
        ...checked,
      },
      asOthers,
    ),
    'write the countries below it, such as US',
  ),
  lines: z.array(ownLineSchema.extend({ country }), 'write the lines below it'),
})

/** The shape of `help-lines.yaml` in a knowledge folder: lines of the operator's own community. */
export const ownHelpLinesSchema = z.strictObject({ lines: z.array(ownLineSchema, 'write the lines below it') })

/** A service that people can reach; only a line of the operator's own community may have no country. */
export type HelpLine = Readonly<z.infer<typeof ownLineSchema>>

export type Audience = HelpLine['for']

export type HelpLinesFile = Readonly<z.infer<typeof helpLinesSchema>>

/** Where help is, by the country that a person or a server has chosen; nothing else chooses a line. */
export type HelpLines = {
  /**
   * The lines of a country: those for the audience, then those for all; without an audience, every one.
   * The operator's own for that country come last. A pair that does not fit into `most` is left out whole.
   */
  linesFor(region: string | undefined, audience?: Audience, most?: number): readonly HelpLine[]

  /** The emergency numbers of a country, the first to try first; none where they are unknown. */
  emergencyNumbers(region: string | undefined): readonly string[]

  /** Countries that have help lines, in the order of the alphabet. */
  readonly countries: readonly string[]

  readonly directory: HelpLinesFile['directory']

  /** Lines of the operator's own community that are for every country. */
  readonly own: readonly HelpLine[]

  /** Every line there is, for whoever checks them. */
  readonly all: readonly HelpLine[]

  /** Every country's emergency numbers, for whoever checks them. */
  readonly emergency: HelpLinesFile['emergency']
}

/** Builds the look-up over the shipped table and the operator's own lines, which add to it and never replace. */
export function createHelpLines(file: HelpLinesFile, own: readonly HelpLine[] = []): HelpLines {
  const emergency = new Map(Object.entries(file.emergency))
  const all = [...file.lines, ...own]

  return {
    linesFor: (region, audience, most = Number.POSITIVE_INFINITY) => {
      const code = countryCode(region)
      if (code === undefined) return []

      const groups = [file.lines, own].flatMap((lines) =>
        groupsFor(
          lines.filter((line) => line.country === code),
          audience,
        ),
      )
      return fitting(groups, most)
    },
    emergencyNumbers: (region) => emergency.get(countryCode(region) ?? '')?.numbers ?? [],
    countries: [...new Set(all.flatMap((line) => line.country ?? []))].toSorted(),
    directory: file.directory,
    own: own.filter((line) => line.country === undefined),
    all,
    emergency: file.emergency,
  }
}

/** Upper-cased; "UK" is what people write for GB. */
function countryCode(region: string | undefined): string | undefined {
  const code = region?.trim().toUpperCase()
  return code === 'UK' ? 'GB' : code
}

/** The lines that suit an audience, pairs held together, those that suit best in front. */
function groupsFor(lines: readonly HelpLine[], audience: Audience | undefined): readonly (readonly HelpLine[])[] {
  const groups = new Map<string, HelpLine[]>()
  for (const line of lines) {
    const key = line.pair === undefined ? `line ${line.id}` : `pair ${line.pair}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => distance(a, audience) - distance(b, audience)))
    .map((group) => ({ group, nearest: Math.min(...group.map((line) => distance(line, audience))) }))
    .filter(({ nearest }) => nearest < unsuited)
    .toSorted((a, b) => a.nearest - b.nearest)
    .map(({ group }) => group)
}

const unsuited = 2

function distance(line: HelpLine, audience: Audience | undefined): number {
  if (audience === undefined || line.for === audience) return 0
  return line.for === 'all' ? 1 : unsuited
}

/** Takes groups while they fit, each whole. */
function fitting(groups: readonly (readonly HelpLine[])[], most: number): readonly HelpLine[] {
  const taken: HelpLine[] = []
  for (const group of groups) if (taken.length + group.length <= most) taken.push(...group)
  return taken
}

/** UK and EU are reserved codes that name a region all the same. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || ['UK', 'EU', 'EZ', 'UN', 'ZZ'].includes(code)) return false
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined
}
