/** One sentence of a message. */
export type Sentence = { readonly text: string; readonly isQuestion: boolean }

const ends = /(?<=[.!?])\s+|\n+/
const asks =
  /^(?:(?:and|but|so|or|ok|okay|well|also|hi|hello|hey)[\s,]+)*(?:what|why|how|where|when|who|which|whats|hows|is|are|am|was|were|can|could|do|does|did|will|would|should|has|have|might|may)\b/

/** Cuts folded text into sentences; one asks when it ends in a question mark or begins as English questions do. */
export function sentences(folded: string): readonly Sentence[] {
  return folded
    .split(ends)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, isQuestion: text.trimEnd().endsWith('?') || asks.test(text.trimStart()) }))
}
