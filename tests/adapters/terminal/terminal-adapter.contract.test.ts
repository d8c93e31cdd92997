import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { createTerminalAdapter } from '../../../src/adapters/terminal/terminal-adapter.ts'
import { adapterContract, type Harness } from '../adapter-contract.ts'

adapterContract('the terminal', createHarness)

function createHarness(): Harness {
  return {
    async start(bot) {
      const input = new PassThrough()
      const output = new PassThrough().resume()
      const adapter = createTerminalAdapter({ bot, input, output, color: false })
      await adapter.start()

      return {
        async ask(text) {
          // A reply is written in one piece.
          const reply = once(output, 'data')
          input.write(`${text}\n`)
          return (await reply).join('')
        },
        stop: () => adapter.stop(),
        // It has no log; what it might write elsewhere is caught for every adapter.
        logs: () => '',
      }
    },
    lacks: {
      askTwice: 'a line is typed once: there are no events that could come again',
      askInTwoPlaces: 'a terminal is one place',
      asBot: 'nobody but the person at the keyboard writes',
      asItself: 'what the terminal shows is not read back',
    },
  }
}
