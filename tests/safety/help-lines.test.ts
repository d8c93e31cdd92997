import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { checkHelpLines } from '../../src/safety/check-help-lines.ts'
import { type Audience, createHelpLines, type HelpLine, type HelpLinesFile } from '../../src/safety/help-lines.ts'
import { loadHelpLines } from '../../src/safety/load-help-lines.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'pamphlet-help-lines-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const shipped = loadHelpLines(root, join(scratch, 'no-such-folder'))
const audiences: readonly Audience[] = ['all', 'youth', 'abuse', 'helper', 'poison']

function line(id: string, more: Partial<HelpLine> = {}): HelpLine {
  return {
    id,
    country: 'US',
    service: 'Someone to talk to',
    for: 'all',
    contact: '555 0100',
    ways: ['call'],
    hours: '24/7',
    languages: ['en'],
    cost: 'free',
    source: 'https://example.org',
    verified: '',
    by: '',
    ...more,
  }
}

function fileOf(lines: readonly HelpLine[], emergency: HelpLinesFile['emergency'] = {}): HelpLinesFile {
  return {
    reviewer: 'none',
    reviewed: '2026-11-23',
    directory: { service: 'A directory', url: 'https://example.org' },
    emergency,
    lines: lines.map((each) => ({ ...each, country: each.country ?? 'US' })),
  }
}

function idsOf(lines: readonly HelpLine[]): readonly string[] {
  return lines.map(({ id }) => id)
}

/** A knowledge folder whose `help-lines.yaml` reads so. */
function knowledgeWith(yaml: string): string {
  const folder = mkdtempSync(join(scratch, 'knowledge-'))
  writeFileSync(join(folder, 'help-lines.yaml'), yaml)
  return folder
}

/** A package folder whose `safety/help-lines.yaml` reads so. */
function packageWith(yaml: string): string {
  const folder = mkdtempSync(join(scratch, 'package-'))
  mkdirSync(join(folder, 'safety'))
  writeFileSync(join(folder, 'safety', 'help-lines.yaml'), yaml)
  return folder
}

function yamlOf(id: string, more = ''): string {
  return `
  - id: ${id}
    service: Campus night line
    for: all
    contact: '0199'
    ways: [call]
    hours: ''
    languages: [en]
    cost: free
    source: https://example.org
    verified: ''
    by: ''
${more}`
}

function messageOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing was thrown'
}

describe('the shipped table', () => {
  const yaml = readFileSync(join(root, 'safety', 'help-lines.yaml'), 'utf8')

  it('says at the top that no person has checked its entries', () => {
    expect(yaml.split('\n')[0]).toMatch(/^# .*general knowledge.*no person has checked/)
  })

  it('has lines for the countries that were asked for', () => {
    expect(shipped.countries).toEqual('AR AT AU BR CA CH DE ES FR GB IE IN MX NZ PT US'.split(' '))
  })

  it('gives every line a country', () => {
    expect(shipped.all.filter(({ country }) => country === undefined)).toEqual([])
  })

  it('has emergency numbers for every country that has lines', () => {
    expect(shipped.countries.filter((country) => shipped.emergencyNumbers(country).length === 0)).toEqual([])
  })

  it('links a source on https for every line and every emergency number', () => {
    const sources = [...shipped.all, ...Object.values(shipped.emergency)].map(({ source }) => source)

    expect(sources.filter((source) => new URL(source).protocol !== 'https:')).toEqual([])
  })

  it('has every id once', () => {
    expect(new Set(idsOf(shipped.all)).size).toBe(shipped.all.length)
  })

  it('is in the order of the countries, as are the emergency numbers', () => {
    const countries = shipped.all.map(({ country }) => country ?? '')

    expect(countries).toEqual(countries.toSorted())
    expect(Object.keys(shipped.emergency)).toEqual(Object.keys(shipped.emergency).toSorted())
  })

  it('keeps numbers as they are printed, zeros and all', () => {
    expect(shipped.emergencyNumbers('AU')).toEqual(['000'])
    expect(shipped.linesFor('ES', 'abuse', 1).map(({ contact }) => contact)).toEqual(['016'])
  })

  it('says where to call or text, and where to chat', () => {
    const nowhere = shipped.all.filter(
      ({ ways, contact }) =>
        (ways.some((way) => way !== 'chat') && !/\d[\d -]+\d/.test(contact)) ||
        (ways.includes('chat') && !/\w\.[a-z]{2,}/i.test(contact)),
    )

    expect(idsOf(nowhere)).toEqual([])
  })

  it.each(audiences)('leaves nobody without a line on a card of two lines: %s', (audience) => {
    expect(shipped.countries.filter((country) => shipped.linesFor(country, audience, 2).length === 0)).toEqual([])
  })

  it.each([
    ['US', '988, 988lifeline.org'],
    ['GB', '116 123'],
    ['CA', '9-8-8'],
    ['AU', '13 11 14, text 0477 13 11 14, www.lifeline.org.au'],
    ['FR', '3114'],
    ['ES', '024'],
    ['PT', '1411'],
    ['BR', '188, cvv.org.br'],
    ['IN', '14416, 1-800-891-4416'],
  ])('shows the national line of %s first', (region, contact) => {
    expect(shipped.linesFor(region, 'all')[0]?.contact).toBe(contact)
  })
})

describe('linesFor()', () => {
  it('gives the lines for the audience first, then those for all', () => {
    const lines = createHelpLines(
      fileOf([line('a'), line('b', { for: 'youth' }), line('c', { for: 'abuse' }), line('d')]),
    )

    expect(idsOf(lines.linesFor('US', 'youth'))).toEqual(['b', 'a', 'd'])
    expect(idsOf(lines.linesFor('US', 'youth', 2))).toEqual(['b', 'a'])
    expect(idsOf(lines.linesFor('US', 'all'))).toEqual(['a', 'd'])
  })

  it('gives every line of a country where no audience is named', () => {
    expect(idsOf(shipped.linesFor('US'))).toEqual(idsOf(shipped.all.filter(({ country }) => country === 'US')))
  })

  it.each([[undefined], [''], ['ZZ'], ['JP'], ['U'], ['__proto__']])('gives none for the region %j', (region) => {
    expect(shipped.linesFor(region, 'all')).toEqual([])
  })

  it.each([
    ['us', 'US'],
    ['UK', 'GB'],
    ['uk', 'GB'],
    [' de ', 'DE'],
  ])('takes "%s" for %s', (written, meant) => {
    expect(shipped.linesFor(written, 'all')).toEqual(shipped.linesFor(meant, 'all'))
    expect(shipped.emergencyNumbers(written)).toEqual(shipped.emergencyNumbers(meant))
    expect(shipped.emergencyNumbers(written)).not.toEqual([])
  })

  it.each([['pt-BR'], ['de-DE'], ['en-US'], ['en_GB']])('does not take the locale %s for a region', (locale) => {
    expect(shipped.linesFor(locale, 'all')).toEqual([])
    expect(shipped.emergencyNumbers(locale)).toEqual([])
  })

  it('never shows the line of another country', () => {
    const own = [line('own-fr', { country: 'FR' }), line('own-everywhere', { country: undefined })]
    const lines = createHelpLines(fileOf(shipped.all), own)

    fc.assert(
      fc.property(
        fc.constantFrom(...lines.countries, 'JP', 'NO'),
        fc.option(fc.constantFrom(...audiences), { nil: undefined }),
        fc.nat(12),
        (region, audience, most) => {
          const found = lines.linesFor(region, audience, most)

          expect(found.filter(({ country }) => country !== region)).toEqual([])
          expect(found.length).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('shows both lines of a pair or none, and fills the room with lines that fit', () => {
    const lines = createHelpLines(
      fileOf([line('a'), line('b', { pair: 'p' }), line('c', { for: 'youth', pair: 'p' }), line('d')]),
    )

    expect(idsOf(lines.linesFor('US', 'all', 2))).toEqual(['a', 'd'])
    expect(idsOf(lines.linesFor('US', 'all', 3))).toEqual(['a', 'b', 'c'])
    expect(idsOf(lines.linesFor('US', 'youth', 2))).toEqual(['c', 'b'])
    expect(idsOf(lines.linesFor('US', 'youth', 1))).toEqual(['a'])
  })

  it('never cuts a pair in two, whatever the audience and the room', () => {
    const entry = fc.record({
      audience: fc.constantFrom(...audiences),
      pair: fc.constantFrom(undefined, 'p', 'q', 'r'),
    })

    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 10 }),
        fc.option(fc.constantFrom(...audiences), { nil: undefined }),
        fc.nat(10),
        (entries, audience, most) => {
          const all = entries.map(({ audience: each, pair }, index) => line(`line-${index}`, { for: each, pair }))
          const found = createHelpLines(fileOf(all)).linesFor('US', audience, most)

          for (const pair of ['p', 'q', 'r']) {
            const shown = found.filter((each) => each.pair === pair).length
            expect([0, all.filter((each) => each.pair === pair).length]).toContain(shown)
          }
          expect(new Set(found).size).toBe(found.length)
        },
      ),
    )
  })

  it('has neither language nor locale for a parameter, and no other function has', () => {
    const sources = ['help-lines.ts', 'load-help-lines.ts', 'check-help-lines.ts'].map((name) =>
      readFileSync(join(root, 'src', 'safety', name), 'utf8'),
    )

    expect(sources.filter((source) => /\b(?:locale|language|lang)\b/i.test(source))).toEqual([])
  })
})

describe("the operator's own file", () => {
  it('adds lines for every country, and lines of one country behind the shipped ones', () => {
    const folder = knowledgeWith(`lines:${yamlOf('campus')}${yamlOf('campus-us', '    country: US\n')}`)

    const lines = loadHelpLines(root, folder)

    expect(idsOf(lines.own)).toEqual(['campus'])
    expect(idsOf(lines.linesFor('US', 'all'))).toEqual([...idsOf(shipped.linesFor('US', 'all')), 'campus-us'])
    expect(lines.linesFor('FR', 'all')).toEqual(shipped.linesFor('FR', 'all'))
    expect(lines.linesFor(undefined, 'all')).toEqual([])
  })

  it('adds a country that the shipped table does not have', () => {
    const lines = loadHelpLines(root, knowledgeWith(`lines:${yamlOf('campus-jp', '    country: JP\n')}`))

    expect(lines.countries).toContain('JP')
    expect(idsOf(lines.linesFor('jp', 'youth'))).toEqual(['campus-jp'])
  })

  it('never pushes out a shipped line, whatever it adds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped.countries),
        fc.constantFrom(...audiences),
        fc.nat(6),
        fc.array(fc.constantFrom(...audiences), { maxLength: 4 }),
        (country, audience, most, added) => {
          const own = added.map((each, index) => line(`own-${index}`, { country, for: each, pair: 'ch-ages' }))
          const before = shipped.linesFor(country, audience, most)

          const after = createHelpLines(fileOf(shipped.all), own).linesFor(country, audience, most)

          expect(idsOf(after.slice(0, before.length))).toEqual(idsOf(before))
        },
      ),
    )
  })

  it('may not take the id of a shipped line, which would look like a replacement', () => {
    const folder = knowledgeWith(`lines:${yamlOf('us-988')}`)

    expect(() => loadHelpLines(root, folder)).toThrow(
      `Cannot load "${join(folder, 'help-lines.yaml')}": line "us-988" has the id of a shipped line (choose another; lines are added, never replaced)`,
    )
  })

  it('need not be there', () => {
    expect(shipped.own).toEqual([])
  })
})

describe('a bad file', () => {
  it('is refused with every fault at once, each with its entry and its fix', () => {
    const folder = knowledgeWith(`
colour: blue
lines:
  - id: US 988
    service: ''
    for: everyone
    contact: '555'
    ways: [fax]
    hours: 24/7
    languages: [english]
    cost: cheap
    source: http://example.org
    verified: yesterday
    by: ''
    pair: alone
    phone: '1'
${yamlOf('twin', '    country: UK\n    pair: p\n')}${yamlOf('twin', '    pair: p\n').replace("verified: ''", 'verified: 2026-11-01')}
  - nothing
`)

    const message = messageOf(() => loadHelpLines(root, folder))

    const faults = [
      'the file has "colour", which is no key of it (remove it or mend its name)',
      'line "US 988" has "id" missing or wrong (write small letters, digits and hyphens, such as us-988)',
      'line "US 988" has "service" missing or wrong (write what the service calls itself)',
      'line "US 988" has "for" missing or wrong (write one of all, youth, abuse, helper, poison)',
      'line "US 988" has "ways" missing or wrong (write some of call, text, chat)',
      'line "US 988" has "languages" missing or wrong (write tags such as en or pt-BR)',
      'line "US 988" has "cost" missing or wrong (write one of free, local, unknown)',
      'line "US 988" has "source" missing or wrong (write a link that begins with https://)',
      `line "US 988" has "verified" missing or wrong (write a day such as 2026-11-23, or '' if nobody has checked it)`,
      'line "US 988" has "phone", which is no key of it (remove it or mend its name)',
      'line "US 988" is alone in the pair "alone" (give its partner the same, or leave it out)',
      'line "twin" has "country" missing or wrong (write two capital letters of ISO 3166-1, such as GB)',
      'line "twin" has an id that another line has (choose another)',
      'line "twin" is in a pair with a line of another country (make both the same country)',
      'line "twin" is verified by nobody (write who checked it as "by")',
      'line number 4 is missing or wrong (write it as the others are)',
    ]
    const path = join(folder, 'help-lines.yaml')
    for (const fault of faults) expect(message.split('\n')).toContain(`Cannot load "${path}": ${fault}`)
  })

  it('is refused where a shipped line or an emergency number has no country', () => {
    const folder = packageWith(`
reviewer: none
reviewed: 2026-11-23
directory: { service: A directory, url: https://example.org }
emergency:
  '': { numbers: ['112'], source: https://example.org, verified: '', by: '' }
  XX: { numbers: ['911'], source: https://example.org, verified: '', by: '' }
  US: { numbers: [], source: ftp://example.org, verified: 2026-02-30, by: '' }
lines:${yamlOf('stray')}`)

    const message = messageOf(() => loadHelpLines(folder, scratch))

    expect(message).toContain('"emergency." is no country (write two capital letters of ISO 3166-1, such as GB)')
    expect(message).toContain('"emergency.XX" is no country')
    expect(message).toContain(`"emergency.US" has "numbers" missing or wrong (write a list such as ['112'])`)
    expect(message).toContain('"emergency.US" has "source" missing or wrong')
    expect(message).toContain('"emergency.US" has "verified" missing or wrong')
    expect(message).toContain('line "stray" has "country" missing or wrong')
  })

  it('is refused with the faults of the other file beside its own', () => {
    const [folder, knowledge] = [packageWith('lines: none'), knowledgeWith('- a list')]

    const message = messageOf(() => loadHelpLines(folder, knowledge))

    expect(message).toContain(`${join(folder, 'safety', 'help-lines.yaml')}": "reviewer" is missing or wrong`)
    expect(message).toContain(
      `${join(knowledge, 'help-lines.yaml')}": it is no table of help lines (write "lines:" and the lines below it)`,
    )
  })

  it.each([
    ['is not there', mkdtempSync(join(scratch, 'empty-'))],
    ['is no YAML', packageWith('lines: [')],
    ['uses aliases', packageWith('reviewer: &a none\nreviewed: *a')],
  ])('that %s is refused by its name', (_, folder) => {
    expect(() => loadHelpLines(folder, scratch)).toThrow(`Cannot load "${join(folder, 'safety', 'help-lines.yaml')}": `)
  })

  it('that says who checked an emergency number but not when is refused', () => {
    const folder = packageWith(`
reviewer: none
reviewed: 2026-11-23
directory: { service: A directory, url: https://example.org }
emergency:
  US: { numbers: ['911'], source: https://example.org, verified: '', by: Ada }
  FR: { numbers: ['15'], source: https://example.org, verified: 2026-11-01, by: '' }
lines: []`)

    const message = messageOf(() => loadHelpLines(folder, scratch))

    expect(message).toContain('"emergency.US" has "by" without a day (write when it was checked as "verified")')
    expect(message).toContain('"emergency.FR" is verified by nobody (write who checked it as "by")')
  })
})

describe('checkHelpLines()', () => {
  it('tells of every shipped line and emergency number that no person has checked it', () => {
    const findings = checkHelpLines(shipped, '2026-11-23')

    expect(findings).toHaveLength(shipped.all.length + Object.keys(shipped.emergency).length)
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['notice']))
    expect(findings.map(({ message }) => message)).toContain(
      'help line fr-3114 (3114 – Numéro national de prévention du suicide, 3114) has not been checked by a person',
    )
    expect(findings.map(({ message }) => message)).toContain(
      'emergency 112 or 144 (AT) has not been checked by a person',
    )
  })

  it.each([
    // checked on 2026-01-01
    ['2026-01-01', 'on the day itself', undefined],
    ['2026-06-30', 'after 180 days', undefined],
    ['2026-07-01', 'after 181 days', 'warning'],
    ['2027-01-01', 'after 365 days', 'warning'],
    ['2027-01-02', 'after 366 days', 'failure'],
    ['2025-12-31', 'a day before it was checked', 'failure'],
  ] as const)('on %s, %s, says %s', (today, _, severity) => {
    const checked = { verified: '2026-01-01', by: 'Ada' }
    const numbers = { US: { numbers: ['911'], source: 'https://example.org', ...checked } }
    const lines = createHelpLines(fileOf([line('a', checked)], numbers), [
      line('b', { ...checked, country: undefined }),
    ])

    const findings = checkHelpLines(lines, today)

    expect(findings.map((finding) => finding.severity)).toEqual(severity === undefined ? [] : Array(3).fill(severity))
  })

  it('says which entry was checked when, and what to do', () => {
    const lines = createHelpLines(fileOf([line('a', { verified: '2026-01-01', by: 'Ada' })]))

    expect(checkHelpLines(lines, '2026-08-01')).toEqual([
      {
        severity: 'warning',
        message: 'help line a (Someone to talk to, 555 0100) was checked 212 days ago, on 2026-01-01 (check it again)',
      },
    ])
  })
})
