import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/responder/answer.ts'
import type { Question } from '../../src/responder/question.ts'
import { type CardKind, cardKinds, type Templates } from '../../src/responder/templates.ts'
import { calm, type Triage } from '../../src/safety/triage.ts'
import { bodyOf, linesOf, sectionsOf } from './answer-text.ts'
import { cardTriages } from './card-triages.ts'
import { bot, botOver, helpLines, shippedDocuments, templates } from './shipped-bot.ts'

const english = templates.get('en') as Templates
const answered = 'is low serotonin genetic?'
/** One question for every outcome of search. */
const questions = [answered, 'medication and illness', 'does zorblaxium lower serotonin', 'hi']
const kindsAndLanguages = cardKinds.flatMap((kind) =>
  [...templates.keys()].map((language) => [kind, language] as const),
)

/** What the shipped bot says to a message that triage reads so. */
function respond(triage: Partial<Triage>, question: Partial<Question> = {}): Answer {
  const found = { ...calm, ...triage }
  return botOver(shippedDocuments, { triage: () => found }).respond({ text: answered, ...question })
}

/** The help lines of a card, the directory last. */
function listIn({ blocks }: Answer): readonly string[] {
  const list = blocks.find(({ type }) => type === 'list')
  return list === undefined ? [] : linesOf([list])
}

function wordsIn(answer: Answer): number {
  return bodyOf(answer).split(/\s+/).length
}

function linksIn(answer: Answer): readonly string[] {
  return [...JSON.stringify(answer.blocks).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url)
}

describe('an urgent message', () => {
  it.each([
    ['I want to kill myself', 'crisis'],
    ['I took too many pills', 'emergency'],
    // the higher level holds
    ['can I stop my antidepressants? I want to kill myself', 'crisis'],
    ['I took too many pills, can I stop my antidepressants?', 'emergency'],
  ])('gets a card with help, a way out and the disclaimer instead of an answer: "%s"', (text, level) => {
    const answer = bot.respond({ text })

    expect(answer).toMatchObject({
      outcome: 'urgent',
      triage: { level },
      actions: [
        { type: 'support', countries: true },
        { type: 'not-about-me', label: english.help.buttons.show },
      ],
      disclaimer: english.disclaimer,
    })
    expect(bodyOf(answer)).toContain('Find A Helpline')
    expect(linksIn(answer)).toEqual([helpLines.directory.url])
    expect([answer.source, answer.receipt]).toEqual([undefined, undefined])
  })

  it.each(['hi', '¿por qué tengo la serotonina baja?', answered, 'qwrtz', ''])(
    'comes before small talk, language and search: "%s"',
    (text) => {
      expect(respond(cardTriages.crisis, { text }).outcome).toBe('urgent')
    },
  )

  it.each(cardKinds)('is quoted nowhere, neither on the card "%s" nor in public', (kind) => {
    const answer = respond(cardTriages[kind], { text: 'my neighbour Zorblaxium and the quentor' })

    expect(JSON.stringify(answer)).not.toMatch(/zorblaxium|quentor|neighbour/i)
    expect(answer.inPublic).toEqual({ line: english.help.public.urgent, button: english.help.public.button })
  })

  it.each(kindsAndLanguages)('gets its own card: %s in "%s"', (kind, language) => {
    const own = templates.get(language)?.help.cards[kind].first.filter((text) => !text.includes('{'))

    const answer = respond({ ...cardTriages[kind], language })

    expect(answer.language).toBe(language)
    expect(linesOf(answer.blocks)).toEqual(expect.arrayContaining(own ?? []))
  })

  it('gets the card in its own language, and in that of the platform where it shows none', () => {
    const inSpanish = respond({ ...cardTriages.crisis, language: 'es' }, { locale: 'de' })
    const inNone = respond({ ...cardTriages.crisis, language: 'und' }, { locale: 'de-AT' })

    expect([inSpanish.language, inNone.language]).toEqual(['es', 'de'])
  })
})

describe('the country', () => {
  it.each([
    ['US', 'crisis', ['988', '741741', '911']],
    ['ES', 'crisis', ['024', '112']],
    ['gb', 'crisis', ['116 123', '999']],
    ['ES', 'emergency', ['91 562 04 20', '112']],
    ['ES', 'abuse', ['016', '112']],
    ['ES', 'minor', ['900 20 20 10', '112']],
    // a country without lines still has its number
    ['AD', 'crisis', ['112']],
  ] as const)('%s, once chosen, decides the lines and numbers of the card "%s"', (region, kind, numbers) => {
    const answer = respond(cardTriages[kind], { region })

    for (const number of numbers) expect(bodyOf(answer)).toContain(number)
    expect(answer.actions.map(({ type }) => type)).toEqual(['support', 'not-about-me'])
    expect(answer.actions[0]).not.toHaveProperty('countries')
  })

  it.each(cardKinds)(
    'the card "%s" has one or two lines of every country, checked or not, and then the directory',
    (kind) => {
      for (const region of helpLines.countries) {
        const lines = listIn(respond(cardTriages[kind], { region }))

        expect(lines.at(-1)).toContain(helpLines.directory.service)
        // an emergency that was not intended has poison lines alone, where there are any
        expect(kind === 'emergency' ? [1, 2, 3] : [2, 3]).toContain(lines.length)
      }
    },
  )

  it.each(kindsAndLanguages)('where none is chosen, the card "%s" in "%s" holds no number at all', (kind, language) => {
    for (const repeat of [false, true]) {
      const answer = respond({ ...cardTriages[kind], language }, { repeat, locale: 'es-ES' })

      expect(JSON.stringify(answer)).not.toMatch(/\d/)
      expect(linksIn(answer)).toEqual([helpLines.directory.url])
      expect(answer.actions[0]).toMatchObject({ type: 'support', countries: true })
    }
  })

  it('is never guessed from a language', () => {
    const answer = respond({ ...cardTriages.crisis, language: 'es' }, { text: 'quiero morir', locale: 'es-ES' })

    expect(bodyOf(answer)).not.toContain('024')
    expect(bodyOf(respond({ ...cardTriages.crisis, language: 'es' }, { region: 'ES' }))).toContain('024')
  })
})

describe('the card', () => {
  it.each(kindsAndLanguages)(
    '"%s" in "%s" is shorter for somebody who has just had one, and still has lines',
    (kind, language) => {
      const triage = { ...cardTriages[kind], language }
      const first = respond(triage, { region: 'US' })
      const again = respond(triage, { region: 'US', repeat: true })

      expect(wordsIn(again)).toBeLessThan(wordsIn(first))
      expect(listIn(again)).toEqual(listIn(first))
      expect(listIn(again).length).toBeGreaterThan(1)
      expect(again.outcome).toBe('urgent')
    },
  )

  it.each<[CardKind, CardKind]>([
    ['crisis', 'helper'],
    ['minor', 'helper'],
    ['abuse', 'abuse-helper'],
    ['eating-disorder', 'eating-disorder-helper'],
  ])('"%s" becomes "%s" for somebody who asks about what another person wrote', (kind, helper) => {
    const answer = respond(cardTriages[kind], { ofOther: true })

    expect(answer.triage.about).toBe('other')
    expect(linesOf(answer.blocks)).toEqual(expect.arrayContaining(english.help.cards[helper].first.slice(-1)))
  })

  it.each([
    ['emergency', undefined, /^Call your local emergency number/],
    ['emergency', 'US', /^Call 911/],
    ['emergency-intended', undefined, /^Call your local emergency number/],
    ['emergency-intended', 'AT', /^Call 112 or 144/],
  ] as const)('of "%s" begins with the emergency number, or the words for it (%s)', (kind, region, beginning) => {
    for (const repeat of [false, true]) {
      const answer = respond(cardTriages[kind], region === undefined ? { repeat } : { region, repeat })

      expect(linesOf(answer.blocks)[0]).toMatch(beginning)
      expect(answer.summary).toMatch(beginning)
    }
  })

  it('of an emergency shows lines for poisoning, and of an intended one those for a crisis', () => {
    const emergency = listIn(respond(cardTriages.emergency, { region: 'US' }))
    const intended = listIn(respond(cardTriages['emergency-intended'], { region: 'US' }))

    expect(emergency[0]).toContain('Poison')
    expect(intended).toEqual(listIn(respond(cardTriages.crisis, { region: 'US' })))
  })
})

describe('"This isn\'t about me"', () => {
  it.each(['crisis', 'minor', 'abuse', 'emergency', 'emergency-intended'] as const)(
    'shows the normal answer after the card "%s", with help in view before it',
    (kind) => {
      const normal = respond(calm)

      const answer = respond(cardTriages[kind], { notAboutMe: true, region: 'US' })

      const [kept, lines, ...rest] = answer.blocks
      expect(rest).toEqual(normal.blocks)
      expect(lines).toEqual(respond(cardTriages.crisis, { region: 'US' }).blocks.find(({ type }) => type === 'list'))
      expect(linesOf(kept === undefined ? [] : [kept])[0]).toMatch(/^If that changes,.* call 911\.$/)
      expect(answer).toMatchObject({ outcome: 'answered', receipt: normal.receipt, source: normal.source })
      expect(sectionsOf(answer)).toEqual(sectionsOf(normal))
    },
  )

  it('changes nothing about a message that was not urgent', () => {
    const { blocks } = respond({ level: 'medication', about: 'self' }, { notAboutMe: true })

    expect(linesOf(blocks)).toEqual(expect.arrayContaining([...english.help.medication]))
  })
})

describe('a message that needs routing', () => {
  it.each((['medication', 'diagnosis'] as const).flatMap((level) => questions.map((text) => [level, text] as const)))(
    'of level "%s" gets the routing first and then what search gives: "%s"',
    (level, text) => {
      const normal = respond(calm, { text })

      const answer = respond({ level, about: 'self', language: 'en' }, { text })

      const lead = english.help[level]
      expect(linesOf(answer.blocks).slice(0, lead.length)).toEqual(lead)
      expect(answer.blocks.slice(lead.length)).toEqual(normal.blocks)
      expect([answer.outcome, answer.actions, answer.receipt]).toEqual([normal.outcome, normal.actions, normal.receipt])
      expect(answer.inPublic).toEqual({ line: english.help.public.private, button: english.help.public.button })
    },
  )

  it.each([
    ['can I stop my antidepressants', 'medication'],
    ['do I have depression?', 'diagnosis'],
  ] as const)('is found among real ones: "%s"', (text, level) => {
    const answer = bot.respond({ text })

    expect(linesOf(answer.blocks).slice(0, english.help[level].length)).toEqual(english.help[level])
    expect(answer.outcome).not.toBe('urgent')
  })

  it('on eating gets words about that first where it is not urgent', () => {
    const answer = respond({ theme: 'eating-disorder' })

    expect(linesOf(answer.blocks).slice(0, 1)).toEqual(english.help['eating-disorder'])
    expect(answer.outcome).toBe('answered')
  })

  it.each(questions)(
    'of a softer kind gets the normal answer and one line with the directory behind it: "%s"',
    (text) => {
      const normal = respond(calm, { text })

      const answer = respond({ soft: true }, { text })

      expect(answer.blocks.slice(0, -1)).toEqual(normal.blocks)
      expect(linesOf(answer.blocks.slice(-1))).toHaveLength(1)
      expect(linksIn(answer)).toEqual([...linksIn(normal), helpLines.directory.url])
      expect([answer.outcome, answer.inPublic]).toEqual([normal.outcome, undefined])
    },
  )
})

it('every answer of every kind offers help or the choice of a country', () => {
  const triages = [
    calm,
    { soft: true },
    { level: 'medication' },
    { level: 'diagnosis' },
    ...Object.values(cardTriages),
  ] as const
  const answers = triages.flatMap((triage) =>
    [...questions, '¿por qué tengo la serotonina baja?', ''].flatMap((text) =>
      [{}, { region: 'US' }, { notAboutMe: true }].map((more) => respond(triage, { text, ...more })),
    ),
  )
  const others = [bot.topics(), bot.apology(), bot.support({}), bot.support({ region: 'US' })]
  const passages = shippedDocuments.flatMap((each) =>
    each.passages.map(({ section }) => bot.passage(each.name, section)),
  )

  for (const answer of [...answers, ...others, ...passages]) {
    expect(answer?.actions.some(({ type }) => type === 'support' || type === 'country')).toBe(true)
  }
})
