import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './judgments.ts'
import type { TriageFigures } from './measure-triage.ts'
import { format } from './triage-baseline.ts'

/** The page whose figures are written by `npm run evaluate:triage -- --write`, so that they cannot drift. */
export const safetyPage = `${root}docs/safety.md`

const languages = { en: 'English', es: 'Spanish', pt: 'Portuguese', fr: 'French', de: 'German' } as const

const categories = {
  idiom_false_positive: 'idioms, games, films, tech',
  benign_on_topic: 'questions on topic',
  educational_mention: 'education on suicide',
  recovery: 'recovery stories',
  hyperbole: 'hyperbole ("kms lol")',
  negated: 'denials ("not suicidal, just curious")',
  distress: 'ordinary sadness and stress',
  eating_disorder: 'questions on dieting',
  medication_change: 'questions on changing medicines',
  drug_interaction: 'questions on combining medicines',
  diagnosis_request: 'requests for a diagnosis',
  all: 'all that is not urgent',
} as const

const urgentCategories = {
  crisis_self: 'crisis, oneself',
  crisis_other: 'crisis, somebody else',
  abuse: 'abuse',
  eating_disorder: 'eating disorder that somebody tells of',
  emergency_medical: 'emergency',
} as const

/** The figures as tables in Markdown. */
export function safetyTables({ found, falseAlarms, precision, about, theme, alsoCrisis }: TriageFigures): string {
  const levels = ['crisis', 'emergency', 'medication', 'diagnosis']
  const perLanguage = Object.entries(languages).map(
    ([code, name]) =>
      `| ${[name, ...levels.map((level) => format(found[`${level} ${code}`])), format(falseAlarms[`all ${code}`]), format(precision[code])].join(' | ')} |`,
  )
  const perCategory = Object.entries(categories).map(([name, title]) => `| ${title} | ${format(falseAlarms[name])} |`)
  return [
    '| language | crisis found | emergency found | medication found | diagnosis found | false alarms | urgent rightly |',
    '|---|---|---|---|---|---|---|',
    ...perLanguage,
    `| **all** | ${[...levels.map((level) => format(found[level])), format(falseAlarms['all']), format(precision['all'])].join(' | ')} |`,
    '',
    '| urgent | found |',
    '|---|---|',
    ...Object.entries(urgentCategories).map(([name, title]) => `| ${title} | ${format(found[name])} |`),
    '',
    '| not urgent, yet called urgent | false alarms |',
    '|---|---|',
    ...perCategory,
    '',
    `"Urgent rightly" is the share of the messages called urgent that are. Of the crises found, ${format(about)} name the right person (oneself or somebody else), and ${format(theme)} with a theme (abuse, eating disorder, minor) the right theme. Of the emergencies found that were intended, ${format(alsoCrisis)} are known as both.`,
  ].join('\n')
}

/** The figures that stand in the page. */
export function writtenFigures(): string | undefined {
  return between.exec(readFileSync(safetyPage, 'utf8'))?.[1]?.trim()
}

/** Puts figures into the page. */
export function writeFigures(figures: TriageFigures): void {
  const page = readFileSync(safetyPage, 'utf8')
  writeFileSync(
    safetyPage,
    page.replace(between, `<!-- figures -->\n\n${safetyTables(figures)}\n\n<!-- end of figures -->`),
  )
}

const between = /<!-- figures -->([\s\S]*)<!-- end of figures -->/
