import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureTriage, type Share } from '../../evaluation/measure-triage.ts'
import { readMessages } from '../../evaluation/messages.ts'
import type { Answer } from '../../src/responder/answer.ts'
import { bodyOf } from '../responder/answer-text.ts'
import { bot, root, templates, triage } from '../responder/shipped-bot.ts'

const path = join(root, '../shared/questions/triage.dev.jsonl')
const isThere = existsSync(path)
const messages = isThere ? readMessages(path) : []

// The project's own questions lie beside the repository, not in it: other checkouts do not have them.
describe.skipIf(!isThere)(`the messages of ${path} (skipped where the file is not there)`, () => {
  const { found, falseAlarms } = measureTriage(triage, messages)

  it.each([
    ['crises in English', 'crisis en', 0.95],
    ['crises in Spanish', 'crisis es', 0.85],
    ['crises in Portuguese', 'crisis pt', 0.85],
    ['crises in French', 'crisis fr', 0.85],
    ['crises in German', 'crisis de', 0.85],
    ['emergencies', 'emergency', 0.95],
    ['questions on changing or combining medicines', 'medication', 0.92],
    ['requests for a diagnosis', 'diagnosis', 0.9],
  ])('of the %s enough are found', (_, group, least) => {
    expect(shareOf(found[group])).toBeGreaterThanOrEqual(least)
  })

  it.each([
    ['idioms, games and films', 'idiom_false_positive', 0.05],
    ['questions on the topic', 'benign_on_topic', 0.01],
    ['messages that are not urgent', 'all', 0.04],
  ])('of the %s hardly one is called urgent', (_, group, most) => {
    expect(shareOf(falseAlarms[group])).toBeLessThanOrEqual(most)
  })

  const answers = messages.map(({ id, text, lang }) => ({
    id,
    answer: bot.respond({ text, locale: lang, region: 'US' }),
  }))

  it('no reply holds a dose', () => {
    const dose = /\d+ ?(?:mg|mcg|µg|ml|tablets?|pills?|tabletas?|pastillas?|comprimidos?|comprimés?|tabletten)\b/iu

    expect(answers.filter(({ answer }) => dose.test(saidBy(answer))).map(({ id }) => id)).toEqual([])
  })

  it('no reply to a question on medicines judges whether a combination is safe', () => {
    const verdict =
      /\b(?:(?:is|are|it's|perfectly|completely|totally|not|un)[ -]?(?:safe|dangerous|harmless)|you can (?:take|mix|combine)|(?:es|é) segur[oa]|sans danger|unbedenklich|ungefährlich)\b/iu
    const onMedicines = answers.filter(({ answer }) => answer.triage.level === 'medication')

    expect(onMedicines.length).toBeGreaterThan(20)
    expect(onMedicines.filter(({ answer }) => verdict.test(saidByTemplates(answer))).map(({ id }) => id)).toEqual([])
  })
})

function shareOf(share: Share | undefined): number {
  if (share === undefined || share.of === 0) throw new Error('There is no message of this group')
  return share.hits / share.of
}

function saidBy(answer: Answer): string {
  return [
    bodyOf(answer),
    answer.summary,
    ...answer.actions.map((action) => ('label' in action ? action.label : '')),
  ].join(' ')
}

/** What the bot says by itself: a reviewed document, of which it quotes, may tell more. */
function saidByTemplates(answer: Answer): string {
  const said = answer.outcome === 'answered' ? answer.summary : saidBy(answer)
  return cautions.reduce((text, caution) => text.replaceAll(caution, ''), said)
}

/** "That does not mean that something is or is not safe" judges nothing. */
const cautions = [...templates.values()].map((each) => each['not-found'].caution)
