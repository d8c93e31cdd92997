/** A request that Discord refuses, with its own status, code and sentence (opcodes-and-status-codes.mdx, "JSON"). */
export class RestError extends Error {
  readonly status: number
  readonly code: number
  /** What is wrong with the body, where that is the reason. */
  readonly problems: readonly string[]

  constructor(name: keyof typeof refusals, problems: readonly string[] = []) {
    const [status, code, message] = refusals[name]
    super(message)
    this.status = status
    this.code = code
    this.problems = problems
  }
}

const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  invalidWebhookToken: [401, 50_027, 'Invalid Webhook Token'],
  notYourApplication: [403, 20_012, 'You are not authorized to perform this action on this application'],
  missingAccess: [403, 50_001, 'Missing Access'],
  notInDirectMessages: [403, 50_003, 'Cannot execute action on a DM channel'],
  notYourMessage: [403, 50_005, 'Cannot edit a message authored by another user'],
  blocked: [403, 50_007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50_013, 'Missing Permissions'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10_003, 'Unknown Channel'],
  unknownMessage: [404, 10_008, 'Unknown Message'],
  unknownWebhook: [404, 10_015, 'Unknown Webhook'],
  unknownInteraction: [404, 10_062, 'Unknown interaction'],
  alreadyAcknowledged: [400, 40_060, 'Interaction has already been acknowledged.'],
  invalidRecipient: [400, 50_033, 'Invalid Recipient(s)'],
  invalidForm: [400, 50_035, 'Invalid Form Body'],
  archivedThread: [400, 50_083, 'Thread is archived'],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>
