import type { APIEmbed } from 'discord.js'
import type { Component } from './component-tree.ts'

/** A message as a request of the bot has it, in any of the ways to send or edit one. */
export type MessageBody = {
  readonly content?: string | null
  readonly embeds?: readonly APIEmbed[] | null
  readonly components?: readonly Component[] | null
  readonly flags?: number | null
  readonly tts?: boolean
  readonly allowed_mentions?: AllowedMentions | null
  readonly nonce?: string | number | null
  readonly enforce_nonce?: boolean | null
  readonly message_reference?: {
    readonly message_id: string
    readonly fail_if_not_exists?: boolean | null
  } | null
}

/** Whom a message may ping. */
export type AllowedMentions = {
  readonly parse?: readonly string[]
  readonly users?: readonly string[]
  readonly roles?: readonly string[]
  readonly replied_user?: boolean
}
