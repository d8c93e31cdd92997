import { type Answer, type AnswerParts, type Block, createAnswer } from '../../../src/responder/answer.ts'

export const disclaimer = {
  text: 'This is general education, not medical advice. Please talk to a healthcare professional.',
  short: 'Not medical advice.',
}

/** Makes an answer for a test: one paragraph "Some text." unless told otherwise. */
export function makeAnswer(parts: Partial<AnswerParts> = {}): Answer {
  return createAnswer(
    {
      outcome: 'answered',
      triage: { level: 'none', about: 'nobody', soft: false, alsoCrisis: false, language: 'und' },
      language: 'en',
      blocks: [paragraph('Some text.')],
      actions: [],
      ...parts,
    },
    'Summary.',
    { disclaimer, help: { buttons: { support: 'Get support' } } },
  )
}

export function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

export function heading(value: string, depth = 1): Block {
  return { type: 'heading', depth, children: [{ type: 'text', value }] }
}
