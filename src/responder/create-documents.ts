import type { Document, Passage } from '../knowledge/document.ts'
import type { DocumentSummary, DocumentText, SectionHeading } from './document-text.ts'
import { sourceLine } from './source-line.ts'
import type { Templates } from './templates.ts'

/** Builds what shows the documents themselves, whole and in a list. */
export function createDocuments(documents: readonly Document[]) {
  return { library, text }

  /** Every document; the words that are not its own in the language of the templates. */
  function library(templates: Templates): readonly DocumentSummary[] {
    return documents.map((document) => ({
      ...summaryOf(document, templates),
      sections: document.passages.map(headingOf),
    }))
  }

  /** The whole document of that name; undefined where there is none. */
  function text(name: string, templatesFor: (language: string) => Templates): DocumentText | undefined {
    const document = documents.find((each) => each.name === name)
    if (document === undefined) return undefined
    const templates = templatesFor(document.language)
    return {
      ...summaryOf(document, templates),
      sections: document.passages.map((passage) => Object.assign(headingOf(passage), { blocks: passage.blocks })),
      disclaimer: templates.disclaimer,
    }
  }
}

function summaryOf(document: Document, templates: Templates): Omit<DocumentSummary, 'sections'> {
  const { name, title, language } = document
  return { document: name, title, language, source: sourceLine(document, templates) }
}

function headingOf({ section, heading, parent }: Passage): SectionHeading {
  return { section, heading, depth: section === 'overview' ? 1 : parent === undefined ? 2 : 3 }
}
