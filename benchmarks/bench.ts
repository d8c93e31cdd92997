import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { realCorpora } from './corpora.ts'
import { engines } from './engines/engines.ts'
import { measureApart, measureHere, type Row } from './measure-apart.ts'
import { measureAsk } from './measure-ask.ts'
import { measureRespond } from './measure-respond.ts'
import { measureTriageBench, type TriageBench } from './measure-triage.ts'
import { table } from './table.ts'

/*
 * Measures ranking, speed and memory beside other search engines, in one run.
 *
 *   npm run bench                                   everything, as tables
 *   npm run bench -- --json                         the same as JSON
 *   npm run bench -- --sizes 100,1000               generated corpora of these sizes, and no other corpus
 *   npm run bench -- --engines pamphlet,minisearch  these engines alone
 *   npm run bench -- --triage                       triage alone
 *   npm run bench -- --discord [--seconds 5]        the built program under load, against a stand-in for Discord
 *   npm run bench -- --slack [--seconds 10]         the same for Slack, in Socket Mode and over HTTP
 *   npm run bench -- --web [--seconds 20] [--questions 1000000]
 *                                                   the HTTP interface of the built program, and the same with fuse.js inside
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    engines: { type: 'string' },
    one: { type: 'boolean', default: false },
    triage: { type: 'boolean', default: false },
    discord: { type: 'boolean', default: false },
    slack: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    questions: { type: 'string' },
    seconds: { type: 'string' },
  },
})

if (values.one) {
  const [corpus = '', engine = ''] = positionals
  process.stdout.write(JSON.stringify(measureHere(corpus, engine)))
} else if (values.triage) {
  process.stdout.write(`${triageText(measureTriageBench())}\n`)
} else if (values.discord || values.slack || values.web) {
  await loadPlatforms(
    Number(values.seconds ?? 60),
    values.questions === undefined ? undefined : Number(values.questions),
  )
} else {
  runAll()
}

async function loadPlatforms(seconds: number, questions?: number): Promise<void> {
  if (!(seconds > 0) || !(questions === undefined || questions >= 100)) {
    process.stderr.write('Cannot measure: --seconds is how long a phase may last, --questions are 100 or more\n')
    process.exitCode = 2
    return
  }
  sayAloud(machineText())
  // The library of a platform is loaded where it is used alone.
  if (values.discord) {
    const { runDiscordLoad } = await import('./discord-load.ts')
    await runDiscordLoad({ seconds, say: sayAloud })
  }
  if (values.slack) {
    const { runSlackLoad } = await import('./slack-load.ts')
    await runSlackLoad({ seconds, say: sayAloud })
  }
  if (values.web) {
    const { runWebLoad } = await import('./web-load.ts')
    await runWebLoad({ seconds, questions, say: sayAloud })
  }
}

function sayAloud(text: string): void {
  process.stdout.write(`${text}\n`)
}

function runAll(): void {
  const corpora = values.sizes?.split(',') ?? [...realCorpora, '100', '1000', '16000', '100000']
  const chosen = values.engines?.split(',') ?? Object.keys(engines)
  const wrong = [...chosen.filter((name) => !(name in engines)), ...corpora.filter((name) => !isCorpus(name))]
  if (wrong.length > 0) {
    process.stderr.write(`Cannot measure ${wrong.join(', ')}: engines are ${Object.keys(engines).join(', ')}\n`)
    process.exitCode = 2
    return
  }
  const say = (text: string): void => void (values.json || process.stdout.write(`${text}\n`))
  const machine = readMachine()
  say(machineText(machine))

  const rows: Row[] = []
  for (const corpus of corpora) {
    const measured = chosen.map((engine) => measureApart(fileURLToPath(import.meta.url), corpus, engine))
    rows.push(...measured)
    say(`\n## ${titleOf(corpus)}\n\n${table(measured)}`)
  }
  const respond = measureRespond()
  say(`\nOne respond() on the shipped document: ${respond.processorMs.toFixed(3)} ms of processor time on average`)
  const ask = measureAsk()
  say(
    'skipped' in ask
      ? `ask: skipped: ${ask.skipped}`
      : `node dist/main.js ask: ${ask.wallMs.toFixed(0)} ms, ${ask.processorMs.toFixed(0)} ms of processor time, ${ask.peakMb.toFixed(0)} MB at most (medians of ${ask.runs} runs, GNU time)`,
  )
  const triage = measureTriageBench()
  say(triageText(triage))
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, rows, respond, ask, triage }, null, 2)}\n`)
}

function readMachine() {
  const load = loadavg().map((each) => Number(each.toFixed(1)))
  return { node: process.version, processor: cpus()[0]?.model, cores: availableParallelism(), load }
}

function machineText({ node, cores, processor, load } = readMachine()): string {
  return `Node ${node}, ${cores} cores of ${processor}, load ${load.join(' ')}`
}

function triageText({ times, found }: TriageBench): string {
  const spans = times.map(
    ({ characters, p50Ms, p99Ms }) => `${characters} characters ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`,
  )
  const rows = Object.entries(found).map(
    ([name, { urgent, falseAlarms }]) => `${name}: urgent messages found ${urgent}, false alarms ${falseAlarms}`,
  )
  return ['', `triage: ${spans.join('; ')} (each message's quickest of ten)`, ...rows].join('\n')
}

function isCorpus(name: string): boolean {
  return /^[1-9]\d*$/.test(name) || realCorpora.some((each) => each === name)
}

function titleOf(corpus: string): string {
  return /^\d+$/.test(corpus) ? `${Number(corpus).toLocaleString('en')} sections, generated` : corpus
}
