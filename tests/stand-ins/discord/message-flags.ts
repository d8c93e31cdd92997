import { MessageFlags } from 'discord.js'

/** Whether only one person is to see the message. */
export function isEphemeral(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0
}

/** Whether the message says that it is being thought about. */
export function isLoading(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.Loading) !== 0
}

/** Whether the message consists of components alone, without content or embeds. */
export function isV2(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
}
