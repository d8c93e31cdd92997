import { heldOutSets, loadJudgments, tuningSets } from '../evaluation/judgments.ts'
import { createRandom } from './random.ts'
import { typingError } from './typing-error.ts'

/**
 * Gives the labelled questions on the shipped document in turn, without an end.
 *
 * Every other time round each of them has a typing error of its own, so that hardly any word comes twice that nobody knows:
 * memory that grew with the words it has seen would show.
 */
export function createQuestions(): () => string {
  const random = createRandom(6)
  const questions = [...tuningSets, ...heldOutSets]
    .filter(({ corpus }) => corpus === 'low-serotonin')
    .flatMap(loadJudgments)
    .map(({ text }) => text)
  let asked = 0

  return () => {
    const text = questions[asked % questions.length] ?? ''
    const isMisspelt = Math.floor(asked / questions.length) % 2 === 1
    asked += 1
    return isMisspelt ? typingError(random, text) : text
  }
}
