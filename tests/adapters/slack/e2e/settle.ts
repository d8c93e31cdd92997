import type { SlackStandIn } from '../../../stand-ins/slack/slack-stand-in.ts'

type Watched = Pick<SlackStandIn, 'calls' | 'callCount' | 'deliveries' | 'acknowledgements'>

/**
 * Resolves once the bot has come to rest: asks for a page until several times in a row nothing else happened meanwhile.
 *
 * Between two calls the bot needs no longer than for a page, on a slow machine too. What waits for its turn in a channel
 * makes no call meanwhile: whoever expects more than one message there waits for the last of them first.
 */
export async function settle(
  slack: Watched,
  askForPage: () => Promise<unknown>,
  { quietRounds = 0, roundsLeft = 500 } = {},
): Promise<void> {
  if (quietRounds === enoughQuietRounds) return
  if (roundsLeft === 0) throw new Error('The bot did not come to rest')

  const before = slack.callCount()
  await askForPage()
  const isQuiet = slack.callCount() === before + 1 && isAllAnswered(slack)
  return settle(slack, askForPage, { quietRounds: isQuiet ? quietRounds + 1 : 0, roundsLeft: roundsLeft - 1 })
}

function isAllAnswered({ calls, deliveries, acknowledgements }: Watched): boolean {
  const acknowledged = new Set(acknowledgements.map(({ id }) => id.replace(/-retry-\d$/, '')))
  return (
    calls.every(({ status }) => status !== undefined) &&
    deliveries.every(({ id, failure }) => acknowledged.has(id) || failure() !== undefined)
  )
}

const enoughQuietRounds = 3
