import { z } from 'zod'
import { block, type CheckedBlock } from './check-blocks.ts'
import { filled, plainText } from './check-texts.ts'

/** What is looked at further once the shape of the arguments is right. */
export type CheckedArguments = {
  readonly text?: string
  readonly blocks?: readonly CheckedBlock[]
  readonly view?: { readonly blocks: readonly CheckedBlock[] }
  readonly prompts?: readonly { readonly title: string; readonly message: string }[]
}

const channel = z.string().regex(/^[CDG][A-Z0-9]+$/, 'is no id of a channel')

/** A message may also go to the Messages tab of a person. */
const channelOrPerson = z.string().regex(/^[CDGUW][A-Z0-9]+$/, 'is no id of a channel or person')
const person = z.string().regex(/^[UW][A-Z0-9]+$/, 'is no id of a person')
const timestamp = z.string().regex(/^\d{10}\.\d{6}$/, 'is no timestamp such as 1234567890.123456')
const no = z.literal(false, 'must be false')

/** What every client may add. */
const call = { token: z.string().exactOptional(), team_id: z.string().exactOptional() }

/** Slack cuts a text after 40,000 characters and takes 4,000 of an update; the bot keeps to the smaller number everywhere. */
const text = filled(4000)

const body = {
  blocks: z.array(block.ofMessage).min(1).max(50).exactOptional(),
  thread_ts: timestamp.exactOptional(),
  parse: z.literal('none').exactOptional(),
  mrkdwn: z.boolean().exactOptional(),
}

const quiet = { unfurl_links: no, unfurl_media: no, link_names: no }

const view = {
  callback_id: filled(255).exactOptional(),
  private_metadata: z.string().max(3000).exactOptional(),
  external_id: filled(255).exactOptional(),
  blocks: z.array(block.ofView).min(1).max(100),
}

const home = z.strictObject({ type: z.literal('home'), ...view })

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  close: plainText(24).exactOptional(),
  clear_on_close: z.boolean().exactOptional(),
  notify_on_close: z.boolean().exactOptional(),
  ...view,
})

/**
 * What may be sent, by method; `response_url` is the body that goes to a response address.
 *
 * Pages of https://docs.slack.dev/reference/methods and /reference/views, checked 2026-11-23. Of optional arguments only
 * those are known that the bot has a use for. `chat.postEphemeral` and `chat.update` know no unfurling, and let the rest pass.
 */
export const argumentsOf: Readonly<Record<string, z.ZodType<CheckedArguments>>> = {
  'chat.postMessage': z.strictObject({
    ...call,
    ...body,
    ...quiet,
    text,
    channel: channelOrPerson,
    reply_broadcast: no.exactOptional(),
  }),
  'chat.postEphemeral': z.strictObject({ ...call, ...body, ...quiet, text, channel, user: person }),
  'chat.update': z.strictObject({ ...call, ...body, ...quiet, text, channel, ts: timestamp }),
  response_url: z
    .strictObject({
      ...body,
      ...z.object(quiet).partial().shape,
      text: text.exactOptional(),
      response_type: z.enum(['ephemeral', 'in_channel']).exactOptional(),
      replace_original: z.boolean().exactOptional(),
      delete_original: z.boolean().exactOptional(),
    })
    .refine(
      (sent) =>
        sent.delete_original === true ||
        [sent.text, sent.unfurl_links, sent.unfurl_media, sent.link_names].every((each) => each !== undefined),
      'needs text, unfurl_links, unfurl_media and link_names unless it only deletes',
    ),
  'views.publish': z.strictObject({ ...call, user_id: person, view: home, hash: filled().exactOptional() }),
  'views.open': z.strictObject({ ...call, trigger_id: filled(), view: modal }),
  'views.update': z
    .strictObject({
      ...call,
      view_id: filled().exactOptional(),
      external_id: filled(255).exactOptional(),
      hash: filled().exactOptional(),
      view: z.discriminatedUnion('type', [home, modal]),
    })
    .refine(({ view_id, external_id }) => (view_id === undefined) !== (external_id === undefined), {
      message: 'needs either view_id or external_id',
    }),
  'assistant.threads.setSuggestedPrompts': z.strictObject({
    ...call,
    channel_id: channel,
    // No page says how long they may be.
    title: filled().exactOptional(),
    prompts: z
      .array(z.strictObject({ title: filled(), message: filled() }))
      .min(1)
      .max(4),
    thread_ts: z.never('makes the call fail silently in an app with agent view').exactOptional(),
  }),
}
