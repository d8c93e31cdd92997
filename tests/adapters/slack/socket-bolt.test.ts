import { App } from '@slack/bolt'
import { expect, it } from 'vitest'
import { quietLogger } from '../../../src/adapters/slack/quiet-logger.ts'
import { until } from '../until.ts'
import { disconnectFrame } from './socket-server.ts'
import { prepareSocketTrial } from './socket-trial.ts'

it('Bolt itself answers events, commands and presses over it, before and after a refresh', async (context) => {
  const { server, receiver } = await prepareSocketTrial(context)
  const heard: string[] = []
  const app = new App({
    receiver,
    logger: quietLogger,
    clientOptions: { slackApiUrl: server.apiUrl },
    authorize: () => Promise.resolve({ botToken: 'xoxb-fake', botId: 'B0FAKE', botUserId: 'U0BOT' }),
  })
  app.event('message', async ({ event }) => void heard.push(event.type))
  app.command('/ask', ({ ack, command }) => ack({ text: `about ${command.text}` }))
  app.action('help', ({ ack }) => ack())
  const envelopes = {
    event: undefined,
    command: {
      type: 'slash_commands',
      payload: { command: '/ask', text: 'sleep', team_id: 'T0FAKE', user_id: 'U0FAKE' },
    },
    press: {
      type: 'interactive',
      payload: {
        type: 'block_actions',
        team: { id: 'T0FAKE' },
        user: { id: 'U0FAKE' },
        actions: [{ type: 'button', action_id: 'help', block_id: 'b' }],
      },
    },
  }

  await app.start()
  for (const [name, envelope] of Object.entries(envelopes)) server.deliver(name, envelope)
  await until(() => server.acknowledged.length === 3, 'three acknowledgements')
  const [old] = server.links()
  old?.send(disconnectFrame('warning'))
  await until(() => server.links().length === 2, 'the next connection')
  server.deliver('event after', envelopes.event)
  await until(() => server.acknowledged.length === 4, 'one more')
  await app.stop()

  expect(server.acknowledged).toContainEqual({ envelope_id: 'command', payload: { text: 'about sleep' } })
  expect(heard).toEqual(['message', 'message'])
  await until(() => server.count() === 0, 'no connection')
})
