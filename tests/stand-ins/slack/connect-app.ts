import { App, type AppOptions, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { type SlackStandIn, type StandInOptions, startSlackStandIn } from './slack-stand-in.ts'

type OnFinished = (end: () => Promise<void>) => void

type Connected = {
  readonly standIn: SlackStandIn
  readonly app: App
  /** Calls a method with the app's own client; gives the time stamp of what was posted, if any was. */
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
  const app =
    options.mode === 'http'
      ? await startHttp(standIn, onFinished, listen)
      : await startSocket(standIn, onFinished, listen)
  const call: Connected['call'] = async (method, args) => {
    const { ts }: { readonly ts?: unknown } = await app.client.apiCall(method, args)
    return typeof ts === 'string' ? ts : ''
  }
  return { standIn, app, call }
}

async function startSocket(standIn: SlackStandIn, onFinished: OnFinished, listen: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: standIn.appToken,
    logger: quiet,
    // Bolt's own would wait five seconds after each failure.
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: standIn.apiUrl, retryConfig: { retries: 0 } } },
  })
  receiver.client.removeAllListeners('error')
  const app = createApp(standIn, { receiver })
  listen(app)
  await app.start()
  onFinished(async () => {
    await receiver.stop()
  })
  return app
}

async function startHttp(standIn: SlackStandIn, onFinished: OnFinished, listen: (app: App) => void): Promise<App> {
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
  return app
}

function createApp({ apiUrl, botToken }: SlackStandIn, options: AppOptions): App {
  const app = new App({
    token: botToken,
    logger: quiet,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    ...options,
  })
  app.error(() => Promise.resolve())
  return app
}

const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}
