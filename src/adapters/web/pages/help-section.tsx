import type { Answer } from '../../../responder/answer.ts'
import { Blocks } from '../drawing/blocks.tsx'
import { CountryForm } from '../drawing/country-form.tsx'
import type { Site } from './site.ts'

type HelpSectionProps = {
  readonly site: Site
  /** Where the choice of a country goes. */
  readonly action: string
  /** What is said of help; the lines of the country that was chosen, unless told otherwise. */
  readonly lines?: Answer
  /** Its name in addresses. */
  readonly id?: string
  /** Whether it is what the page is about. */
  readonly isWholePage?: boolean
}

/** Where help is, on every page: what to do in danger, help lines, and the choice of a country. */
export function HelpSection({ site, action, lines, id = 'help', isWholePage = false }: HelpSectionProps) {
  const { words, help, countries, carried } = site
  const Title = isWholePage ? 'h1' : 'h2'
  return (
    <section id={id} class="help-box" aria-labelledby="help.title">
      <Title id="help.title">{words.pick.help}</Title>
      <Blocks blocks={(lines ?? help).blocks} level={3} drawing={site} />
      <CountryForm action={action} countries={countries} carried={carried} drawing={site} />
    </section>
  )
}
