import { heldOutSets, loadCorpus, loadJudgments, loadShippedWords, root, tuningSets } from '../evaluation/judgments.ts'
import { createBot } from '../src/responder/create-bot.ts'
import { loadTemplates } from '../src/responder/load-templates.ts'
import { loadHelpLines } from '../src/safety/load-help-lines.ts'
import { openTriage } from '../src/safety/open-triage.ts'

/** What one answer of the bot costs on the shipped document. */
export type RespondFigures = { readonly questions: number; readonly rounds: number; readonly processorMs: number }

const warmUpRounds = 5
const rounds = 10

/** Asks the bot every labelled question on the shipped document, all rounds, and takes the average processor time. */
export function measureRespond(): RespondFigures {
  const words = loadShippedWords()
  const bot = createBot({
    documents: loadCorpus({ name: '', corpus: 'low-serotonin' }),
    words,
    templates: loadTemplates(`${root}templates`),
    triage: openTriage(`${root}safety`, words.everyday).read,
    helpLines: loadHelpLines(root, `${root}knowledge`),
    version: '',
  })
  const questions = [...tuningSets, ...heldOutSets]
    .filter(({ corpus }) => corpus === 'low-serotonin')
    .flatMap(loadJudgments)
    .map(({ text }) => ({ text }))
  const askAll = (times: number): void => {
    for (let round = 0; round < times; round += 1) for (const question of questions) bot.respond(question)
  }

  askAll(warmUpRounds)
  const start = process.cpuUsage()
  askAll(rounds)
  const { user, system } = process.cpuUsage(start)
  return { questions: questions.length, rounds, processorMs: (user + system) / 1000 / rounds / questions.length }
}
