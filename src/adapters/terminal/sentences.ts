/** What the terminal itself says; answers come from the bot. */
export const sentences = {
  greeting:
    'Ask a question, or write "topics" to see all topics, "support" to see help lines. A number picks a choice. Write "quit" or press Ctrl-D to leave.',
  askAgain: 'I no longer have that question. Please ask it again.',
  goodbye: 'Goodbye.',
  nothingToPick: 'There is nothing to pick yet. Please ask a question first.',
  outOfRange: (last: number) => `Please pick a number from 1 to ${last}, or ask a question.`,
} as const
