import { expect, it } from 'vitest'
import { createHelpCards } from '../../src/responder/help-cards.ts'
import { cardKinds } from '../../src/responder/templates.ts'
import { bodyOf } from './answer-text.ts'
import { cardTriages } from './card-triages.ts'
import { helpLines, templates } from './shipped-bot.ts'

/** Words of a card at most, its lines included: one phone screen, read in a hard moment. */
const mostWords = 90

const { card } = createHelpCards(helpLines)
const regions = [undefined, ...new Set([...helpLines.countries, ...Object.keys(helpLines.emergency)])]
const cards = cardKinds.flatMap((kind) =>
  [false, true].flatMap((repeat) => [...templates.values()].map((each) => ({ kind, repeat, each }))),
)

it.each(cards.map(({ kind, repeat, each }) => [kind, repeat ? 'again' : 'first', each.language, each] as const))(
  'the card "%s" (%s) in "%s" has 90 words at most in every country',
  (kind, time, _, each) => {
    const counts = regions.map((region) => {
      const answer = card({ triage: cardTriages[kind], templates: each, region, repeat: time === 'again' })
      return [region ?? 'none', wordsIn(bodyOf(answer))] as const
    })

    expect(Math.min(...counts.map(([, count]) => count))).toBeGreaterThan(15)
    expect(Object.fromEntries(counts.filter(([, count]) => count > mostWords))).toEqual({})
  },
)

/** Runs of characters without white space that hold a letter or a digit. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}
