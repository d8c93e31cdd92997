import { loadCorpus, loadJudgments, tuningSets } from '../evaluation/judgments.ts'
import type { Channel } from '../tests/stand-ins/slack/channel.ts'
import type { Ephemeral, Message } from '../tests/stand-ins/slack/message.ts'
import type { Person } from '../tests/stand-ins/slack/person.ts'
import type { SlackStandIn } from '../tests/stand-ins/slack/slack-stand-in.ts'

/** Many people in many channels, so that nobody asks too fast. */
export type Crowd = {
  /** Somebody asks: of a hundred times 73 in a direct message, 25 by a command there, one by a command in a channel and one by a mention. */
  readonly ask: () => void
  /** The first answer to each question so far, undefined where there is none. */
  readonly answers: () => readonly (Answered | undefined)[]
  /** Messages of the bot's own that Slack delivers to it again, as it does in direct messages. */
  readonly ownMessages: () => number
}

/** When a question was asked, in milliseconds of the clock, and what came first. */
export type Answered = { readonly ms: number; readonly text: string }

/** Enough that a person asks every quarter of a minute at most; those who use a command do so once. */
const sizes = { people: 2000, channels: 60 } as const

/** Lets people into the workspace, before the bot comes. */
export function createCrowd(slack: SlackStandIn): Crowd {
  const people = Array.from({ length: sizes.people }, () => slack.addPerson())
  const channels = Array.from({ length: sizes.channels }, () => slack.addChannel())
  const somebody = inTurns(people)
  const somewhere = inTurns(channels)
  const question = inTurns(questions())
  const written: Message[] = []
  const commanded: { readonly person: Person; readonly at: number }[] = []
  let asked = 0

  function command(where: (person: Person) => Channel): void {
    const person = slack.addPerson()
    commanded.push({ person, at: Date.now() })
    person.command(`/ask ${question()}`, where(person))
  }

  return {
    ask: () => {
      const turn = asked % 100
      asked += 1
      if (turn === 0) written.push(somebody().mention(question(), { channel: somewhere() }))
      else if (turn === 50) command(somewhere)
      else if (turn % 4 === 1) command((person) => slack.directMessages(person))
      else {
        const person = somebody()
        written.push(person.write(question(), { channel: slack.directMessages(person) }))
      }
    },
    answers: () => {
      const first = firstInThreads([...channels, ...people.map((person) => slack.directMessages(person))], slack)
      return [
        ...written.map((message) => answered(first.get(message.ts), msOf(message))),
        ...commanded.map(({ person, at }) => answered(slack.ephemerals(person.id)[0], at)),
      ]
    },
    ownMessages: () => people.flatMap((person) => ownIn(slack.directMessages(person), slack)).length,
  }
}

function answered(message: Message | Ephemeral | undefined, askedAt: number): Answered | undefined {
  return message && { ms: msOf(message) - askedAt, text: message.text }
}

/** The first message of the bot in each thread, by the id of the thread. */
function firstInThreads(channels: readonly Channel[], slack: SlackStandIn): ReadonlyMap<string, Message | Ephemeral> {
  const answers = channels.flatMap((channel) => ownIn(channel, slack)).toReversed()
  return new Map(answers.map((message) => [message.thread_ts ?? '', message]))
}

function ownIn(channel: Channel, { visible, app }: SlackStandIn): readonly (Message | Ephemeral)[] {
  return visible(channel).filter(({ bot_id }) => bot_id === app.botId)
}

/** Ids of messages are the time in seconds. */
function msOf({ ts }: Message | Ephemeral): number {
  return Number(ts) * 1000
}

/** The labelled questions, and the phrasings that the document itself names. */
function questions(): readonly string[] {
  const labelled = tuningSets.filter(({ corpus }) => corpus === 'low-serotonin').flatMap(loadJudgments)
  const asked = loadCorpus({ name: '', corpus: 'low-serotonin' }).flatMap(({ passages }) =>
    passages.flatMap((passage) => passage.asked),
  )
  return [...labelled.map(({ text }) => text), ...asked].map((text) => text.trim()).filter((text) => text !== '')
}

/** Gives one after the other, and begins again. */
function inTurns<Item>(items: readonly Item[]): () => Item {
  let next = 0
  return () => {
    const item = items[next % items.length]
    next += 1
    if (item === undefined) throw new Error('There is nothing to take turns with')
    return item
  }
}
