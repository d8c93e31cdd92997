import { Writable } from 'node:stream'
import { createHttpServer } from '../../../../src/adapters/http-server.ts'
import type { SlackSettings } from '../../../../src/adapters/slack/settings.ts'
import { createSlackAdapter, type SlackAdapter } from '../../../../src/adapters/slack/slack-adapter.ts'
import { createHealth } from '../../../../src/operations/health.ts'
import { createLog } from '../../../../src/operations/log.ts'
import type { Bot } from '../../../../src/responder/bot.ts'
import { bot as shippedBot } from '../../../responder/shipped-bot.ts'
import type { SlackStandIn, StandInOptions } from '../../../stand-ins/slack/slack-stand-in.ts'

export type AdapterOptions = Pick<StandInOptions, 'mode'> & {
  /** Left out, the bot as shipped. */
  readonly bot?: Bot
  /** Ids of the channels in which mentions are answered; left out, all. */
  readonly channels?: readonly string[]
}

/** Where what is written goes, line by line. */
type Output = { readonly logged: string[]; readonly told: string[] }

/** Starts the adapter, over HTTP with a server of its own that the stand-in then delivers to. */
export async function startAdapter(
  slack: SlackStandIn,
  { bot = shippedBot, channels = [], mode = 'socket' }: AdapterOptions,
  { logged, told }: Output,
): Promise<Pick<SlackAdapter, 'stop'>> {
  const destination = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  const log = createLog({ level: 'info', secrets: [slack.botToken, slack.appToken, slack.signingSecret], destination })
  const http = createHttpServer({ host: '127.0.0.1', port: 0, log })
  const adapter = createSlackAdapter({
    bot,
    settings: { botToken: slack.botToken, apiUrl: slack.apiUrl, channels, connection: connectionTo(slack, mode) },
    log,
    health: createHealth(),
    tell: (lines) => told.push(...lines),
    http,
  })
  await adapter.start()
  if (mode === 'http') slack.deliverTo(Number(new URL(await http.listen()).port))

  return {
    stop: async () => {
      await adapter.stop()
      await http.close()
    },
  }
}

function connectionTo(
  { appToken, signingSecret }: Pick<SlackStandIn, 'appToken' | 'signingSecret'>,
  mode: 'socket' | 'http',
): SlackSettings['connection'] {
  return mode === 'socket' ? { type: 'socket', appToken } : { type: 'http', signingSecret }
}
