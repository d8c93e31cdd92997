import type { App } from '@slack/bolt'

/** What an app heard: the event, command or interaction itself. */
export type Heard = { readonly type?: string; readonly [name: string]: unknown }

/** Makes a Bolt app acknowledge everything and write down what it heard. */
export function hearAll(heard: Heard[]): (app: App) => void {
  return (app) => {
    for (const type of ['app_mention', 'message', 'app_home_opened', 'app_uninstalled', 'tokens_revoked'])
      app.event(type, ({ event }) => {
        heard.push({ ...event })
        return Promise.resolve()
      })
    app.command('/ask', async ({ ack, command }) => {
      heard.push(command)
      await ack()
    })
    app.action(/./, async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
    app.shortcut('answer_this', async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
  }
}
