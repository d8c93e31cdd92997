import type { EverydayWords } from '../text/everyday-words.ts'
import { detectLanguage } from '../text/language.ts'
import { decide } from './decide.ts'
import type { Model } from './model.ts'
import { bothEnds } from './read-message.ts'
import { createRead } from './reading.ts'
import type { Rules } from './rules.ts'
import { calm, type Triage } from './triage.ts'
import { weigh } from './weigh.ts'

/** Characters from which the language is told. */
const mostForLanguage = 500

export type TriageParts = {
  /** The rules of a language, if it has any; asked for when a message may be in it. */
  readonly rulesOf: (language: string) => Rules | undefined
  readonly model: Model
  readonly everyday: EverydayWords
}

/**
 * Builds triage: reads a message for signs that the person needs help. Pure, without input or output.
 *
 * Rules name what is said outright and lower the bar for the model, which weighs what is only hinted at.
 */
export function createTriage({ rulesOf, model, everyday }: TriageParts): (text: string) => Triage {
  const read = createRead({ rulesOf, words: model.words, everyday })

  return (text) => {
    const ends = bothEnds(text)
    const reading = read(ends)
    if (reading.message.words.length === 0) return calm
    const language = detectLanguage(ends.slice(0, mostForLanguage), everyday) ?? reading.message.language ?? 'und'
    return { ...decide(reading.signs, weigh(model, reading)), language }
  }
}
