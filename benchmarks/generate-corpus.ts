import { loadCorpus } from '../evaluation/judgments.ts'
import type { Document } from '../src/knowledge/document.ts'
import { type Corpus, keyOf } from './corpus.ts'
import { generateNames, generateVocabulary } from './generate-words.ts'
import { createRandom, type Random } from './random.ts'
import { type SectionTemplate, sectionTemplates } from './section-templates.ts'
import { typingError } from './typing-error.ts'

/** The same documents and questions on every run and machine. */
const seed = 20_261_123

/** Made-up words beside those of the project's own texts; drawn as Zipf has it, so that large corpora meet more of them. */
const vocabularySize = 60_000

/** Share of a sentence's longer words that are exchanged for made-up ones. */
const exchanged = 0.45

const questionCount = 500

/** Generates a corpus of so many sections, three to seven a document, and one misspelt question for some of them. */
export function generateCorpus(sections: number): Corpus {
  const random = createRandom(seed)
  const names = generateNames(random, Math.ceil(sections / 3))
  const write = createWriter(random, names)
  const documents: Document[] = []
  for (let left = sections; left > 0; ) {
    const name = names[documents.length] ?? ''
    const templates = pickTemplates(random, Math.min(left, 3 + random.below(5)))
    documents.push(write(documents.length, name, templates))
    left -= templates.length
  }
  return { documents, questions: Array.from({ length: questionCount }, () => askAbout(random, documents)) }
}

function pickTemplates(random: Random, count: number): readonly SectionTemplate[] {
  const left = [...sectionTemplates]
  while (left.length > count) left.splice(random.below(left.length), 1)
  return left
}

function createWriter(random: Random, names: readonly string[]) {
  const sentences = loadSentences()
  const vocabulary = generateVocabulary(random, vocabularySize)

  /** The first word of the vocabulary is drawn twice as often as the second, three times as often as the third. */
  const zipf = (): string => vocabulary[Math.floor(vocabularySize ** random.next()) - 1] ?? ''
  const sentence = (): string =>
    (sentences[random.below(sentences.length)] ?? [])
      .map((word) => (/^[a-z]{5,}$/.test(word) && random.chance(exchanged) ? zipf() : word))
      .join(' ')

  const confusion = (name: string): string =>
    `People with ${name} may be told that they have ${names[random.below(names.length)]}.`

  function body(lead: string, name: string): string {
    const wanted = 80 + random.below(170)
    const parts = [lead]
    for (let length = 0; length < wanted; ) {
      const next = random.chance(0.1) ? confusion(name) : sentence()
      parts.push(next)
      length += next.split(' ').length
    }
    return parts.join(' ')
  }

  return (number: number, title: string, templates: readonly SectionTemplate[]): Document => {
    const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${number}`
    const passages = templates.map(({ section, heading, lead }, place) => {
      const text = body(lead.replace('X', title), title)
      return {
        document: name,
        section,
        heading: heading.replace('X', title),
        children: [],
        blocks: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: text }] }],
        text,
        hash: '',
        asked: [],
        keepWith: [],
        line: 10 + 4 * place,
      }
    })
    return {
      name,
      title,
      language: 'en',
      sources,
      reviewed: '2026-11-23',
      reviewBy: '2027-11-23',
      aliases: [],
      passages,
    }
  }
}

const sources = [{ title: 'Generated for measuring' }]

/** The sentences of the project's own documents, cut at spaces. */
function loadSentences(): readonly (readonly string[])[] {
  const corpora = [loadCorpus({ name: '', corpus: 'low-serotonin' }), loadCorpus({ name: '', corpus: 'garden' })]
  return corpora
    .flat()
    .flatMap(({ passages }) => passages)
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n+/))
    .filter((sentence) => /^[\n -~]+$/.test(sentence))
    .map((sentence) => sentence.split(' '))
}

function askAbout(random: Random, documents: readonly Document[]) {
  const document = documents[random.below(documents.length)]
  const passage = document?.passages[random.below(document.passages.length)]
  const template = sectionTemplates.find(({ section }) => section === passage?.section)
  if (document === undefined || passage === undefined || template === undefined) throw new Error('Nothing to ask about')
  const question = random.pick(template.questions).replace('X', document.title.toLowerCase())
  return { text: typingError(random, question), right: [keyOf(passage)] }
}
