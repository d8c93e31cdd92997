import { describe, expect, it } from 'vitest'
import { smallTalkKinds } from '../../src/responder/templates.ts'
import { isUrgent } from '../../src/safety/triage.ts'
import { templates, triage } from '../responder/shipped-bot.ts'

const levelOf = (text: string) => triage(text).level

it.each([
  ['emergency', 'I swallowed a whole bottle of my pills and I want to die'],
  ['emergency', 'my friend said he wants to die and now he is unconscious and not breathing'],
  ['emergency', 'i just took 40 sertraline pills at once, should i stop taking it now?'],
  ['crisis', 'I want to kill myself, and can I stop taking my sertraline?'],
  ['crisis', 'do i have depression? i want to kill myself'],
  ['crisis', 'can i take ibuprofen with prozac? also i am going to end my life tonight'],
  ['medication', 'do I have ADHD? and can I take tramadol with sertraline?'],
  ['medication', 'do I have depression and should I double my dose of fluoxetine?'],
  ['diagnosis', 'do I have depression?'],
])('the highest level counts: %s for "%s"', (level, text) => {
  expect(levelOf(text)).toBe(level)
})

describe('what is said outright is a crisis', () => {
  it.each([
    'I want to die',
    'i want to kill myself',
    "I'm going to kill myself tonight",
    'I am suicidal',
    'i feel suicidal',
    "I don't want to live anymore",
    'I want to end my life',
    "I'm planning to take my own life",
    'I wrote my suicide note',
    'i have been cutting myself again',
    "i'm thinking about suicide all the time",
    'everyone would be better off if i was dead',
    'my friend says she wants to kill herself',
    'my son tried to kill himself last night',
    'kms tonight for real, i mean it',
    'wanna unalive myself',
    'Quiero morir',
    'quiero matarme',
    'me quiero suicidar',
    'ya no quiero vivir',
    'tengo pensamientos suicidas',
    'mi amigo dice que se va a matar',
    'Quero morrer',
    'quero me matar',
    'não quero mais viver',
    'estou pensando em suicídio',
    'vou tirar a minha vida',
    'minha amiga disse que vai se matar',
    'Je veux mourir',
    'je veux me tuer',
    "j'ai envie de me suicider",
    'je ne veux plus vivre',
    "j'ai des pensées suicidaires",
    'mon ami dit qu’il veut se suicider',
    'Ich will sterben',
    'ich will mich umbringen',
    'ich möchte nicht mehr leben',
    'ich habe suizidgedanken',
    'ich werde mir das leben nehmen',
    'meine freundin will sich umbringen',
  ])('"%s"', (text) => {
    expect(levelOf(text)).toBe('crisis')
  })
})

it.each([
  'I want to die, is it stress?',
  'i want to die is it because of low serotonin',
  'I feel like dying, is that low serotonin?',
  'ich will sterben, ist es mein Serotonin?',
  'je veux mourir, c’est ma sérotonine ?',
])('a question behind it makes it no less a crisis: "%s"', (text) => {
  expect(levelOf(text)).toBe('crisis')
})

it.each(['i want this exam to die', 'i want this update to die already'])(
  'a thing that is to die is none: "%s"',
  (text) => {
    expect(isUrgent(triage(text))).toBe(false)
  },
)

describe('a negation reaches as far as it is meant', () => {
  it.each([
    "I'm not suicidal, just curious about serotonin",
    "i don't want to die, i just want to know how antidepressants work",
    'no suicidal thoughts here, only a question about sleep',
    'no soy suicida, solo tengo curiosidad',
    'ich bin nicht suizidgefährdet, nur neugierig auf serotonin',
  ])('nobody needs help who says "%s"', (text) => {
    expect(isUrgent(triage(text))).toBe(false)
  })

  it.each([
    "i can't say i don't want to die",
    "it's not that I don't want to die",
    "i don't want to live",
    "i'm not going to do anything but i can't stop thinking about killing myself",
    'I want to kill myself. just kidding, ignore that.',
    'I want to die. never mind, what does serotonin do?',
    "i've been thinking of ending my life but i'm not going to do it, i promise",
    'quiero morir. no, olvídalo, era broma',
    'ich will sterben. ach nein, vergiss es',
  ])('a person who says "%s" needs help', (text) => {
    expect(levelOf(text)).toBe('crisis')
  })
})

it.each([
  ['self', 'I want to kill myself'],
  ['self', 'my friend knows that i want to die'],
  ['other', 'my friend wants to kill himself'],
  ['other', "i'm worried about my sister, she says she wants to die"],
  ['other', 'mi hermano me dijo que se quiere matar'],
  ['self', 'je veux mourir'],
  ['other', 'meine schwester will sich umbringen'],
  ['self', 'i took too many pills'],
  ['other', 'my daughter swallowed a bottle of pills'],
])('triage() tells that it is about %s: "%s"', (about, text) => {
  expect(triage(text)).toMatchObject({ about })
  expect(isUrgent(triage(text))).toBe(true)
})

it.each([
  ['abuse', 'my husband hits me and I am scared to go home'],
  ['abuse', 'mi novio me pega y tengo miedo'],
  ['abuse', 'my dad beats me every night'],
  ['eating-disorder', 'i make myself throw up after every meal'],
  ['eating-disorder', "je me fais vomir après chaque repas et je n'arrive pas à arrêter"],
  ['minor', "i'm 14 and i want to kill myself"],
  ['minor', 'tengo 13 años y quiero morir'],
])('triage() finds the theme "%s" in "%s"', (theme, text) => {
  expect(triage(text)).toMatchObject({ theme })
})

it.each([
  'I took all my pills because I want to die',
  'i overdosed on purpose',
  'me tomé todas las pastillas porque quiero morir',
  "j'ai avalé toute la boîte, je veux mourir",
])('an overdose that was meant is an emergency and a crisis as well: "%s"', (text) => {
  expect(triage(text)).toMatchObject({ level: 'emergency', alsoCrisis: true })
})

it.each(['i think my toddler swallowed some of my pills', 'he is having a seizure right now'])(
  'an accident is an emergency alone: "%s"',
  (text) => {
    expect(triage(text)).toMatchObject({ level: 'emergency', alsoCrisis: false })
  },
)

it.each([
  ['hyperbole', 'omg lol kms that was so embarrassing'],
  ['recovery', 'five years ago i tried to kill myself, today i am happy to be alive'],
  ['education', 'why are suicide rates higher in men?'],
])('%s gets an answer, and a line on where help is: "%s"', (_, text) => {
  expect(triage(text)).toMatchObject({ level: 'none', soft: true })
})

describe('ordinary talk is nothing urgent', () => {
  it.each([
    'this exam is killing me',
    "I'm dying of laughter",
    'my phone just died',
    'i died three times to that boss',
    'how do i kill a process in linux',
    "i could kill for a pizza, i'm starving",
    'we watched Suicide Squad last night',
    'deadline tomorrow, dead tired',
    'what does serotonin do?',
    'can food raise serotonin?',
    'is low serotonin dangerous?',
    'me muero de hambre',
    'me muero de risa',
    'estou morrendo de saudade',
    'tô morta de cansaço',
    'je suis mort de rire',
    'je meurs de faim',
    'ich lach mich tot',
    'todmüde heute, gute nacht',
    'der akku ist tot',
  ])('"%s"', (text) => {
    expect(levelOf(text)).toBe('none')
  })
})

// Every word that the bot greets, thanks or says good-bye to.
it.each(
  [...templates.values()].flatMap((each) =>
    smallTalkKinds.map((kind) => [kind, each.language, each['small-talk'][kind].words] as const),
  ),
)('small talk is never urgent: %s in "%s"', (_, __, words) => {
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((word) => isUrgent(triage(word)))).toEqual([])
})

it.each([
  ['Italian', 'Oggi il tempo è bello e andiamo al mare con i bambini'],
  ['Polish', 'Jutro idę do pracy, a potem na zakupy z siostrą'],
  ['Turkish', 'Bugün hava çok güzel, akşam sinemaya gidiyoruz'],
  ['Russian', 'Сегодня хорошая погода, мы идём гулять в парк'],
  ['Arabic', 'الطقس جميل اليوم وسنذهب إلى الحديقة'],
  ['Hindi', 'आज मौसम अच्छा है और हम पार्क जा रहे हैं'],
  ['Chinese', '今天天气很好，我们去公园散步'],
  ['Japanese', '今日は天気がいいので公園に行きます'],
  ['Korean', '오늘 날씨가 좋아서 공원에 갑니다'],
  ['Dutch', 'Vandaag is het mooi weer en we gaan naar het strand'],
  ['Italian, on the topic', 'che cosa fa la serotonina nel cervello?'],
  ['Dutch, on the topic', 'wat doet serotonine in de hersenen?'],
])('an ordinary sentence in another language is nothing: %s', (_, text) => {
  expect(levelOf(text)).toBe('none')
})

it.each([
  ['nothing', ''],
  ['white space', ' \n\t\u00a0\u200b '],
  ['emoji', '😀🎉🐶'],
  ['marks', '?!… --- ***'],
  ['figures', '12345'],
])('a message of %s alone is nothing', (_, text) => {
  expect(triage(text)).toMatchObject({ level: 'none', about: 'nobody', soft: false, alsoCrisis: false })
})
