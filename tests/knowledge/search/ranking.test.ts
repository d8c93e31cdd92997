import { expect, it } from 'vitest'
import { search } from './shipped-search.ts'

it.each([
  // a letter left out, and the word doctors use
  ['is low serotnin hereditary', 'genetics'],
  // two typing errors
  ['can chronc stress drain my serotonine', 'stress'],
  // written as it sounds
  ['what is tryptofan', 'diet'],
  // a doubled letter
  ['are my receptors dammaged', 'receptor-problems'],
  // swapped letters
  ['does my medicatoin lower serotonin', 'medications'],
  // a wrong ending
  ['resistence of cells to serotonin', 'ineffective-usage'],

  // lay words for what documents call otherwise
  ['does it run in our family', 'genetics'],
  ['my mum has it, will I get it', 'genetics'],
  ['could my pills be behind it', 'medications'],
  ['tummy bugs and serotonin', 'gut-health'],
  ['job strain for years and serotonin', 'stress'],
  ['which doc should I see', 'what-to-do'],
  ['is the happy chemical made in the belly', 'gut-health'],
  ['another sickness that lowers serotonin', 'health-conditions'],

  // word order and small words make no difference
  ['genetic is low serotonin', 'genetics'],
  ['stress serotonin chronic', 'stress'],
  ['serotonin, the making of it, enzymes', 'reduced-production'],

  // two words run together, or one word broken in two
  ['serotoninlevels and stress', 'stress'],
  ['gutbacteria', 'gut-health'],
  ['sero tonin in the gut', 'gut-health'],
  ['trypto phan', 'diet'],

  // the kind of question decides where the words are the same
  ['why is my serotonin low', 'overview'],
  ['what causes low serotonin', 'causes'],
  ['what can I do about low serotonin', 'what-to-do'],
  ['how is low serotonin treated', 'what-to-do'],
  ['is low serotonin inherited', 'genetics'],

  // the parent for the whole list, the child for one thing on it
  ['which factors can lower serotonin', 'causes'],
  ['does my diet lower serotonin', 'diet'],
  ['is the exact cause known', 'causes'],

  // a word that two sections share goes where it is explained
  ['what are receptors for', 'receptor-problems'],
  ['what is receptor resistance', 'ineffective-usage'],
  // making less is about production, though the gut makes serotonin as well
  ['what keeps serotonin production down', 'reduced-production'],
  // the gut, though production is named as well
  ['is serotonin production a job of the gut', 'gut-health'],
  // raising is for a professional to recommend
  ['how do I raise my serotonin', 'what-to-do'],

  // a heading by itself
  ['genetics', 'genetics'],
  ['Health conditions', 'health-conditions'],
  // what the question ends on counts more than the story before it
  ['I have enough serotonin but my body does not use it', 'ineffective-usage'],
  ['My sister eats well. I sleep fine. Can stress cause low serotonin?', 'stress'],
])('search() ranks the right section first for "%s"', (question, section) => {
  const [best] = search(question).hits

  expect(best?.passage.section).toBe(section)
})

it.each([
  // "help" asks for an explanation here, not for treatment
  ['help me understand serotonin', 'overview'],
  // two vowels and a sound apart, as Spanish spells it
  ['what is triptofan', 'diet'],
])('search() ranks the right section first for "%s"', (question, section) => {
  expect(search(question).hits[0]?.passage.section).toBe(section)
})

it('search() gives as many hits as asked for, best first, each once', () => {
  const { hits } = search('why is serotonin low', { limit: 8 })
  const scores = hits.map(({ score }) => score)

  expect(hits).toHaveLength(8)
  expect(new Set(hits.map(({ passage }) => passage)).size).toBe(8)
  expect(scores).toEqual(scores.toSorted((left, right) => right - left))
})
