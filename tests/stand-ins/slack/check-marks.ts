import type { CheckedBlock } from './check-blocks.ts'

/**
 * Finds what Slack would read as more than text: mentions, commands to notify everybody, links that are not https.
 *
 * https://docs.slack.dev/messaging/formatting-message-text, checked 2026-11-23: `&`, `<` and `>` steer, and stand for
 * themselves only as `&amp;`, `&lt;` and `&gt;`. The one thing allowed in angle brackets is a link.
 */
export function checkMarks(text: string | undefined, blocks: readonly CheckedBlock[]): readonly string[] {
  return [
    ...(text === undefined ? [] : checkMrkdwn(text, 'text')),
    ...blocks.flatMap((block, place) => [
      ...mrkdwnOf(block).flatMap((each) => checkMrkdwn(each, `blocks[${place}]`)),
      ...(block.type === 'markdown' ? checkMarkdown(block.text, `blocks[${place}]`) : []),
    ]),
  ]
}

/** The same for the questions that are suggested, which have no formatting. */
export function checkPrompts(prompts: readonly { readonly title: string; readonly message: string }[]) {
  return prompts.flatMap(({ title, message }) => findMentions(`${title}\n${message}`, 'prompts'))
}

/** Whether `&`, `<` or `>` was escaped a second time. Apart from the rest, since a document may speak of `&lt;` itself. */
export function escapedTwice(text: string): boolean {
  return /&amp;(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);/i.test(text)
}

function checkMrkdwn(text: string, at: string): readonly string[] {
  const rest = text.replaceAll(/<https:\/\/[^\s<>|]+(?:\|[^<>\n]+)?>/g, '')
  return [
    ...findMentions(text, at),
    ...(/[<>]/.test(rest) ? [`${at} has an angle bracket that is neither escaped nor of a link`] : []),
    ...(/&(?!(?:amp|lt|gt);)/.test(text) ? [`${at} has an & that is not escaped`] : []),
  ]
}

/** Nothing turns names into mentions off in a block of Markdown. */
function checkMarkdown(text: string, at: string): readonly string[] {
  return [
    ...findMentions(text, at),
    ...(/@(?:channel|everyone|here|group)\b/i.test(text) ? [`${at} would notify everybody`] : []),
  ]
}

function findMentions(text: string, at: string): readonly string[] {
  const [mention] = /<[!@#][^>]*>?/.exec(text) ?? []
  return mention === undefined ? [] : [`${at} has ${mention}, which mentions or notifies`]
}

function mrkdwnOf(block: CheckedBlock): readonly string[] {
  if (block.type !== 'section' && block.type !== 'context') return []
  const texts = block.type === 'context' ? block.elements : [block.text, ...(block.fields ?? [])]
  return texts.flatMap((each) => (each?.type === 'mrkdwn' ? [each.text] : []))
}
