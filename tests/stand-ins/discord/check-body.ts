import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  type Schema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod'
import { checkCommand, checkTogether, type Named } from './check-body-commands.ts'
import { checkMessage, type Message, type MessageContext } from './check-body-message.ts'
import { checkShape, isRecord } from './check-body-shape.ts'

/** Says in words what Discord would refuse about a message, or ignore without a word; empty when it is valid. */
export function checkMessageBody(body: unknown, context: MessageContext): readonly string[] {
  const [misshapen = [], ...others] = messageSchemas[context].map((schema) => checkShape(schema, body))
  if (misshapen.length > 0 && others.every((problems) => problems.length > 0)) return misshapen
  return checkMessage(body as Message, context)
}

/** The same for the response to an interaction. */
export function checkCallback(body: unknown): readonly string[] {
  const type = isRecord(body) ? body['type'] : undefined
  const schema = typeof type === 'number' ? callbackSchemas[type] : undefined
  if (schema === undefined || !isRecord(body)) return [`${String(type)} is no type of response that a bot gives`]

  const misshapen = checkShape(schema, body)
  if (misshapen.length > 0) return misshapen
  return callbackRules[type as number]?.(body['data']) ?? []
}

/** The same for the list of commands that replaces the one before. */
export function checkCommands(body: unknown): readonly string[] {
  if (!Array.isArray(body)) return ['the body is no list of commands']
  const misshapen = body.flatMap((each, place) => checkShape(ApplicationCommandUpdateRequestSchema, each, `[${place}]`))
  if (misshapen.length > 0) return misshapen

  const commands = body as readonly Named[]
  return [...checkTogether(commands), ...commands.flatMap(checkCommand)]
}

/** Whom a message may ping: nobody only if it says so itself, since Discord pings everybody mentioned by default. */
export function pings(body: unknown): readonly string[] {
  const allowed = isRecord(body) ? body['allowed_mentions'] : undefined
  if (!isRecord(allowed)) return ['whoever is mentioned']
  const lists = ['parse', 'users', 'roles'].flatMap((list) =>
    Array.isArray(allowed[list]) ? allowed[list].map(String) : [],
  )
  const isParsed = !Array.isArray(allowed['parse']) && lists.length === 0
  return [
    ...lists,
    ...(isParsed ? ['whoever is mentioned'] : []),
    ...(allowed['replied_user'] === true ? ['who is replied to'] : []),
  ]
}

const messageSchemas: Readonly<Record<MessageContext, readonly Schema[]>> = {
  create: [MessageCreateRequestSchema],
  callback: [IncomingWebhookInteractionRequestSchema],
  followup: [IncomingWebhookRequestPartialSchema],
  edit: [MessageEditRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema],
}

/** Types of responses: pong, message, later, seen, update, choices, form. */
const responses = { pong: 1, message: 4, later: 5, seen: 6, update: 7, choices: 8, form: 9 } as const

const callbackSchemas: Readonly<Record<number, Schema>> = {
  [responses.pong]: PongInteractionCallbackRequestSchema,
  [responses.message]: CreateMessageInteractionCallbackRequestSchema,
  [responses.later]: CreateMessageInteractionCallbackRequestSchema,
  [responses.seen]: UpdateMessageInteractionCallbackRequestSchema,
  [responses.update]: UpdateMessageInteractionCallbackRequestSchema,
  [responses.choices]: ApplicationCommandAutocompleteCallbackRequestSchema,
  [responses.form]: ModalInteractionCallbackRequestSchema,
}

const callbackRules: Readonly<Record<number, (data: unknown) => readonly string[]>> = {
  [responses.message]: (data) => (isRecord(data) ? checkMessageBody(data, 'callback') : ['a message needs data']),
  [responses.update]: (data) => (isRecord(data) ? checkMessage(data, 'edit') : ['an update needs data']),
  [responses.choices]: (data) =>
    isRecord(data) && Array.isArray(data['choices']) ? checkChoices(data['choices']) : ['the choices are missing'],
}

/** Names have 1 to 100 characters by their shape; the same holds for values. */
function checkChoices(choices: readonly unknown[]): readonly string[] {
  return choices.flatMap((choice) => {
    const { name, value } = choice as { readonly name: string; readonly value: unknown }
    if (name.trim() === '') return ['a choice has a blank name']
    const isFit = typeof value === 'number' || (typeof value === 'string' && value.length >= 1 && value.length <= 100)
    return isFit ? [] : [`the choice "${name}" has a value of no or over 100 characters`]
  })
}
