/** Whether a question is the word that the bot answers with help lines in every language. */
export function isForHelp({ text }: { readonly text: string }): boolean {
  return /^\s*\/?support\s*$/i.test(text)
}
