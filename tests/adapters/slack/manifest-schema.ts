import { z } from 'zod'

/** The address that stands in the manifest for HTTP until somebody puts their own there. */
export const placeholder = 'https://pamphlet.example/slack/events'

/**
 * An app manifest of version 2 as far as the bot uses it; whatever else stands in one is refused.
 *
 * https://docs.slack.dev/reference/app-manifest, checked 2026-11-23. The least length of the long description stands in the
 * example there; the greatest of a shortcut's name in no page but the form of the app's settings.
 */
export const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().nonnegative() }),
  display_information: z.strictObject({
    name: line(35),
    description: line(140),
    long_description: z.string().min(174).max(4000),
  }),
  features: z.strictObject({
    agent_view: z.strictObject({ agent_description: line(300) }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: line(24),
          type: z.literal('message'),
          callback_id: line(255),
          description: line(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z]+$/),
          description: line(2000),
          usage_hint: line(1000),
          should_escape: z.literal(false),
          url: z.literal(placeholder).exactOptional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z
      .strictObject({ bot: z.array(z.string()).max(255), bot_optional: z.array(z.string()) })
      .refine(({ bot, bot_optional }) => bot_optional.every((scope) => bot.includes(scope)), {
        message: 'optional scopes must stand among the others as well',
      }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.literal(placeholder).exactOptional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: z.literal(placeholder).exactOptional(),
    }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

function line(most: number) {
  return z
    .string()
    .max(most)
    .regex(/^\S.*\S$/)
}
