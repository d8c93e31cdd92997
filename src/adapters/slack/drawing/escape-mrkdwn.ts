import { escapeText } from './escape-text.ts'

/**
 * A line as mrkdwn that shows it word for word; undefined where Slack would read a mark in it.
 *
 * Slack has no escape for its marks: a backslash shows (slack-api-docs, issues 34 and 93), and zero-width spaces around a mark
 * even make it one (jsx-slack, about-escape-and-exact-mode.md). Such a line can only be sent as plain text, where there
 * are no marks (docs.slack.dev, reference/block-kit/composition-objects/text-object). All checked 2026-11-23.
 */
export function escapeMrkdwn(line: string): string | undefined {
  return marks.some(({ pattern }) => pattern.test(line)) ? undefined : escapeText(line)
}

/**
 * Everything that Slack may read as a mark, wide forms included; rather a mark too many than one too few, since plain text
 * loses nothing but bold.
 *
 * Read off docs.slack.dev, messaging/formatting-message-text, and jsx-slack, issue 98 and about-escape-and-exact-mode.md.
 * With `verbatim`, names of people and channels and addresses are no marks.
 */
const marks: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'code', pattern: /[`｀]/ },
  {
    what: 'bold; not inside a word or between spaces',
    pattern: /(?<![0-9A-Za-z])[*＊](?=\S)|(?<=\S)[*＊](?![0-9A-Za-z])/,
  },
  {
    what: 'italics; not inside a word or between spaces',
    pattern: /(?<![0-9A-Za-z])[_＿](?=\S)|(?<=\S)[_＿](?![0-9A-Za-z])/,
  },
  {
    what: 'struck out text; not inside a word or between spaces',
    pattern: /(?<![0-9A-Za-z])[~～](?=\S)|(?<=\S)[~～](?![0-9A-Za-z])/,
  },
  { what: 'a quotation', pattern: /^\s*[>＞]/ },
  {
    what: 'an emoji by its name',
    pattern: /:(?:[\p{M}\p{N}_＿+＋'-]*\p{L}[\p{L}\p{M}\p{N}_＿+＋'-]*|[+-]1|100|1234):/u,
  },
]
