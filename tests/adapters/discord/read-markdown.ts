/**
 * Reads a text as Discord shows it, and names every mark that it would not show as written.
 *
 * Independent of how the bot escapes: written from support.discord.com "Markdown Text 101" and the page "Message
 * Formatting" of discord-api-docs, as of 2026-11-23.
 */
export function readMarkdown(markdown: string): { readonly text: string; readonly marks: readonly string[] } {
  const escaped: string[] = []
  // What is escaped is shown as it is; a private character holds its place.
  const bare = markdown.replace(/\\([^0-9A-Za-z\s])/gu, (_, character: string) => {
    escaped.push(character)
    return held
  })
  const marks = Object.entries(patterns).flatMap(([name, pattern]) => (pattern.test(bare) ? [name] : []))
  return { text: bare.replaceAll(held, () => escaped.shift() ?? ''), marks }
}

const held = '\ue000'

const patterns = {
  bold: /\*\*[\s\S]+?\*\*/,
  italics: /\*(?!\s)[^*]+?(?<!\s) {0,2}\*(?!\*)|\b_[^_]+_(?![0-9A-Za-z_])|(?<![0-9A-Za-z])_[^_]+_(?![0-9A-Za-z_])/,
  underline: /__[\s\S]+?__/,
  'struck out': /~~[\s\S]+?~~/,
  spoiler: /\|\|[\s\S]+?\|\|/,
  code: /`[\s\S]*`/,
  heading: /^ *#{1,3}\s/m,
  'small print': /^ *-#\s/m,
  list: /^ *(?:[*-]|\d+\.)\s/m,
  quotation: /^ *(?:>>>|>)\s/m,
  'masked link': /\]\(/,
  address: /\b(?:https?|steam|discord):\/\//i,
  mention: /<(?:@[!&]?|#)\d+>|@everyone|@here/,
  command: /<\/[^>]+:\d+>/,
  emoji: /<a?:\w+:\d+>|:(?:[a-z]\w*|\+1):/i,
  time: /<t:-?\d+(?::\w)?>/i,
  navigation: /<id:\w+>/,
  'address in brackets': /<(?:https?|mailto|tel|sms):[^>\s]*>|<[\w.+-]+@[\w.-]+>/i,
} as const
