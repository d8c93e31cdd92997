/** Everything about the terminal that is a number. */
export const limits = {
  /** Columns where the terminal does not say how many it has. */
  defaultColumns: 80,
  /** Longer lines are hard to read: WCAG 2.2, 1.4.8, asks for 80 characters at most; a few more keep tables aligned. */
  maxColumns: 100,
  /** Narrower than this, wrapping at words gives one word a line. */
  minColumns: 20,
  /** Longest line of standard input that is kept; a question of 1 MB written with JSON escapes takes 6 of these 8 Mi. */
  maxLineCharacters: 8 * 1024 * 1024,
  /** A larger number that is no choice may be an emergency number or a help line, such as 112 or 988: the bot reads it. */
  largestMistypedChoice: 99,
  /** Time after an urgent answer in which the next one is the shorter one for somebody who has just read it. */
  repeatWithinMs: 10 * 60 * 1000,
  /** Time for which a question is held in memory, so that it can be answered after an urgent answer that missed its mark. */
  holdQuestionMs: 15 * 60 * 1000,
  /** Ranked passages looked through for the score of a passage that was shown. */
  maxRanked: 50,
} as const
