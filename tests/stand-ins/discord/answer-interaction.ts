import { type APIMessage, InteractionResponseType, InteractionType, MessageFlags, MessageType } from 'discord.js'
import { createBotMessage, editBotMessage, type Origin } from './bot-message.ts'
import type { CallbackData, Interaction } from './interaction.ts'
import type { MessageBody } from './message-body.ts'
import { isEphemeral, isLoading } from './message-flags.ts'
import { addMessage, findMessage, replaceMessage } from './message-store.ts'
import { RestError } from './rest-error.ts'
import type { World } from './world.ts'

/** A first response as the bot sends it. */
export type CallbackBody = { readonly type: InteractionResponseType; readonly data?: MessageBody }

/** Does what the first response to an interaction asks for; gives the message that came of it, if one did. */
export function takeCallback(
  world: World,
  interaction: Interaction,
  { type, data = {} }: CallbackBody,
): APIMessage | undefined {
  if (!allowed(interaction.type).includes(type))
    throw new RestError('invalidForm', [`type ${type} is no response to an interaction of type ${interaction.type}`])

  const callback = { type, data: data as CallbackData, atMs: performance.now() - interaction.dispatchedAt }
  const message = effects[type]?.(world, interaction, data)
  const isAnswer = message !== undefined && type !== InteractionResponseType.DeferredMessageUpdate
  world.interactions.set(interaction.token, {
    ...interaction,
    callback,
    ...(message && { original: message.id }),
    answers: isAnswer ? [message.id] : [],
  })
  world.changed()
  return message
}

/** Adds a further message; the first one after "is thinking" takes the place of that. */
export function followUp(world: World, interaction: Interaction, body: MessageBody): APIMessage {
  const original = world.messages.get(interaction.original ?? '')?.message
  if (isLoading(original?.flags)) return editAnswer(world, interaction, original?.id ?? '', body)

  const reference = original !== undefined && {
    message_reference: { type: 0, channel_id: original.channel_id, message_id: original.id },
  }
  const message = create(world, interaction, body, { type: MessageType.Reply, ...reference })
  world.interactions.set(interaction.token, { ...interaction, answers: [...interaction.answers, message.id] })
  world.changed()
  return message
}

/** Changes a message that the interaction made or came from. */
export function editAnswer(world: World, interaction: Interaction, id: string, body: MessageBody): APIMessage {
  const message = replaceMessage(world, editBotMessage(world, findMessage(world, id).message, body))
  if (!interaction.answers.includes(id))
    world.interactions.set(interaction.token, { ...interaction, answers: [...interaction.answers, id] })
  world.changed()
  return message
}

const effects: Readonly<
  Record<number, (world: World, interaction: Interaction, data: MessageBody) => APIMessage | undefined>
> = {
  [InteractionResponseType.ChannelMessageWithSource]: (world, interaction, data) =>
    create(world, interaction, data, firstOrigin(world, interaction)),
  [InteractionResponseType.DeferredChannelMessageWithSource]: (world, interaction, { flags }) => {
    const origin = {
      ...firstOrigin(world, interaction),
      flags: ((flags ?? 0) & MessageFlags.Ephemeral) | MessageFlags.Loading,
    }
    return create(world, interaction, {}, origin)
  },
  [InteractionResponseType.DeferredMessageUpdate]: (world, interaction) => source(world, interaction),
  [InteractionResponseType.UpdateMessage]: (world, interaction, data) =>
    replaceMessage(world, editBotMessage(world, source(world, interaction), data)),
}

function allowed(type: InteractionType): readonly InteractionResponseType[] {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return [InteractionResponseType.ApplicationCommandAutocompleteResult]
  const messages = [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
  ]
  if (type !== InteractionType.MessageComponent) return messages
  return [...messages, InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage]
}

function source(world: World, { source: id = '' }: Interaction): APIMessage {
  return findMessage(world, id).message
}

/** What Discord calls the answer: one to a slash command, to a menu, or to the message with the component. */
function firstOrigin(world: World, { type, source: id, channel }: Interaction): Origin {
  if (type === InteractionType.MessageComponent)
    return {
      type: MessageType.Reply,
      message_reference: { type: 0, channel_id: channel.id, message_id: id ?? '' },
      referenced_message: world.messages.get(id ?? '')?.message ?? null,
    }
  return { type: id === undefined ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand }
}

function create(world: World, interaction: Interaction, body: MessageBody, origin: Origin): APIMessage {
  const { id, type, person, owners, channel, command, source: sourceId } = interaction
  const metadata = {
    id,
    type,
    user: person.user,
    authorizing_integration_owners: owners,
    ...(command === undefined ? { interacted_message_id: sourceId } : { name: command, target_message_id: sourceId }),
  } as unknown as NonNullable<APIMessage['interaction_metadata']>
  const message = createBotMessage(world, channel, body, {
    webhook_id: world.application.id,
    application_id: world.application.id,
    interaction_metadata: metadata,
    ...origin,
  })
  return addMessage(world, { message, ...(isEphemeral(message.flags) && { onlyFor: person.id }) })
}
