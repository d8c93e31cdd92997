import { expect, it } from 'vitest'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'

/** Slack takes one message a second in a channel; rate-limits, checked 2026-11-23. */
const apartMs = 1000

it.concurrent.for(modes)(
  'messages to one channel are a second apart, and an urgent one goes before those that wait, over %s',
  async (mode, { onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished, rateLimits: true })
    const asked = [slack.someone().mention(question), slack.someone().mention('What do receptors do?')]
    await slack.settled()

    const urgent = slack.someone().mention('I want to kill myself')
    await Promise.all([...asked, urgent].map(slack.answerTo))

    const posts = slack.calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && args['channel'] === slack.channel.id,
    )
    expect(posts.map(({ args }) => args['thread_ts'])).toEqual([asked[0]?.ts, urgent.ts, asked[1]?.ts])
    const apart = posts.slice(1).map(({ at }, place) => at - (posts[place]?.at ?? at))
    for (const ms of apart) expect(ms).toBeGreaterThanOrEqual(apartMs)
    expect(posts.map(({ status }) => status)).toEqual([200, 200, 200])
  },
)

it.concurrent.for(modes)(
  'messages to other channels, and private answers to commands, wait for nobody, over %s',
  async (mode, { onTestFinished: onFinished }) => {
    const slack = await startSlack({ mode, onFinished })
    const busy = Array.from({ length: 3 }, () => slack.someone().mention(question))
    const elsewhere = Array.from({ length: 3 }, () => slack.someone({}, slack.addChannel()).mention(question))
    const own = slack.someone()

    const answers = await Promise.all([...elsewhere.map(slack.answerTo), own.ask(question)])

    for (const answer of answers) expect(shown(answer).text).toContain(english.disclaimer.text)
    expect(busy.flatMap(slack.answersTo)).toHaveLength(1)
    await Promise.all(busy.map(slack.answerTo))
  },
)
