import type { Answer } from '../../../responder/answer.ts'
import type { DocumentSummary, SectionHeading } from '../../../responder/document-text.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { Blocks } from '../drawing/blocks.tsx'
import { direction } from '../drawing/direction.ts'
import { Phrasing } from '../drawing/phrasing.tsx'
import { topicAddress } from '../drawing/topic-address.ts'
import { Page } from './page.tsx'
import type { Site } from './site.ts'

type TopicsPageProps = {
  readonly site: Site
  readonly library: readonly DocumentSummary[]
  /** What is said before the list. */
  readonly intro: Answer
}

/** Every document: its sections, where it comes from and when it was reviewed. */
export function TopicsPage({ site, library, intro }: TopicsPageProps) {
  const title = site.words.web.menu.topics
  return (
    <Page site={site} title={title} here="topics">
      <h1>{title}</h1>
      <Blocks blocks={intro.blocks} level={2} drawing={site} />
      {library.map((summary) => (
        <DocumentCard site={site} summary={summary} />
      ))}
    </Page>
  )
}

function DocumentCard({ site, summary }: { readonly site: Site; readonly summary: DocumentSummary }) {
  const { document, title, language, source, sections } = summary
  return (
    <section class="card">
      <h2 lang={language} dir={direction(language)}>
        <a href={`/topics/${encodeURIComponent(document)}`}>{safeText(title)}</a>
      </h2>
      <ContentsList document={document} language={language} sections={sections} />
      <p class="source" dir="auto">
        <Phrasing parts={source} drawing={site} />
      </p>
    </section>
  )
}

type ContentsListProps = Pick<DocumentSummary, 'document' | 'language'> & {
  readonly sections: readonly SectionHeading[]
}

/** The sections of a document as links; the text under its title is where the document begins. */
export function ContentsList({ document, language, sections }: ContentsListProps) {
  return (
    <ul class="contents" lang={language} dir={direction(language)}>
      {sections
        .filter(({ depth }) => depth > 1)
        .map(({ section, heading, depth }) => (
          <li class={depth === 3 ? 'below' : undefined}>
            <a href={topicAddress(document, section)} dir="auto">
              {safeText(heading)}
            </a>
          </li>
        ))}
    </ul>
  )
}
