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
      <div>
        <h1>{title}</h1>
        <Blocks blocks={intro.blocks} level={2} drawing={site} />
      </div>
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

type ContentsListProps = Pick<DocumentSummary, 'document' | 'language' | 'sections'>

/** The sections of a document as links; the text under its title is where the document begins. */
export function ContentsList({ document, language, sections }: ContentsListProps) {
  const parents = sections.filter(({ depth }) => depth === 2)
  return (
    <ul class="contents" lang={language} dir={direction(language)}>
      {parents.map((parent) => (
        <li>
          <SectionLink document={document} section={parent} />
          <SectionsBelow document={document} sections={sectionsBelow(parent, sections)} />
        </li>
      ))}
    </ul>
  )
}

function SectionsBelow({ document, sections }: Pick<DocumentSummary, 'document' | 'sections'>) {
  if (sections.length === 0) return null
  return (
    <ul>
      {sections.map((section) => (
        <li>
          <SectionLink document={document} section={section} />
        </li>
      ))}
    </ul>
  )
}

function SectionLink({ document, section }: { readonly document: string; readonly section: SectionHeading }) {
  return (
    <a href={topicAddress(document, section.section)} dir="auto">
      {safeText(section.heading)}
    </a>
  )
}

function sectionsBelow(parent: SectionHeading, sections: readonly SectionHeading[]): readonly SectionHeading[] {
  const behind = sections.slice(sections.indexOf(parent) + 1)
  const end = behind.findIndex(({ depth }) => depth < 3)
  return end === -1 ? behind : behind.slice(0, end)
}
