import { describe, expect, it, type TestContext, vi } from 'vitest'
import type { Bot } from '../../src/responder/bot.ts'
import { createContractBot } from './adapter-contract-bot.ts'
import { disclaimer } from './terminal/make-answer.ts'

/** An adapter that is connected to a platform, seen from outside. */
export type Running = {
  /** Asks as a person and gives all the text that they see in reply, labels of buttons among it. */
  readonly ask: (text: string) => Promise<string>
  /** Asks by an event that the platform delivers twice. */
  readonly askTwice?: (text: string) => Promise<string>
  /** Asks in two places at the same time and gives what is seen in each. */
  readonly askInTwoPlaces?: (first: string, second: string) => Promise<readonly [string, string]>
  /** Writes, in the way that asks the bot, as another bot; resolves once that is delivered. */
  readonly asBot?: (text: string) => Promise<void>
  /** The same as the bot's own account. */
  readonly asItself?: (text: string) => Promise<void>
  readonly stop: () => Promise<void>
  /** All that was logged. */
  readonly logs: () => string
}

/** What not every platform can do. */
type Ability = 'askTwice' | 'askInTwoPlaces' | 'asBot' | 'asItself'

/** Connects an adapter to its platform, or to a stand-in for it. */
export type Harness = {
  readonly start: (bot: Bot) => Promise<Running>
  /** Why the platform cannot do what `Running` lacks: a case is skipped for a reason or not at all. */
  readonly lacks?: Partial<Record<Ability, string>>
}

/** A word that stands nowhere else, so that any trace of it comes from a question. */
const canary = 'zorblaxium'

/** Runs what every adapter promises, each case with a harness and a bot of its own. */
export function adapterContract(name: string, createHarness: () => Harness): void {
  describe(`the adapter of ${name}`, () => {
    it('asks the bot once for each question, in the words of the person, and shows its answer', async (context) => {
      const { bot, running } = await start(context)

      const replies = [await running.ask('hello'), await running.ask('a longer one')]

      expect(bot.asked.map(({ text }) => text)).toEqual(['hello', 'a longer one'])
      expect(replies[0]).toContain('You asked 5 characters.')
      expect(replies[1]).toContain('You asked 12 characters.')
      for (const reply of replies) expect(reply).toContain(disclaimer.text)
    })

    it('asks the bot once for a question that is delivered twice', async (context) => {
      const { bot, running, ability } = await start(context)
      const askTwice = ability('askTwice')

      const reply = await askTwice('hello')
      await running.ask('a longer one')

      expect(reply.split('You asked')).toHaveLength(2)
      expect(bot.asked.map(({ text }) => text)).toEqual(['hello', 'a longer one'])
    })

    it.for([
      ['another bot', 'asBot'],
      ['the bot itself', 'asItself'],
    ] as const)('does not answer what %s writes', async ([, way], context) => {
      const { bot, running, ability } = await start(context)
      const write = ability(way)

      await write('hello')
      await running.ask('a longer one')

      expect(bot.asked.map(({ text }) => text)).toEqual(['a longer one'])
    })

    it('answers where it was asked', async (context) => {
      const { ability } = await start(context)
      const askInTwoPlaces = ability('askInTwoPlaces')

      const [first, second] = await askInTwoPlaces('hello', 'a longer one')

      expect(first).toContain('You asked 5 characters.')
      expect(first).not.toContain('12')
      expect(second).toContain('You asked 12 characters.')
      expect(second).not.toContain('You asked 5')
    })

    it('apologises for a fault, shows help and disclaimer all the same, and goes on', async (context) => {
      const { running } = await start(context)

      const apology = await running.ask('break this')
      const reply = await running.ask('hello')

      expect(apology).toContain('Sorry, please try again.')
      expect(apology).toContain('Get support')
      expect(apology).toContain(disclaimer.text)
      expect(apology).not.toContain('cannot read')
      expect(reply).toContain('You asked 5 characters.')
    })

    it('finishes a reply in flight when it is stopped', async (context) => {
      const { bot, running } = await start(context)
      // Before the bot has answered, so that nothing of the reply can have been written.
      const stopped = new Promise<void>((resolve) => {
        bot.whenAsked(() => resolve(running.stop()))
      })

      const reply = await running.ask('hello')
      await stopped

      expect(reply).toContain('You asked 5 characters.')
      expect(reply).toContain(disclaimer.text)
    })

    it('can be stopped twice, and at the same time', async (context) => {
      const { running } = await start(context)

      const stops = [running.stop(), running.stop()]

      await expect(Promise.all(stops)).resolves.toBeDefined()
      await expect(running.stop()).resolves.toBeUndefined()
    })

    it('writes nothing of a question anywhere but where people see the reply', async (context) => {
      const output = captureOutput(context)
      const { bot, running } = await start(context)

      await running.ask(`does ${canary} help`)
      await running.ask(`break ${canary}`)
      await running.stop()

      expect(bot.asked.map(({ text }) => text)).toEqual([`does ${canary} help`, `break ${canary}`])
      expect(running.logs()).not.toContain(canary)
      expect(output()).not.toContain(canary)
    })
  })

  async function start({ onTestFinished, skip }: TestContext) {
    const harness = createHarness()
    const bot = createContractBot()
    const running = await harness.start(bot)
    onTestFinished(() => running.stop())

    function ability<Name extends Ability>(wanted: Name): NonNullable<Running[Name]> {
      const found = running[wanted]
      if (found !== undefined) return found

      const reason = harness.lacks?.[wanted]
      if (reason === undefined) throw new Error(`The harness of ${name} has no ${wanted} and does not say why`)
      return skip(reason)
    }

    return { bot, running, ability }
  }
}

/** Takes what goes to the standard streams and the console instead of them. */
function captureOutput({ onTestFinished }: TestContext): () => string {
  const chunks: string[] = []
  const take = (...said: readonly unknown[]) => {
    chunks.push(...said.map(String))
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(process.stderr, 'write').mockImplementation(take),
    ...(['debug', 'log', 'info', 'warn', 'error'] as const).map((way) =>
      vi.spyOn(console, way).mockImplementation((...said) => void take(...said)),
    ),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return () => chunks.join('')
}
