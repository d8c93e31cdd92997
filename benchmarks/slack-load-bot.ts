import { setTimeout as wait } from 'node:timers/promises'
import type { SlackStandIn } from '../tests/stand-ins/slack/slack-stand-in.ts'
import { type LoadedBot, startLoadedBot } from './load-bot.ts'

/** How events reach the program. */
export type Mode = 'socket' | 'http'

const startWithinMs = 30_000

/** Starts the built program for a Slack that is not Slack; resolves once events can arrive. */
export async function startSlackLoadBot(slack: SlackStandIn, mode: Mode): Promise<LoadedBot> {
  const { apiUrl, botToken, appToken, signingSecret } = slack
  const way = mode === 'socket' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret, PORT: '0' }
  const bot = startLoadedBot({ SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, ...way })
  await isTold(bot, mode === 'socket' ? /^Slack is connected/ : arrival)
  const [, port] = bot.told.map((line) => arrival.exec(line)).find((found) => found !== null) ?? []
  if (port !== undefined) slack.deliverTo(Number(port))
  return bot
}

const arrival = /^Requests of Slack .*:(\d+)\//

async function isTold({ told }: LoadedBot, line: RegExp): Promise<void> {
  const end = performance.now() + startWithinMs
  while (!told.some((each) => line.test(each))) {
    if (performance.now() > end) throw new Error(`Cannot measure: the program does not connect. ${told.join(' ')}`)
    // oxlint-disable-next-line no-await-in-loop
    await wait(50)
  }
}
