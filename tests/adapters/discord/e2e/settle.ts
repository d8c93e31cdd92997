import type { DiscordStandIn } from '../../../stand-ins/discord/discord-stand-in.ts'

/**
 * Resolves once the bot has come to rest: asks for a page until several times in a row nothing else happened meanwhile.
 *
 * Events arrive in order, so that whatever came before has been begun when the page is there; and between two requests the
 * bot needs no longer than for a page. On a slow machine both take longer, as no fixed time does.
 */
export async function settle(
  { requests, requestCount }: Pick<DiscordStandIn, 'requests' | 'requestCount'>,
  askForPage: () => Promise<unknown>,
  { quietRounds = 0, roundsLeft = 3000 } = {},
): Promise<void> {
  if (quietRounds === enoughQuietRounds) return
  if (roundsLeft === 0) throw new Error('The bot did not come to rest')

  const before = requestCount()
  await askForPage()
  const isQuiet = requestCount() === before + 1 && requests.every(({ status }) => status !== undefined)
  return settle({ requests, requestCount }, askForPage, {
    quietRounds: isQuiet ? quietRounds + 1 : 0,
    roundsLeft: roundsLeft - 1,
  })
}

const enoughQuietRounds = 3
