/**
 * Reads a text as Slack shows it, and names every mark in it.
 *
 * Independent of how the bot escapes: written from docs.slack.dev, messaging/formatting-message-text, and from
 * jsx-slack's page about-escape-and-exact-mode.md, as of 2026-11-23.
 */
export function readMrkdwn(mrkdwn: string): { readonly text: string; readonly marks: readonly string[] } {
  const addresses: string[] = []
  // An address is shown as it is; a private character holds its place.
  const bare = mrkdwn.replace(/<(https:\/\/[^\s<>|]+)>/g, (_, address: string) => {
    addresses.push(address)
    return held
  })
  const marks = Object.entries(patterns).flatMap(([name, pattern]) => (pattern.test(bare) ? [name] : []))
  const shown = bare
    .replace(new RegExp(patterns.quotation, 'gm'), '')
    .replace(new RegExp(patterns.bold, 'g'), (pair) => pair.slice(1, -1))
    .replace(new RegExp(patterns.italics, 'g'), (pair) => pair.slice(1, -1))
  return { text: unescapeText(shown.replaceAll(held, () => addresses.shift() ?? '')), marks }
}

/** A text with what is escaped as it shows, once. */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (entity, name: string) => decoded[name] ?? entity)
}

const decoded: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

const held = '\ue000'

const patterns = {
  bold: /(?<![0-9A-Za-z*])[*＊](?!\s)[^*＊\n]+(?<!\s)[*＊](?![0-9A-Za-z*])/,
  italics: /(?<![0-9A-Za-z_])[_＿](?!\s)[^_＿\n]+(?<!\s)[_＿](?![0-9A-Za-z_])/,
  'struck out': /(?<![0-9A-Za-z~])[~～](?!\s)[^~～\n]+(?<!\s)[~～](?![0-9A-Za-z~])/,
  code: /[`｀][^`｀]+[`｀]|```/,
  quotation: /^ *(?:&gt;|[>＞]) ?/m,
  emoji: /:(?:[+-]1|100|1234|[a-z0-9_'+-]*[a-z][a-z0-9_'+-]*):/i,
  'something in angle brackets': /[<>]/,
  'something unescaped': /&(?!(?:amp|lt|gt);)/,
} as const
