import { html } from 'hono/html'
import type { Block } from '../../../responder/answer.ts'
import type { Bot } from '../../../responder/bot.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { Blocks } from '../drawing/blocks.tsx'
import { direction } from '../drawing/direction.ts'
import { createSite, type Visit } from './site.ts'
import { paragraph, TextPage } from './text-page.tsx'

type FaultPageProps = { readonly bot: Bot; readonly visit: Visit; readonly status: number }

/** What went wrong, in calm words, and where help is. */
export function FaultPage({ bot, visit, status }: FaultPageProps) {
  const site = createSite(bot, visit)
  const { title, say } = said(site.words, status)
  const blocks: readonly Block[] = say === undefined ? bot.apology(visit.locale).blocks : [paragraph(say)]
  return <TextPage site={site} title={title} blocks={blocks} />
}

/** The same where the page itself cannot be drawn: the apology, which needs nothing that can fail. */
export function BarePage({ bot, locale }: { readonly bot: Bot; readonly locale: string | undefined }) {
  const { blocks, disclaimer, language } = bot.apology(locale)
  const words = bot.chatWords(locale)
  return html`<!doctype html>${(
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.web.faults.failed} · Pamphlet`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <main>
          <h1>{words.web.faults.failed}</h1>
          <Blocks blocks={blocks} level={2} drawing={{ words, countries: [], isFramed: false }} />
          <p class="disclaimer">{safeText(disclaimer.text)}</p>
        </main>
      </body>
    </html>
  )}`
}

/** A fault of ours is told by the apology. */
function said(
  { web: { faults }, notes }: ChatWords,
  status: number,
): { readonly title: string; readonly say?: string } {
  switch (status) {
    case 403:
      return faults.forbidden
    case 404:
      return faults.missing
    case 413:
      return faults['too-large']
    case 429:
      return { title: faults.busy, say: notes.busy }
    default:
      return { title: faults.failed }
  }
}
