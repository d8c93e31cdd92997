import type { Document } from '../knowledge/document.ts'
import { type Answer, type Block, createAnswer, type Phrasing } from './answer.ts'
import type { Frame } from './compose.ts'
import { exampleQuestions } from './example-questions.ts'
import { showDay } from './show-day.ts'
import { sourceLine } from './source-line.ts'
import { fill, type PageName, type Templates } from './templates.ts'

/** Documents that the page `about` lists: two screens of a phone. */
const mostDocuments = 20

/** Builds the pages on which the bot says what it is, what it keeps and how to ask. */
export function createPages(documents: readonly Document[], version: string) {
  const examples = exampleQuestions(documents)

  return (name: PageName, { templates, triage }: Pick<Frame, 'templates' | 'triage'>): Answer => {
    const blocks = templates.chat.pages[name].flatMap((said) =>
      said === '{documents}' ? listDocuments(templates) : [paragraph(fill(said, { version }))],
    )
    return createAnswer(
      { outcome: 'help', triage, language: templates.language, blocks, actions: name === 'help' ? examples : [] },
      fill(templates.chat.pages[name][0] ?? '', { version }),
      templates,
    )
  }

  /** The documents with their sources and dates, and how many there are besides. */
  function listDocuments(templates: Templates): readonly Block[] {
    if (documents.length === 0) return [paragraph(templates.topics.none)]
    const listed = documents.slice(0, mostDocuments)
    const items = listed.map((document): Block[] => [{ type: 'paragraph', children: item(document, templates) }])
    const count = documents.length - listed.length
    const more = fill(templates.source.more, { count: count.toLocaleString(templates.language) })
    return [{ type: 'list', items }, ...(count === 0 ? [] : [paragraph(more)])]
  }
}

function item(document: Document, templates: Templates): readonly Phrasing[] {
  const due = fill(templates.source.due, { date: showDay(document.reviewBy, templates) })
  return [
    { type: 'strong', value: document.title },
    { type: 'break' },
    ...sourceLine(document, templates),
    { type: 'text', value: ` · ${due}` },
  ]
}

function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
