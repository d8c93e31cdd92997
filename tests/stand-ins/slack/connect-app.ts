import { App, type AppOptions, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt'
import { type SlackStandIn, type StandInOptions, startSlackStandIn } from './slack-stand-in.ts'

type OnFinished = (end: () => Promise<void>) => void

type Connected = {
  readonly standIn: SlackStandIn
  /** Calls a method with a real client that tries once; gives the time stamp of what was posted, if any was. */
  readonly call: (method: string, args: Readonly<Record<string, unknown>>) => Promise<string>
}

/** A stand-in and a real Bolt app that is connected to it; `listen` is given the app before it starts. Both go away with the test. */
export async function startConnected(
  onFinished: OnFinished,
  listen: (app: App) => void = () => {},
  options: StandInOptions = {},
): Promise<Connected> {
  const standIn = await startSlackStandIn(options)
  onFinished(() => standIn.close())
  await (options.mode === 'http' ? startHttp(standIn, onFinished, listen) : startSocket(standIn, onFinished, listen))
  const client = new webApi.WebClient(standIn.botToken, { ...patience, slackApiUrl: standIn.apiUrl, logger: quiet })
  const call: Connected['call'] = async (method, args) => {
    const answer: webApi.ChatPostMessageResponse = await client.apiCall(method, args)
    return answer.ts ?? ''
  }
  return { standIn, call }
}

async function startSocket(standIn: SlackStandIn, onFinished: OnFinished, listen: (app: App) => void): Promise<void> {
  const receiver = new SocketModeReceiver({
    appToken: standIn.appToken,
    logger: quiet,
    // Bolt's own would wait five seconds after each failure.
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { ...patience, slackApiUrl: standIn.apiUrl } },
  })
  receiver.client.removeAllListeners('error')
  const app = createApp(standIn, { receiver })
  listen(app)
  await app.start()
  onFinished(async () => {
    await receiver.stop()
  })
}

async function startHttp(standIn: SlackStandIn, onFinished: OnFinished, listen: (app: App) => void): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret: standIn.signingSecret, logger: quiet })
  const app = createApp(standIn, { receiver })
  listen(app)
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  onFinished(async () => {
    server.closeAllConnections()
    await receiver.stop()
  })
  const address = server.address()
  standIn.deliverTo(typeof address === 'object' ? (address?.port ?? 0) : 0)
}

function createApp({ apiUrl, botToken, app: { botId, botUser } }: SlackStandIn, options: AppOptions): App {
  const app = new App({
    authorize: () => Promise.resolve({ botToken, botId, botUserId: botUser }),
    logger: quiet,
    clientOptions: { ...patience, slackApiUrl: apiUrl },
    ...options,
  })
  app.error(() => Promise.resolve())
  return app
}

const patience = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 5_000 }

const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}
