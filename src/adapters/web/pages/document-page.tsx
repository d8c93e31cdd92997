import type { DocumentText } from '../../../responder/document-text.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { Blocks } from '../drawing/blocks.tsx'
import { direction } from '../drawing/direction.ts'
import { Heading } from '../drawing/heading.tsx'
import { Phrasing } from '../drawing/phrasing.tsx'
import { Page } from './page.tsx'
import type { Site } from './site.ts'
import { ContentsList } from './topics-page.tsx'

type DocumentPageProps = { readonly site: Site; readonly text: DocumentText }

/** A whole document, where each section has an address, its source and the disclaimer. */
export function DocumentPage({ site, text }: DocumentPageProps) {
  const { document, title, language, sections } = text
  const isHelpTaken = sections.some(({ section }) => section === 'help')
  return (
    <Page site={site} title={title} here="topics" helpId={isHelpTaken ? 'page.help' : 'help'}>
      <article class="document" lang={language} dir={direction(language)}>
        <h1>{safeText(title)}</h1>
        <ContentsList document={document} language={language} sections={sections} />
        {sections.map((section) => (
          <Section site={site} text={text} section={section} />
        ))}
      </article>
    </Page>
  )
}

type SectionProps = DocumentPageProps & { readonly section: DocumentText['sections'][number] }

function Section({ site, text: { source, disclaimer }, section: { section, heading, depth, blocks } }: SectionProps) {
  return (
    <section id={section} class="section">
      {depth > 1 && <Heading level={depth}>{safeText(heading)}</Heading>}
      <Blocks blocks={blocks} level={depth} drawing={site} isDirected />
      <p class="source" dir="auto">
        <Phrasing parts={source} drawing={site} />
      </p>
      <p class="share">
        <a class="link" href={`#${encodeURIComponent(section)}`} lang={site.language}>
          {site.words.web.link.label}
          <span class="visually-hidden" dir="auto">
            {` – ${safeText(heading)}`}
          </span>
        </a>
      </p>
      <p class="disclaimer">{safeText(disclaimer.text)}</p>
    </section>
  )
}
