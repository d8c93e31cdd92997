import type { Document } from '../knowledge/document.ts'
import { createSearch, type Words } from '../knowledge/search/create-search.ts'
import { createTopics } from '../knowledge/search/topics.ts'
import { type Triage, triage } from '../safety/triage.ts'
import { cap } from '../text/cap.ts'
import type { Bot } from './bot.ts'
import { createCompose } from './compose.ts'
import { createReadLanguage } from './read-language.ts'
import { createRespond } from './respond.ts'
import { createSmallTalk } from './small-talk.ts'
import type { Templates } from './templates.ts'

/** What a bot is made from. */
export type BotParts = {
  readonly documents: readonly Document[]
  readonly words: Words
  /** By language; English is among them. */
  readonly templates: ReadonlyMap<string, Templates>
}

/** Builds the bot over a library: the index is built here, once. */
export function createBot({ documents, words, templates }: BotParts): Bot {
  const english = templates.get('en')
  if (english === undefined) throw new Error('The bot needs English templates')
  const templatesFor = (language: string | undefined) => templates.get(language?.split('-')[0] ?? 'en') ?? english

  const search = createSearch(documents, words)
  const topics = createTopics(documents)
  const compose = createCompose(documents)
  const respond = createRespond({
    triage,
    smallTalk: createSmallTalk(templates),
    readLanguage: createReadLanguage(documents, words.everyday),
    search,
    topics,
    compose,
    templatesFor,
  })

  return {
    respond,
    rank: ({ text, document }, limit) =>
      search(cap(text), { limit, within: ({ name }) => document === undefined || name === document }).hits.map(
        ({ passage: { document: name, section, heading, text: excerpt }, score }) => ({
          document: name,
          section,
          heading,
          score,
          excerpt,
        }),
      ),
    suggest: (typed, limit) =>
      topics.suggest(typed, limit).map(({ document, section, heading }) => ({ document, section, label: heading })),
    topics: (language) => compose.topics({ templates: templatesFor(language), triage: calm }),
    passage: (name, section) => {
      const document = documents.find((each) => each.name === name)
      const passage = document?.passages.find((each) => each.section === section)
      if (document === undefined || passage === undefined) return undefined
      return compose.answered(passage, [], { templates: templatesFor(document.language), triage: calm })
    },
    apology: (language) => compose.apology({ templates: templatesFor(language), triage: calm }),
  }
}

/** The triage of an answer to something that was picked, not written. */
const calm: Triage = { level: 'none', about: 'nobody', soft: false, alsoCrisis: false }
