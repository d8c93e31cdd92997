import type { Document } from '../knowledge/document.ts'
import type { Phrasing } from './answer.ts'
import { showDay } from './show-day.ts'
import { fill, quote, type Templates } from './templates.ts'

/** "Source: Askvity, “Why Low Serotonin?” · last reviewed 23 Nov 2026, not by a clinician", titles linked where there is an address. */
export function sourceLine(document: Document, templates: Templates): readonly Phrasing[] {
  const { line, by, 'not-by-clinician': notByClinician } = templates.source
  const date = showDay(document.reviewed, templates)
  const reviewer = document.reviewer === undefined ? notByClinician : fill(by, { name: document.reviewer })
  const [before = '', after = ''] = fill(line, { date, reviewer }).split('{sources}')
  const sources = document.sources.flatMap(({ title, publisher, url }, place): Phrasing[] => {
    const lead = `${place === 0 ? '' : '; '}${publisher === undefined ? '' : `${publisher}, `}`
    const value = quote(title, templates)
    return [{ type: 'text', value: lead }, url === undefined ? { type: 'text', value } : { type: 'link', value, url }]
  })
  return [{ type: 'text', value: before }, ...sources, { type: 'text', value: after }]
}
