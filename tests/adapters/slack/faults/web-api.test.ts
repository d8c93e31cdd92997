import { describe, expect, it, type TestContext } from 'vitest'
import type { FaultKind } from '../../../stand-ins/slack/faults.ts'
import { until } from '../../until.ts'
import { brokenPromises } from './broken-promises.ts'
import { type Request, showsHelp, untilAnswered, untilHelped } from './request.ts'
import { type AskOptions, startTrial, type Trial } from './start-trial.ts'
import { methodOf, type Surface } from './ways-of-asking.ts'

type Row = {
  readonly fault: FaultKind & { readonly after?: boolean; readonly times?: number }
  /** Where the answer still arrives, in the end. */
  readonly answered: readonly Surface[]
  /** Where help does; elsewhere the log says that it did not. */
  readonly helped: readonly Surface[]
}

const everywhere: readonly Surface[] = ['command', 'mention', 'direct', 'topic', 'home', 'messages']

/** A view that cannot be shown becomes a message. */
const inAnotherPlace: readonly Surface[] = ['topic']

/** Slack could not carry it out, and does a little later. */
const passing = (fault: FaultKind): Row => ({ fault, answered: everywhere, helped: ['command', 'mention', 'direct'] })

/** Trying again would help nobody; a command's answer has a second way, for help alone. */
const lasting = (fault: Row['fault']): Row => ({ fault, answered: inAnotherPlace, helped: ['command'] })

const rows: Readonly<Record<string, Row>> = {
  '429 with Retry-After': passing({ retryAfter: 1 }),
  'HTTP 500': passing({ status: 500 }),
  'HTTP 503': passing({ status: 503 }),
  'a page in HTML instead of JSON': passing({ status: 200 }),
  ...Object.fromEntries(
    ['ratelimited', 'internal_error', 'fatal_error', 'team_added_to_org'].map((error) => [error, passing({ error })]),
  ),
  'a connection that is cut before it was carried out': {
    fault: { cut: true },
    // A second message that everybody reads does more harm than none.
    answered: ['command', 'topic', 'home', 'messages'],
    helped: ['command', 'mention', 'direct'],
  },
  'a connection that is cut after it was carried out': { ...passing({ cut: true }), fault: { cut: true, after: true } },
  'an answer after two seconds': passing({ delayMs: 2_000 }),
  'HTTP 500 for ever': lasting({ status: 500, times: 1_000 }),
  'HTTP 403': lasting({ status: 403 }),
  ...Object.fromEntries(
    [
      'not_in_channel',
      'channel_not_found',
      'is_archived',
      'missing_scope',
      'restricted_action',
      'no_permission',
      'ekm_access_denied',
      'msg_too_long',
      'invalid_blocks',
      'invalid_arguments',
      'messages_tab_disabled',
      'a_word_that_nobody_knows',
    ].map((error) => [error, lasting({ error })]),
  ),
}

/** Those of one trial have a method each, so that each meets the fault once. */
const apart: readonly (readonly Surface[])[] = [['command', 'mention', 'home', 'messages'], ['direct'], ['topic']]

/** Ways to help, with an urgent question. */
const helpful = ['command', 'mention', 'direct'] as const

describe.concurrent('a call of the Web API', { timeout: 60_000 }, () => {
  it('is given up after ten seconds of silence, and only that one', async (context) => {
    const trials = await Promise.all(
      everywhere.map(async (surface) => {
        const { trial, requests } = await meet(context, { hang: true }, [surface])
        return { surface, trial, requests }
      }),
    )
    const others = await Promise.all(
      trials.flatMap(({ trial }) => [trial.ask('mention'), trial.ask('direct'), trial.ask('command')]),
    )

    await untilAnswered(others, 3_000)

    await Promise.all(
      trials.map(async ({ surface, trial, requests }) => {
        if (isPublic(surface)) await trial.says('call-failed', longMs)
        else await untilAnswered(requests, longMs)
        expect({ surface, broken: await brokenPromises(trial) }).toEqual({ surface, broken: [] })
        expect(requests.map(({ isAnswered }) => isAnswered())).toEqual([!isPublic(surface)])
      }),
    )
  })

  it('by which help comes is tried again after ten seconds of silence', async (context) => {
    const trials = await Promise.all(
      helpful.map((surface) => meet(context, { hang: true }, [surface], { isUrgent: true })),
    )

    await untilHelped(
      trials.flatMap(({ requests }) => requests),
      longMs,
    )

    expect(await Promise.all(trials.map(({ trial }) => brokenPromises(trial)))).toEqual(trials.map(() => []))
  })

  it.for(Object.entries(rows))(
    'that meets %s brings its answer where it can, once where others read along, and help or a line in the log',
    async ([, { fault, answered, helped }], context) => {
      const calm = await Promise.all(apart.map((surfaces) => meet(context, fault, surfaces)))
      const urgent = await Promise.all(helpful.map((surface) => meet(context, fault, [surface], { isUrgent: true })))

      await Promise.all([
        ...calm.map(({ requests }) => untilAnswered(of(requests, answered), longMs)),
        ...urgent.map(({ requests }) => untilHelped(of(requests, helped), longMs)),
      ])
      const trials = [...calm, ...urgent].map(({ trial }) => trial)
      await Promise.all(trials.map((trial) => until(() => isSettled(trial), 'an end of all tries')))
      expect(await Promise.all(trials.map((trial) => brokenPromises(trial)))).toEqual(trials.map(() => []))
      const arrived = calm.flatMap(({ requests }) => requests.filter(({ isAnswered }) => isAnswered()))
      expect(arrived.map(({ surface }) => surface).toSorted()).toEqual([...answered].toSorted())
    },
  )
})

function of(requests: readonly Request[], surfaces: readonly Surface[]): readonly Request[] {
  return requests.filter(({ surface }) => surfaces.includes(surface))
}

/** Where a second message would be read by others, or stand for ever. */
function isPublic(surface: Surface): boolean {
  return surface === 'mention' || surface === 'direct'
}

/** Lets all of these be asked, and the first call of each way go wrong. */
async function meet(context: TestContext, fault: Row['fault'], surfaces: readonly Surface[], options: AskOptions = {}) {
  const trial = await startTrial(context)
  const begins = await Promise.all(surfaces.map((surface) => trial.prepare(surface, options)))
  const faults = surfaces.map((surface) => trial.slack.faults.add({ method: methodOf[surface], ...fault }))
  const requests = begins.map((begin) => begin())
  await until(() => faults.every(({ hits }) => hits() > 0), 'what was to go wrong')
  return { trial, requests }
}

/** Each request was answered, or a line in the log tells that one was not. */
function isSettled({ requests, logged }: Trial): boolean {
  const open = requests.filter(({ isUrgent, isAnswered, shown }) =>
    isUrgent ? !shown().some(showsHelp) : !isAnswered(),
  )
  const wanted = requests.some(({ isUrgent }) => isUrgent) ? ['urgent-not-delivered'] : ['call-failed', 'cannot-post']
  return logged.filter(({ event }) => wanted.includes(event)).length >= open.length
}

/** A call of ten seconds is tried again after that. */
const longMs = 15_000
