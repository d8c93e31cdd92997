/**
 * A text, of one line or several, with backslashes where Discord would read a mark in it.
 *
 * Notifications show text before Markdown is read, so ordinary prose comes out unchanged: a character is escaped only
 * where its neighbours make it a mark.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(marks, '\\$&')
}

/**
 * Every place that gets a backslash: a pattern matches the one character before which it stands.
 *
 * Read off support.discord.com "Markdown Text 101" and discord-api-docs reference.mdx, "Message Formatting", checked 2026-11-23.
 */
const escapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a backslash that would be taken for an escape', pattern: /\\(?=[^0-9A-Za-z\s]|$)/ },
  { what: 'code', pattern: /`/ },
  { what: 'italics and bold; a star between spaces is none', pattern: /\*(?=\S)|(?<=\S)\*/ },
  { what: 'italics and underline; one inside a word is none', pattern: /(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/ },
  { what: 'struck out text', pattern: /~(?=~)|(?<=~)~/ },
  { what: 'a spoiler', pattern: /\|(?=\|)|(?<=\|)\|/ },
  { what: 'a mention, emoji, time, command or address in angle brackets', pattern: /<(?=[@#:/!&A-Za-z]|[\w.+-]+@)/ },
  { what: 'a mention of everybody', pattern: /@(?=everyone|here)/ },
  { what: 'a link that hides its address', pattern: /(?<=\])\(/ },
  { what: 'an address', pattern: /:(?=\/\/)/ },
  { what: 'an emoji by its name', pattern: /:(?=(?:[\w+-]*[A-Za-z][\w+-]*|[+-]1|100|1234):)/ },
  { what: 'a heading', pattern: /(?<=^ *)#(?=#{0,2}(?:\s|$))/ },
  { what: 'a bullet or small print', pattern: /(?<=^ *)-(?=#?(?:\s|$))/ },
  { what: 'a bullet', pattern: /(?<=^ *)\*(?=\s|$)/ },
  { what: 'a number of a list', pattern: /(?<=^ *\d+)\.(?=\s|$)/ },
  { what: 'a quotation', pattern: /(?<=^ *)>(?=(?:>>)?(?:\s|$))/ },
]

const marks = new RegExp(escapes.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'gm')
