import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Bot } from '../../../responder/bot.ts'
import type { TakeStep } from '../create-take-step.ts'
import { quotedIn } from '../drawing/quoted.ts'
import { type Carried, parseCarried, parseForm, type StepForm } from '../parse-form.ts'
import { prepareSame, type Same, serveSame } from '../serve-same.ts'
import type { WebContext, WebEnv } from '../web-env.ts'
import { type Came, ChatPage, Exchange } from './chat-page.tsx'
import { DocumentPage } from './document-page.tsx'
import { BarePage, FaultPage } from './fault-page.tsx'
import { HelpSection } from './help-section.tsx'
import { Page } from './page.tsx'
import { createSite, type Site } from './site.ts'
import { paragraph, TextPage } from './text-page.tsx'
import { TopicsPage } from './topics-page.tsx'

export type PageParts = {
  readonly bot: Bot
  readonly takeStep: TakeStep
  /** Whether a question from an address is answered now. */
  readonly mayAsk: (address: string) => Promise<boolean>
}

/** Places up to which the browser gets all of them and looks through them by itself. */
const mostPlacesInBrowser = 500

/** Routes of the pages that people see. */
export function createPageRoutes({ bot, takeStep, mayAsk }: PageParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const suggest = bot.places().length > mostPlacesInBrowser ? 'server' : 'browser'

  for (const [address, isFramed] of [
    ['/', false],
    ['/embed', true],
  ] as const) {
    routes.get(address, (context) => drawChat(context, siteFor(context, { isFramed }), { type: 'nothing' }))
    routes.post(address, async (context) => {
      const { came, carried } = await take(context, isFramed)
      return drawChat(context, siteFor(context, { isFramed, carried }), came)
    })
  }

  routes.post('/answer', async (context) => {
    const { came, carried } = await take(context, false)
    return context.html(<Exchange came={came} site={siteFor(context, { carried })} />, statusOf(came))
  })

  // With a thousand documents it takes a tenth of a second to draw, and it stays the same while the program runs.
  const topicsPages = new Map<string, Same>()
  routes.get('/topics', async (context) => {
    const site = siteFor(context)
    const drawn = topicsPages.get(site.language) ?? prepareSame(await (await drawTopics(context, site)).text())
    topicsPages.set(site.language, drawn)
    return serveSame(context, drawn, { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-store' })
  })
  routes.get('/topics/:document', (context) => {
    const text = bot.document(context.req.param('document'))
    if (text === undefined) return renderFault(context, bot, 404)
    return context.html(<DocumentPage site={siteFor(context)} text={text} />)
  })

  routes.get('/support', (context) => context.html(<SupportPage site={siteFor(context)} />))
  routes.post('/support', async (context) => {
    const form = parseForm(new URLSearchParams(await context.req.text()))
    const region = form?.step.type === 'country' ? form.step.region : undefined
    const carried = region === undefined ? {} : { region }
    return context.html(<SupportPage site={siteFor(context, { carried })} />)
  })

  for (const name of ['about', 'privacy'] as const) {
    routes.get(`/${name}`, (context) => {
      const site = siteFor(context)
      const { blocks } = bot.page(name, context.get('locale'))
      const { menu, privacy } = site.words.web
      const said = name === 'privacy' ? [...blocks, paragraph(privacy)] : blocks
      return context.html(<TextPage site={site} title={menu[name]} here={name} blocks={said} />)
    })
  }
  return routes

  function siteFor(context: WebContext, visit: { readonly isFramed?: boolean; readonly carried?: Carried } = {}): Site {
    return createSite(bot, { locale: context.get('locale'), ...visit })
  }

  function drawTopics(context: WebContext, site: Site) {
    const { language } = site
    return context.html(<TopicsPage site={site} library={bot.library(language)} intro={bot.topics({ language })} />)
  }

  function drawChat(context: WebContext, site: Site, came: Came) {
    const examples = bot.page('help', context.get('locale'))
    return context.html(<ChatPage site={site} came={came} examples={examples} suggest={suggest} />, statusOf(came))
  }

  async function take(
    context: WebContext,
    isFramed: boolean,
  ): Promise<{ readonly came: Came; readonly carried: Carried }> {
    const fields = new URLSearchParams(await context.req.text())
    const form = parseForm(fields)
    if (form === undefined) return { came: { type: 'empty' }, carried: parseCarried(fields) }
    const locale = context.get('locale')
    const shown = await takeStep(form, {
      ...(locale === undefined ? {} : { locale }),
      mayAsk: () => mayAsk(context.get('address')),
    })
    if (shown === 'held-back') return { came: { type: 'held-back', typed: typedIn(form) }, carried: form.carried }
    const { answer } = shown
    const drawing = {
      ...createSite(bot, { locale: answer.language, isFramed }),
      quoted: quotedIn(answer, bot.document),
    }
    return { came: { type: 'shown', shown, drawing, isHelp: isHelp(form) }, carried: shown.carried }
  }
}

/** Draws an error as a calm page that says where help is. */
export async function renderFault(context: WebContext, bot: Bot, status: ContentfulStatusCode): Promise<Response> {
  const locale = context.get('locale')
  const visit = { locale, isFramed: context.req.path === '/embed' }
  try {
    return await context.html(<FaultPage bot={bot} visit={visit} status={status} />, status)
  } catch {
    return context.html(<BarePage bot={bot} locale={locale} />, status)
  }
}

function SupportPage({ site }: { readonly site: Site }) {
  const help = <HelpSection site={site} action="/support" isWholePage />
  return <Page site={site} title={site.words.pick.help} here="help" help={help} />
}

function statusOf({ type }: Came): ContentfulStatusCode {
  if (type === 'held-back') return 429
  return type === 'empty' ? 422 : 200
}

function typedIn({ step }: StepForm): string {
  return step.type === 'ask' ? step.text : ''
}

function isHelp({ step: { type } }: StepForm): boolean {
  return type === 'country' || type === 'support' || type === 'countries'
}
