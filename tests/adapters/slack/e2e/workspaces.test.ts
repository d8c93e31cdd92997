import { describe, expect, it } from 'vitest'
import { createContractBot } from '../../adapter-contract-bot.ts'
import { english } from '../../english.ts'
import { shown } from './shown.ts'
import { modes, startSlack } from './start-slack.ts'

const question = 'What is tryptophan?'
const answerWords = 'Tryptophan is an amino acid.'
const organisation = 'E0FAKEORG'

describe.concurrent.each(modes)('over %s', (mode) => {
  it.for([
    ['a guest', {}, { guest: true }],
    ['somebody of another workspace in a shared channel', {}, { team: 'T0FAKEOTHER' }],
    ['somebody of a workspace in an organisation', { enterprise: organisation }, {}],
    [
      'somebody of an organisation that has the app for all its workspaces',
      { enterprise: organisation, orgWide: true },
      {},
    ],
    [
      'somebody of such an organisation in another of its workspaces',
      { enterprise: organisation, orgWide: true },
      { team: 'T0FAKEOTHER' },
    ],
  ] as const)('%s is answered by every way', async ([, options, personOptions], { onTestFinished: onFinished }) => {
    const { someone, answerTo } = await startSlack({ mode, onFinished, ...options })
    const ann = someone(personOptions)

    const byCommand = await ann.ask(question)
    const byMention = await answerTo(ann.mention(question))
    const byMessage = await answerTo(ann.inDirectMessages().write(question))
    const byShortcut = await ann.answerThis(ann.write(question))
    const byButton = await ann.press(byMention, 'Stress')
    const home = await ann.openHome()
    const modal = await ann.look(home, 'Does the gut make serotonin?')

    for (const answer of [byCommand, byMention, byMessage, byShortcut])
      expect(shown(answer).text).toContain(answerWords)
    expect(shown(byButton).text).toContain('Chronic stress is stress that goes on for a long time.')
    expect(shown(home).text).toContain(english.help.support.intro)
    expect(shown(modal).text).toContain('A large part of serotonin is made in the gut.')
  })

  it.for([
    ['another workspace', {}, { team: 'T0FAKEOTHER', enterprise: null }],
    [
      'a workspace of the organisation without the app',
      { enterprise: organisation },
      { team: 'T0FAKEOTHER', enterprise: organisation },
    ],
    [
      'a workspace outside the organisation with the app',
      { enterprise: organisation, orgWide: true },
      { team: 'T0FAKEOTHER', enterprise: 'E0FAKEOTHER' },
    ],
  ] as const)(
    'what happens in %s is acknowledged, and makes no call',
    async ([, options, { team, enterprise }], { onTestFinished: onFinished }) => {
      const bot = createContractBot()
      const slack = await startSlack({ mode, onFinished, bot, ...options })
      const ann = slack.someone()
      const event = { channel: slack.channel.id, user: ann.person.id, text: 'hello', ts: '1700000000.000001' }
      const body = {
        team_id: team,
        context_team_id: team,
        enterprise_id: enterprise,
        context_enterprise_id: enterprise,
        authorizations: [{ team_id: team, enterprise_id: enterprise, user_id: 'U0FAKEOTHER', is_bot: true }],
      }
      const before = slack.callCount()

      const deliveries = [
        slack.deliverEvent({ ...event, type: 'app_mention' }, body),
        slack.deliverEvent({ ...event, type: 'message', channel_type: 'im' }, body),
        slack.deliverEvent({ type: 'app_home_opened', tab: 'home', user: ann.person.id }, body),
      ]

      await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
      expect(slack.callCount()).toBe(before)
      expect(bot.asked).toEqual([])
      expect(slack.logged()).toContain('other-workspace')
      const answer = await slack.answerTo(ann.mention('hello'))
      expect(shown(answer).text).toContain('You asked 5 characters.')
    },
  )
})
