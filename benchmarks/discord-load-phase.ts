import { setTimeout as wait } from 'node:timers/promises'
import type { APIMessage } from 'discord.js'
import { root } from '../evaluation/judgments.ts'
import { renderNote } from '../src/adapters/discord/render.ts'
import { loadTemplates } from '../src/responder/load-templates.ts'
import type { Handle } from '../tests/stand-ins/discord/handle.ts'
import type { Crowd } from './discord-load-crowd.ts'
import { keepPace, type Pace } from './discord-load-pace.ts'
import type { LoadedBot } from './load-bot.ts'

/** One kind of load. */
export type Phase = Pace & { readonly name: string; readonly act: keyof typeof acts }

/** What came of a phase. */
export type PhaseFigures = {
  readonly name: string
  readonly sent: number
  /** Told to wait; among the answered. */
  readonly heldBack: number
  /** From the event to the first response, of each that was answered, in milliseconds, ascending. */
  readonly responseMs: readonly number[]
  /** Longest that an event was sent too late, in milliseconds. */
  readonly lateMs: number
  /** Share of one processor. */
  readonly processor: number
  readonly peakMb: number
  /** Messages that were not for the bot, a second. */
  readonly chatter?: number
}

/** What is found out about one event afterwards; nothing if there was no response. */
type Response = { readonly ms: number; readonly content: string } | undefined

/** How what comes late is waited for: for as long as anything comes, and not for ever. */
const late = { pollMs: 1000, quietMs: 10_000, mostMs: 90_000 } as const
const sampleMs = 200

/** Runs one phase and waits until everything is answered, or nothing more comes. */
export async function runPhase(phase: Phase, crowd: Crowd, bot: LoadedBot): Promise<PhaseFigures> {
  const before = bot.usage()
  const start = performance.now()
  let peakMb = before.rssMb
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, bot.usage().rssMb)
  }, sampleMs)

  const { kept, collect, ...others } = await acts[phase.act](phase, crowd)
  const processor = (bot.usage().processorSeconds - before.processorSeconds) / ((performance.now() - start) / 1000)
  const responses = (await collect()).filter((response) => response !== undefined)
  clearInterval(sampling)

  return {
    name: phase.name,
    sent: kept.times,
    lateMs: kept.lateMs,
    heldBack: responses.filter(({ content }) => content === busy).length,
    responseMs: responses.map(({ ms }) => ms).toSorted((a, b) => a - b),
    processor,
    peakMb,
    ...others,
  }
}

const acts = { interaction: interact, mention, 'beside chatter': besideChatter }

async function interact(pace: Pace, { interact: act }: Crowd) {
  const handles: Handle[] = []
  const kept = await keepPace(pace, () => void handles.push(act()))
  return { kept, collect: () => Promise.all(handles.map(responseTo)) }
}

async function mention(pace: Pace, crowd: Crowd) {
  const questions: APIMessage[] = []
  const kept = await keepPace(pace, () => void questions.push(crowd.mention()))
  const collect = async (): Promise<readonly Response[]> => {
    await rest(crowd, () => areAnswered(questions, answersIn(crowd)))
    const answers = answersIn(crowd)
    return questions.map(({ id, timestamp }) => {
      const answer = answers.get(id)
      return answer && { ms: Date.parse(answer.timestamp) - Date.parse(timestamp), content: answer.content }
    })
  }
  return { kept, collect }
}

function areAnswered(questions: readonly APIMessage[], answers: ReadonlyMap<string, APIMessage>): boolean {
  return questions.every(({ id }) => answers.has(id))
}

/** The first answer to each question in public, by the id of the question. */
function answersIn({ discord, mentionPlaces }: Crowd): ReadonlyMap<string, APIMessage> {
  const replies = mentionPlaces
    .flatMap(({ id }) => discord.visible(id))
    .filter(({ author }) => author.id === discord.bot.id)
  return new Map(replies.toReversed().map((message) => [message.message_reference?.message_id ?? '', message]))
}

/** Interactions while the bot hears as much as can be said that is none of its business. */
async function besideChatter(pace: Pace, crowd: Crowd) {
  const [chatter, others] = await Promise.all([
    keepPace({ rate: 20_000, seconds: pace.seconds }, crowd.chat),
    interact(pace, crowd),
  ])
  return { ...others, chatter: chatter.times / pace.seconds }
}

/** The first response that Discord took. */
async function responseTo(handle: Handle): Promise<Response> {
  try {
    const { atMs, data } = await handle.callback
    return { ms: atMs, content: data.content ?? '' }
  } catch {
    return undefined
  }
}

/** Resolves when it is done, or when no request has come for long; in any case in time. */
async function rest({ discord }: Crowd, isDone: () => boolean): Promise<void> {
  const end = performance.now() + late.mostMs
  let count = discord.requestCount()
  let lastAt = performance.now()
  while (!isDone() && performance.now() < Math.min(end, lastAt + late.quietMs)) {
    // oxlint-disable-next-line no-await-in-loop
    await wait(late.pollMs)
    if (discord.requestCount() !== count) lastAt = performance.now()
    count = discord.requestCount()
  }
}

/** What somebody is told who asks too fast. */
const busy = renderNote(loadTemplates(`${root}templates`).get('en')?.chat.notes.busy ?? '').content
