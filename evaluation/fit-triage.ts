import { writeFileSync } from 'node:fs'
import { createRandom } from '../benchmarks/random.ts'
import { typingError } from '../benchmarks/typing-error.ts'
import { modelFiles } from '../src/safety/model.ts'
import { loadRulesIn } from '../src/safety/open-triage.ts'
import { createRead } from '../src/safety/reading.ts'
import { parseWordCounts } from '../src/safety/word-counts.ts'
import { loadEverydayWords } from '../src/text/everyday-words.ts'
import { countWords, fitModel, type Line } from './fit-model.ts'
import { root } from './judgments.ts'
import { readTrainingLines } from './messages.ts'

/*
 * Fits the model of triage to the messages of `evaluation/messages/`, those held out aside, and writes it.
 * Every message is learnt a second time with a typing error and without its question mark, since
 * people in distress write so.
 */
const lines = readTrainingLines()
const words = countWords(lines)
const rules = loadRulesIn(`${root}safety`)
const rulesOf = (language: string) => rules.get(`rules.${language}.yaml`)
const read = createRead({ rulesOf, words: parseWordCounts(words), everyday: loadEverydayWords() })
const random = createRandom(3)
const examples = lines.flatMap(({ text, kind, theme }) =>
  [text, typingError(random, text).replace(/\?+\s*$/, '')].map((each): Line => ({ reading: read(each), kind, theme })),
)
const { file, weights } = fitModel(examples, words)

writeFileSync(`${root}safety/${modelFiles.shape}`, `${JSON.stringify(file)}\n`)
writeFileSync(`${root}safety/${modelFiles.weights}`, weights)
process.stdout.write(`fitted to ${lines.length} messages\n`)
