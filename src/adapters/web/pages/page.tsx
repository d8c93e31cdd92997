import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { safeText } from '../../drawing/safe-text.ts'
import { direction } from '../drawing/direction.ts'
import { HelpSection } from './help-section.tsx'
import type { Site } from './site.ts'

export type PageProps = {
  readonly site: Site
  /** What the page is about, for its title. */
  readonly title: string
  /** The entry of the menu that leads here. */
  readonly here?: Entry
  /** Whether the script of the chat goes with it. */
  readonly hasScript?: boolean
  /** Where help is, in words of the page's own. */
  readonly help?: Child
  /** Name of that part in addresses. */
  readonly helpId?: string
  readonly children?: Child
}

type Entry = 'ask' | 'topics' | 'help' | 'about' | 'privacy'

const addresses = { ask: '/', topics: '/topics', about: '/about', privacy: '/privacy' } as const

const entries = ['ask', 'topics', 'help', 'about', 'privacy'] as const

/** A whole page: what it is about, and where help is. */
export function Page({ site, title, here, hasScript = false, help, helpId = 'help', children }: PageProps) {
  const { words, language, isFramed } = site
  const { web } = words
  return html`<!doctype html>${(
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${safeText(title)} · Pamphlet`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {hasScript && <script type="module" src="/assets/chat.js" />}
      </head>
      <body class={isFramed ? 'framed' : undefined}>
        {!isFramed && (
          <a class="skip" href="#page.main">
            {web.skip}
          </a>
        )}
        {!isFramed && <Header site={site} here={here} helpId={helpId} />}
        <main id="page.main" tabindex={-1}>
          {children}
          {help ?? <HelpSection site={site} action={isFramed ? '/embed' : '/support'} id={helpId} />}
        </main>
        <footer>
          <p class="disclaimer">{safeText(site.choice.disclaimer.text)}</p>
        </footer>
      </body>
    </html>
  )}`
}

type HeaderProps = { readonly site: Site; readonly here: Entry | undefined; readonly helpId: string }

function Header({ site: { words }, here, helpId }: HeaderProps) {
  const { menu } = words.web
  return (
    <header>
      <a class="brand" href="/">
        <img src="/assets/icon.svg" alt="" width="28" height="28" /> <span>Pamphlet</span>
      </a>
      <nav aria-label={menu.label}>
        {entries.map((entry) => (
          <a
            class={entry}
            href={entry === 'help' ? `#${helpId}` : addresses[entry]}
            aria-current={entry === here ? 'page' : undefined}
          >
            {menu[entry]}
          </a>
        ))}
      </nav>
    </header>
  )
}
