import type { Answer, Block } from '../../../responder/answer.ts'
import { Blocks } from '../drawing/blocks.tsx'
import { Page } from './page.tsx'
import type { Site } from './site.ts'

type TextPageProps = {
  readonly site: Site
  readonly title: string
  readonly here?: 'about' | 'privacy'
  readonly blocks: Answer['blocks']
}

/** A page that says one thing, such as what is kept. */
export function TextPage({ site, title, here, blocks }: TextPageProps) {
  return (
    <Page site={site} title={title} {...(here === undefined ? {} : { here })}>
      <div>
        <h1>{title}</h1>
        <Blocks blocks={blocks} level={2} drawing={site} />
      </div>
    </Page>
  )
}

/** A paragraph of the page's own words. */
export function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
