import type { APIMessage } from 'discord.js'
import { type CallbackBody, editAnswer, followUp, takeCallback } from './answer-interaction.ts'
import type { Checks } from './checks.ts'
import type { Interaction } from './interaction.ts'
import type { MessageBody } from './message-body.ts'
import { isEphemeral, isLoading } from './message-flags.ts'
import { findMessage, removeMessages } from './message-store.ts'
import { RestError } from './rest-error.ts'
import { type Call, openRoute, type Route } from './route.ts'
import type { World } from './world.ts'

/** How long an interaction may be answered, in milliseconds. */
export type InteractionTimes = {
  /** Until the first response. */
  readonly callbackMs: number
  /** Until the token is worth nothing. */
  readonly tokenMs: number
}

/** The addresses that an interaction is answered at; its token is the proof. */
export function interactionRoutes(world: World, checks: Checks, times: InteractionTimes): readonly Route[] {
  const find = ({ params }: Call<'app' | 'token'>) => findAnswered(world, params.app, params.token, times)
  const message = '/webhooks/:app/:token/messages/:message'

  return [
    openRoute('POST', '/interactions/:id/:token/callback', ({ params, query, body }) => {
      checks.callback(body)
      const interaction = findUnanswered(world, params.id, params.token, times)
      const made = takeCallback(world, interaction, body as CallbackBody)
      if (query.get('with_response') !== 'true') return { status: 204 }
      return { status: 200, body: callbackReply(interaction, body as CallbackBody, made) }
    }),
    openRoute('POST', '/webhooks/:app/:token', (call) => {
      checks.message(call.body, 'followup')
      return { status: 200, body: followUp(world, find(call), call.body as MessageBody) }
    }),
    openRoute('GET', message, (call) => ({ status: 200, body: answerOf(world, find(call), call.params.message) })),
    openRoute('PATCH', message, (call) => {
      checks.message(call.body, 'edit')
      const interaction = find(call)
      const { id } = answerOf(world, interaction, call.params.message)
      return { status: 200, body: editAnswer(world, interaction, id, call.body as MessageBody) }
    }),
    openRoute('DELETE', message, (call) => {
      removeMessages(world, [answerOf(world, find(call), call.params.message).id])
      return { status: 204 }
    }),
  ]
}

function findUnanswered(world: World, id: string, token: string, { callbackMs }: InteractionTimes): Interaction {
  const interaction = world.interactions.get(token)
  if (interaction === undefined || interaction.id !== id) throw new RestError('unknownInteraction')
  if (interaction.callback !== undefined) throw new RestError('alreadyAcknowledged')
  if (performance.now() - interaction.dispatchedAt > callbackMs) throw new RestError('unknownInteraction')
  return interaction
}

function findAnswered(world: World, app: string, token: string, { tokenMs }: InteractionTimes): Interaction {
  const interaction = world.interactions.get(token)
  if (app !== world.application.id || interaction?.callback === undefined) throw new RestError('unknownWebhook')
  if (performance.now() - interaction.dispatchedAt > tokenMs) throw new RestError('invalidWebhookToken')
  return interaction
}

/** One of the messages that belong to an interaction, by its id or as `@original`. */
function answerOf(world: World, { original, answers }: Interaction, name: string): APIMessage {
  const id = name === '@original' ? original : name
  if (id === undefined || (id !== original && !answers.includes(id))) throw new RestError('unknownMessage')
  return findMessage(world, id).message
}

function callbackReply({ id, type }: Interaction, body: CallbackBody, message?: APIMessage): object {
  return {
    interaction: {
      id,
      type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: isLoading(message.flags),
        response_message_ephemeral: isEphemeral(message.flags),
      }),
    },
    resource: { type: body.type, ...(message && { message }) },
  }
}
