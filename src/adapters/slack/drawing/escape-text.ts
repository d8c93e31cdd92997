/**
 * A text in which Slack finds no mention, channel, command or link: what is escaped shows as it was written.
 *
 * Any text object may hold such tokens, the plain ones included, so everything that is sent goes through here once
 * (docs.slack.dev, messaging/formatting-message-text, "Escaping text", checked 2026-11-23).
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character)
}

/** All that Slack decodes. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
