import type { Document, Passage } from '../knowledge/document.ts'
import { createSearch, type Hit, type Words } from '../knowledge/search/create-search.ts'
import { createTopics } from '../knowledge/search/topics.ts'
import type { HelpLines } from '../safety/help-lines.ts'
import { calm, type Triage } from '../safety/triage.ts'
import { cap } from '../text/cap.ts'
import type { Bot, Place, RankedPassage, SuggestedTopic, Topic } from './bot.ts'
import { createCompose } from './compose.ts'
import { createDocuments } from './create-documents.ts'
import { createExplain } from './explain.ts'
import { createHelpCards } from './help-cards.ts'
import { createPages } from './pages.ts'
import { createReadLanguage } from './read-language.ts'
import { createRespond } from './respond.ts'
import { createSmallTalk } from './small-talk.ts'
import type { Templates } from './templates.ts'
import { createUrgent } from './urgent.ts'

/** What a bot is made from. */
export type BotParts = {
  readonly documents: readonly Document[]
  readonly words: Words
  /** By language; English is among them. */
  readonly templates: ReadonlyMap<string, Templates>
  readonly triage: (text: string) => Triage
  readonly helpLines: HelpLines
  /** The version of Pamphlet, as the page `about` shows it. */
  readonly version: string
  /** Where its page is on the web, as in ComposeOptions. */
  readonly publicUrl?: string | undefined
}

/** Builds the bot over a library: the index is built here, once. */
export function createBot({ documents, words, templates, triage, helpLines, version, publicUrl }: BotParts): Bot {
  const english = templates.get('en')
  if (english === undefined) throw new Error('The bot needs English templates')
  const templatesFor = (language: string | undefined) => templates.get(language?.split('-')[0] ?? 'en') ?? english

  const findDocument = (name: string) => documents.find((document) => document.name === name)
  const findPassage = (name: string, section: string) =>
    findDocument(name)?.passages.find((passage) => passage.section === section)
  const childrenOf = ({ document, children }: Passage) =>
    children.flatMap((child) => findPassage(document, child) ?? [])

  const search = createSearch(documents, words)
  const topics = createTopics(documents)
  const compose = createCompose(documents, { helpLineDirectory: helpLines.directory.url, publicUrl })
  const shownDocuments = createDocuments(documents)
  const composePage = createPages(documents, version)
  const help = createHelpCards(helpLines)
  const urgent = createUrgent({ triage, help, templatesFor, fallback: english })
  const deciding = {
    triage: urgent.triage,
    smallTalk: createSmallTalk(templates),
    readLanguage: createReadLanguage(documents, words.everyday),
    search,
  }
  const respond = createRespond({ ...deciding, urgent: urgent.card, help, topics, compose, childrenOf, templatesFor })
  let places: readonly Place[] | undefined

  return {
    respond: (question) => respond(question).answer,
    respondRanked: (question, limit) => {
      const { answer, hits } = respond(question, limit)
      return { answer, ranked: hits.map(rankedPassage) }
    },
    explain: createExplain(deciding),
    rank: ({ text, document: name }, limit) => {
      const { hits } = search(cap(text), { limit, within: (document) => name === undefined || document.name === name })
      return hits.map(rankedPassage)
    },
    suggest: (typed, limit) =>
      topics.suggest(typed, limit).map(({ passage, name }) => withMatch(compose.topicOf(passage), name)),
    suggestDocuments: (typed, limit) =>
      topics.suggestDocuments(typed, limit).map(({ name, title }) => ({ document: name, title })),
    places: () => {
      places ??= topics.all.map((passage) => Object.assign(compose.topicOf(passage), topics.namesOf(passage)))
      return places
    },
    topics: ({ language, document } = {}) =>
      compose.topics({ templates: templatesFor(language), triage: calm }, document),
    library: (language) => shownDocuments.library(templatesFor(language)),
    document: (name) => shownDocuments.text(name, templatesFor),
    passage: (name, section) => {
      const passage = findPassage(name, section)
      if (passage === undefined) return undefined
      const frame = { templates: templatesFor(findDocument(name)?.language), triage: calm }
      if (passage.text !== '') return compose.answered(passage, [], frame)
      return compose.suggested(childrenOf(passage), frame)
    },
    support: ({ region, language }) => help.support({ triage: calm, templates: templatesFor(language), region }),
    page: (name, language) => composePage(name, { templates: templatesFor(language), triage: calm }),
    chatWords: (language) => templatesFor(language).chat,
    apology: (language) => compose.apology({ templates: templatesFor(language), triage: calm }),
  }
}

function rankedPassage({ passage, score }: Hit): RankedPassage {
  const { document, section, heading, text: excerpt } = passage
  return { document, section, heading, score, excerpt }
}

/** Adds the name that matched where the label leaves a person wondering why it is there. */
function withMatch(topic: Topic, name: string): SuggestedTopic {
  return topic.label.includes(name) ? topic : { ...topic, matched: name }
}
