import { existsSync, readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { EverydayWords } from '../text/everyday-words.ts'
import { parseYaml } from '../text/parse-yaml.ts'
import { createTriage } from './create-triage.ts'
import { loadModel } from './model.ts'
import { proveRules } from './prove-rules.ts'
import { compileRules, type Rules, rulesSchema } from './rules.ts'
import type { Triage } from './triage.ts'

/** Triage over the files of a folder, which may change while it runs. */
export type OpenTriage = {
  readonly read: (text: string) => Triage
  /** Names every rule that misses its own example or finds its counter-example. */
  readonly prove: () => readonly string[]
  /** Loads the rules again and proves them; a file that cannot be loaded keeps its last good state and is named in what is returned. */
  readonly reload: () => readonly string[]
  /** Reloads whenever a file changes, until the returned function is called. */
  readonly watch: (report: (problems: readonly string[]) => void) => () => void
}

/** Time for an editor to finish writing before a changed file is read. */
const settleMs = 100

/**
 * Opens triage over `rules.<language>.yaml` and the model; throws where one cannot be loaded.
 *
 * `lazy` is for a program that answers one question: rules are loaded for the languages that the question may be in,
 * and a file that cannot be loaded leaves its language to the model.
 */
export function openTriage(folder: string, everyday: EverydayWords, { lazy = false } = {}): OpenTriage {
  const model = attempt(join(folder, 'model.json'), () => loadModel(folder))
  const prove = (rules: Rules) => proveRules(rules, model.words, everyday)
  const loaded = lazy ? new Map<string, Rules>() : loadRulesIn(folder)
  const rulesOf = (language: string) => loaded.get(fileOf(language)) ?? (lazy ? loadLate(language) : undefined)
  const make = () => createTriage({ rulesOf, model, everyday })
  let current = make()

  function loadLate(language: string): Rules | undefined {
    try {
      const rules = loadRules(join(folder, fileOf(language)))
      loaded.set(fileOf(language), rules)
      return rules
    } catch {
      return undefined
    }
  }

  const reload = () => {
    const problems = loadInto(loaded, folder, prove)
    current = make()
    return problems
  }
  return {
    read: (text) => current(text),
    prove: () => [...loaded].flatMap(([name, rules]) => prove(rules).map((fault) => `${name}: ${fault}`)),
    reload,
    watch(report) {
      let timer: NodeJS.Timeout | undefined
      const unwatched = () => report([`"${folder}" cannot be watched: changed rules are read at the next start`])
      try {
        const watcher = watch(folder, { persistent: false }, () => {
          clearTimeout(timer)
          timer = setTimeout(() => report(reload()), settleMs)
        })
        watcher.on('error', unwatched)
        return () => {
          clearTimeout(timer)
          watcher.close()
        }
      } catch {
        unwatched()
        return () => {}
      }
    },
  }
}

/** Loads every file of rules, by file name; throws with everything that is wrong. */
export function loadRulesIn(folder: string): Map<string, Rules> {
  const loaded = new Map<string, Rules>()
  const faults = loadInto(loaded, folder)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  if (loaded.size === 0) throw new Error(`Cannot load "${folder}": there is no file of rules (such as rules.en.yaml)`)
  return loaded
}

/** Loads files of rules over those that are there, and says which cannot be loaded or do not pass. */
function loadInto(
  loaded: Map<string, Rules>,
  folder: string,
  faultsOf: (rules: Rules) => readonly string[] = () => [],
): readonly string[] {
  const names = new Set([...loaded.keys(), ...rulesFilesIn(folder)])
  return [...names].toSorted().flatMap((name) => {
    try {
      const rules = attempt(join(folder, name), loadRules)
      const faults = faultsOf(rules).map((fault) => `Cannot load "${join(folder, name)}": ${fault}`)
      if (faults.length === 0) loaded.set(name, rules)
      return faults
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  })
}

/** None in a folder that is not there: the files that were are missed one by one. */
function rulesFilesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^rules\.\w+\.yaml$/.test(name)) : []
}

function fileOf(language: string): string {
  return `rules.${language}.yaml`
}

/** Reads one language's rules. */
function loadRules(path: string): Rules {
  return compileRules(rulesSchema.parse(parseYaml(readFileSync(path, 'utf8'))))
}

function attempt<Value>(path: string, load: (path: string) => Value): Value {
  try {
    return load(path)
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : 'unreadable'
    throw new Error(`Cannot load "${path}": ${reason}`, { cause })
  }
}
