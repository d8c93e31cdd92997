import { spawnSync } from 'node:child_process'
import { openCorpus } from './corpora.ts'
import { engines } from './engines/engines.ts'
import { type EngineFigures, measureEngine, type Skipped } from './measure-engine.ts'

/** One line of the table. */
export type Row = { readonly corpus: string; readonly engine: string } & (EngineFigures | Skipped)

/** Building and asking together may take this long. */
const timeoutMs = 120_000

/** Measures one engine on one corpus in a process of its own, so that no engine pays for another's memory. */
export function measureApart(bench: string, corpus: string, engine: string): Row {
  const flags = [...process.execArgv, '--max-old-space-size=8192', '--no-flush-bytecode']
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [...flags, bench, '--one', corpus, engine], {
    encoding: 'utf8',
    timeout: timeoutMs,
  })
  if (error !== undefined) return { corpus, engine, skipped: `stopped after ${timeoutMs / 1000} s` }
  if (status !== 0)
    return { corpus, engine, skipped: `failed: ${/\w*Error: .*/.exec(stderr)?.[0] ?? `status ${status}`}` }
  return { corpus, engine, ...(JSON.parse(stdout) as EngineFigures | Skipped) }
}

/** What the process of its own does. */
export function measureHere(corpusName: string, engineName: string): EngineFigures | Skipped {
  const create = engines[engineName]
  if (create === undefined) throw new Error(`There is no engine "${engineName}"`)
  const corpus = openCorpus(corpusName)
  return 'skipped' in corpus ? corpus : measureEngine(create(), corpus)
}
