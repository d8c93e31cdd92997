import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadTemplates } from '../../src/responder/load-templates.ts'
import { type CardKind, cardKinds, fill, type Templates } from '../../src/responder/templates.ts'

const root = join(import.meta.dirname, '../..')
const templates = loadTemplates(join(root, 'templates'))

const languages = ['en', 'es', 'pt', 'fr', 'de'] as const
type Language = (typeof languages)[number]

/** Alternatives of a pattern that begins and ends with a word, by language. */
type Words = Readonly<Record<Language, string>>
type Rule = { readonly words: Words; readonly planted: Readonly<Record<Language, readonly string[]>> }

/**
 * What no sentence holds, with sentences that break each rule.
 *
 * After WHO, "Preventing suicide: a resource for media professionals" (2023), and
 * suicidology.org/reporting-recommendations: no crime, success or failure, no method, no place. Blame, promises and news that
 * somebody was alerted: VERA-MH. A person's age or home is theirs to tell.
 */
const forbidden = {
  'suicide as a crime or a sin': {
    words: {
      en: 'commit(?:s|ted|ting)? suicide',
      es: '(?:comet|comit)\\p{L}* (?:el |un )?suicidio',
      pt: 'comet\\p{L}* (?:o |um )?suicídio',
      fr: 'comm(?:et|is)\\p{L}* (?:un |le )?suicide',
      de: '(?:selbst|frei)(?:mord|tod)\\p{L}*|(?:suizid|suizidversuch) (?:zu )?(?:be(?:geh|gangen|ging)|verüb)\\p{L}*|beg(?:eh|ing)\\p{L}* \\p{L}* ?suizid\\p{L}*',
    },
    planted: {
      en: ['He committed suicide.', 'Some people commit suicide.'],
      es: ['Cometió suicidio.', 'Quiso cometer un suicidio.'],
      pt: ['Ele cometeu suicídio.'],
      fr: ['Elle a commis un suicide.', 'Commettre le suicide.'],
      de: ['Sie hat Suizid begangen.', 'Er beging einen Suizidversuch.', 'Gedanken an Selbstmord'],
    },
  },
  'success or failure': {
    words: {
      en: '(?:(?:un)?successful|failed|completed) (?:suicides?|(?:suicide )?attempts?)|attempt (?:succeeded|failed)',
      es: '(?:intentos?|suicidios?) (?:de suicidio )?(?:exitos|logrado|consumado|fallido|frustrado|fracasado)\\p{L}*',
      pt: '(?:tentativas?|suicídios?) (?:de suicídio )?(?:bem.sucedid|mal.?sucedid|consumad|falh|frustrad|fracassad)\\p{L}*',
      fr: '(?:tentatives?|suicides?) (?:de suicide )?(?:réussi|abouti|raté|manqué|échoué)\\p{L}*',
      de: 'erfolg(?:reich|los)\\p{L}*|(?:gelungen|geglückt|misslungen|missglückt|gescheitert|fehlgeschlagen|vollendet)\\p{L}* (?:suizid|versuch)\\p{L}*',
    },
    planted: {
      en: ['A successful attempt.', 'After an unsuccessful suicide attempt', 'a failed attempt'],
      es: ['un intento fallido', 'un intento de suicidio exitoso'],
      pt: ['uma tentativa de suicídio frustrada', 'suicídio bem-sucedido'],
      fr: ['une tentative ratée', 'un suicide réussi'],
      de: ['ein erfolgreicher Versuch', 'nach einem misslungenen Suizidversuch'],
    },
  },
  'a method': {
    words: {
      en: 'hang(?:ed|ing)|noose|jump(?:ed|ing|s)? (?:off|from)|overdos\\p{L}*|poison\\p{L}*|cut(?:ting)? (?:your|their|my)\\p{L}* ?\\p{L}*|razors?|guns?|shoot\\p{L}*|drown\\p{L}*|suffocat\\p{L}*|carbon monoxide',
      es: 'ahorc\\p{L}*|soga|(?:saltar|tirarse|lanzarse) (?:de|desde)|sobredosis|(?:en)?venen\\p{L}*|cortarse|cuchillas?|pistolas?|dispar\\p{L}*|ahog\\p{L}*|asfixi\\p{L}*|monóxido de carbono',
      pt: 'enforc\\p{L}*|(?:pular|saltar|atirar-se|jogar-se) (?:de|da|do)|overdose|superdosagem|(?:en)?venen\\p{L}*|cortar-se|se cortar|lâminas?|armas?|dispar\\p{L}*|afog\\p{L}*|asfixi\\p{L}*|monóxido de carbono',
      fr: "pendaisons?|se pendre|pendue?s?|(?:sauter|se jeter) d\\p{L}*|surdoses?|overdoses?|(?:em)?poison\\p{L}*|s'ouvrir les veines|se couper|lames?|armes?|se tirer|noyades?|noyée?s?|se noyer|asphyxi\\p{L}*|monoxyde de carbone",
      de: 'erhäng\\p{L}*|strick|(?:springen|sprung) (?:von|vor)|(?:von|vor) \\p{L}+ \\p{L}+ springen|überdos\\p{L}*|(?:ver)?gift\\p{L}*|ritzen|rasierklingen?|pulsadern|schusswaffen?|erschieß\\p{L}*|ertränk\\p{L}*|erstick\\p{L}*|kohlenmonoxid',
    },
    planted: {
      en: ['Hanging is a method.', 'They were jumping off a roof.', 'He took an overdose.', 'cutting yourself'],
      es: ['Se ahorcó.', 'saltar desde un tejado', 'una sobredosis', 'Tomó veneno.'],
      pt: ['Morreu por enforcamento.', 'pular de um prédio', 'uma overdose', 'tomou veneno'],
      fr: ['par pendaison', "sauter d'un toit", 'une surdose', 'Il a avalé du poison.'],
      de: ['Er hat sich erhängt.', 'von einem Dach springen', 'eine Überdosis', 'mit Rattengift oder Gift'],
    },
  },
  'a place': {
    words: {
      en: 'bridges?|rails?|railways?|(?:train )?tracks?|cliffs?|rooftops?',
      es: 'puentes?|vías del tren|rieles?|acantilados?|azoteas?|precipicios?',
      pt: 'pontes?|trilhos?|linha do trem|penhascos?|viadutos?|precipícios?',
      fr: 'ponts?|rails?|voies? ferrées?|falaises?|toits?',
      de: '(?:\\p{L}+)?brücken?|gleise?n?|schienen?|bahnstrecken?|klippen?|hochhaus\\p{L}*',
    },
    planted: {
      en: ['Stay away from the bridge.', 'on the rails', 'at the cliff'],
      es: ['en el puente', 'junto a las vías del tren', 'un acantilado'],
      pt: ['na ponte', 'perto dos trilhos', 'no penhasco'],
      fr: ['sur un pont', 'près des rails', 'la falaise'],
      de: ['auf der Autobahnbrücke', 'an den Gleisen', 'an der Klippe'],
    },
  },
  blame: {
    words: {
      en: "your (?:own )?fault|to blame|blame yourself|you should(?:n't)? have|selfish|attention.seeking",
      es: 'culpa (?:es )?tuya|tu culpa|tienes la culpa|culpables?|deberías haber|egoísta',
      pt: 'culpa (?:não )?é sua|sua culpa|culpad[oa]s?|(?:deveria|devia) ter|egoísta',
      fr: '(?:votre|ta) faute|coupables?|(?:vous auriez|tu aurais) dû|égoïste',
      de: 'schuld(?:ig)?|du hättest|egoistisch|vorwürfe',
    },
    planted: {
      en: ['It is your fault.', 'You should have asked earlier.'],
      es: ['Es culpa tuya.', 'Es tu culpa.', 'Deberías haber preguntado.'],
      pt: ['A culpa é sua.', 'Você deveria ter perguntado.'],
      fr: ["C'est votre faute.", 'Vous auriez dû demander.'],
      de: ['Du bist schuld.', 'Du hättest fragen sollen.'],
    },
  },
  'a promise or a contract': {
    words: {
      en: "promis(?:e|es|ed)|(?:sign|make) a contract|i(?:'ll| will) always|swear",
      es: 'prom[eé]t\\p{L}*|promesas?|contratos?|jur[ao](?:me)?|júrame',
      pt: 'promet\\p{L}*|promessas?|contratos?|jur[ae]',
      fr: 'promet\\p{L}*|promis|promesses?|(?:un|le) contrat|jure[rz]?(?:-moi)?',
      de: 'versprech\\p{L}*|versprich|versprochen|vertrag|schwör\\p{L}*',
    },
    planted: {
      en: ['Promise me that you wait.', 'I promise you that it passes.'],
      es: ['Prométeme que esperas.', 'Te prometo que pasará.'],
      pt: ['Prometa que vai esperar.', 'Eu prometo que passa.'],
      fr: ['Promettez-moi de patienter.', 'Je vous promets que cela passe.'],
      de: ['Versprich mir, dass du wartest.', 'Ich verspreche dir das.'],
    },
  },
  'news that somebody was alerted': {
    words: {
      en: "(?:have|has|had|'ve|was|were)(?: been)? (?:alerted|notified|informed|told)|on (?:its|the|their) way",
      es: '(?:he|ha|han|hemos)(?: sido)? (?:avisad|alertad|informad|notificad)[oa]s?|en camino',
      pt: '(?:foi|foram) (?:avisad|alertad|informad|notificad)[oa]s?|(?:avis|alert)(?:ei|amos)|a caminho',
      fr: '(?:a|ont) été (?:prévenu|alerté|informé|averti)e?s?|(?:ai|avons) (?:prévenu|alerté|informé|averti)|en route',
      de: '(?:wurden?|worden) (?:\\p{L}+ )?(?:benachrichtigt|alarmiert|informiert|verständigt)|habe[n]? (?:\\p{L}+ )*(?:benachrichtigt|alarmiert|informiert|verständigt)|unterwegs',
    },
    planted: {
      en: ['I have alerted someone.', 'Someone has been alerted.', 'Help is on the way.'],
      es: ['He avisado a alguien.', 'Alguien ha sido avisado.'],
      pt: ['Alertei alguém.', 'Alguém foi avisado.'],
      fr: ["J'ai prévenu quelqu'un.", "Quelqu'un a été prévenu."],
      de: ['Ich habe jemanden benachrichtigt.', 'Jemand wurde benachrichtigt.'],
    },
  },
  'a question on age or place': {
    words: {
      en: "how old are you|(?:what is|what's|tell me) your age|where (?:do you live|are you)|which (?:city|country|town)",
      es: 'cuántos años|qué edad|tu edad|d[oó]nde (?:vives|estás)|de dónde eres',
      pt: 'quantos anos|que idade|sua idade|onde (?:você )?(?:mora|vive|está)|de onde você é',
      fr: "quel âge|(?:votre|ton) âge|où (?:habit|viv|êtes|es)[\\p{L}-]*|où vous (?:habitez|êtes)|d'où (?:venez|êtes)",
      de: 'wie alt|dein alter|wo (?:wohnst|lebst|bist|du)|woher',
    },
    planted: {
      en: ['How old are you?', 'Where do you live?', 'Where are you right now?'],
      es: ['¿Cuántos años tienes?', '¿Dónde vives?', '¿Dónde estás ahora?'],
      pt: ['Quantos anos você tem?', 'Onde você mora?', 'Onde você está?'],
      fr: ['Quel âge avez-vous ?', 'Où habitez-vous ?', 'Où êtes-vous ?'],
      de: ['Wie alt bist du?', 'Wo wohnst du?', 'Wo bist du gerade?'],
    },
  },
} as const satisfies Record<string, Rule>

type RuleName = keyof typeof forbidden
const ruleNames = Object.keys(forbidden) as readonly RuleName[]

const notYourFault: Words = {
  en: 'not your fault',
  es: 'no es culpa tuya',
  pt: 'a culpa não é sua',
  fr: "ce n'est pas votre faute",
  de: 'du bist nicht schuld',
}

const nobodyAlerted: Words = {
  en: 'nobody has been alerted',
  es: 'nadie ha sido avisado',
  pt: 'ninguém foi avisado',
  fr: "personne n'a été prévenu",
  de: 'niemand wurde benachrichtigt',
}

/** Phrases that a rule finds and that may stand all the same, each with the reason. */
const allowed: readonly (readonly [phrases: Words, reason: string])[] = [
  [notYourFault, 'it takes the blame away'],
  [nobodyAlerted, 'it says that no help comes by itself'],
]

function pattern(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
}

function withoutAllowed(text: string, language: Language): string {
  return allowed.reduce((left, [phrases]) => left.replaceAll(phrases[language], '…'), text.toLowerCase())
}

/** The rules that a text breaks. */
function brokenIn(text: string, language: Language): readonly RuleName[] {
  const left = withoutAllowed(text, language)
  return ruleNames.filter((name) => pattern(forbidden[name].words[language]).test(left))
}

/** What is said; words that are listened for stay out. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    key === 'words' || key === 'fillers' ? [] : sentencesIn(inner),
  )
}

function spoken(language: Language): readonly string[] {
  return sentencesIn(templates.get(language))
}

/** Lines of every knowledge document, front matter and all, with the language that each is in. */
const written = readdirSync(join(root, 'knowledge'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => {
    const text = readFileSync(join(root, 'knowledge', file), 'utf8')
    const language = languages.find((each) => text.includes(`\nlanguage: ${each}\n`))
    return [file, { language, lines: text.split('\n') }] as const
  })

const plantedSentences = ruleNames.flatMap((rule) =>
  languages.flatMap((language) =>
    forbidden[rule].planted[language].map((sentence) => [rule, language, sentence] as const),
  ),
)

it.each(plantedSentences)('the lint finds %s (%s) in "%s"', (rule, language, sentence) => {
  expect(brokenIn(sentence, language)).toContain(rule)
})

it('the lint reads every file of templates and every knowledge document', () => {
  expect([...templates.keys()].toSorted()).toEqual(languages.toSorted())
  expect(written.filter(([, { language }]) => language === undefined)).toEqual([])
  expect(written.length).toBeGreaterThan(0)
})

it.each(languages)('every sentence that the bot says by itself follows safe messaging (%s)', (language) => {
  const found = spoken(language).flatMap((text) => brokenIn(text, language).map((rule) => [rule, text]))

  expect(found).toEqual([])
})

it.each(written)('the document %s follows safe messaging', (_, { language = 'en', lines }) => {
  const found = lines.flatMap((text) => brokenIn(text, language).map((rule) => [rule, text]))

  expect(found).toEqual([])
})

it.each(
  allowed.flatMap(([phrases, reason]) => languages.map((language) => [phrases[language], reason, language] as const)),
)('"%s" may be said, since %s, and is said', (phrase, _, language) => {
  expect(spoken(language).some((text) => text.toLowerCase().includes(phrase))).toBe(true)
})

/** What a card, or what comes before an answer, names or says. */
const parts = {
  bot: { en: "i'm a bot", es: 'soy un bot', pt: 'sou um bot', fr: 'je suis un bot', de: 'ich bin ein bot' },
  'nobody alerted': nobodyAlerted,
  'a trusted person': {
    en: 'you trust',
    es: 'de confianza',
    pt: 'de confiança',
    fr: 'de confiance',
    de: 'vertrauensperson',
  },
  'a professional': {
    en: '(?:doctor|counsellor)s?',
    es: '(?:médico|psicólogo|orientador)s?',
    pt: '(?:médico|psicólogo|orientador)s?',
    fr: '(?:médecin|psychologue)s?',
    de: 'arztpraxis|ärztliche hilfe|beratungsstelle|schulberatung',
  },
  'words to begin with': {
    en: 'not sure what to say\\?',
    es: 'no sabes qué decir\\?',
    pt: '(?:não sabe o que dizer|faltam palavras)\\?',
    fr: 'les mots manquent \\?',
    de: 'dir fehlen worte\\?',
  },
  'whether it is safe to read': {
    en: 'is it safe for you to read this here\\?',
    es: 'es seguro para ti leer esto aquí\\?',
    pt: 'é seguro para você ler isto aqui\\?',
    fr: 'pouvez-vous lire ceci ici sans danger \\?',
    de: 'kannst du das hier sicher lesen\\?',
  },
  'weight or calories': {
    en: 'weigh\\p{L}*|calori\\p{L}*|kilos?|pounds?|fasting|diets?|bmi|thin|fat',
    es: 'pes[oa]s?|calor[ií]\\p{L}*|kilos?|ayun\\p{L}*|dietas?|imc|delgad[oa]|gord[oa]',
    pt: 'pes[oa]s?|calori\\p{L}*|quilos?|jejum|dietas?|imc|magr[oa]|gord[oa]',
    fr: 'poids|calori\\p{L}*|kilos?|jeûn\\p{L}*|régimes?|imc|maigre|gros(?:se)?',
    de: '\\p{L}*gewicht\\p{L}*|kalori\\p{L}*|kilos?|fasten\\p{L}*|diät\\p{L}*|bmi|dünn|dick',
  },
  'leave out weight and looks': {
    en: 'leave out weight and looks',
    es: 'sin hablar de peso ni aspecto',
    pt: 'sem falar de peso nem aparência',
    fr: "sans parler de poids ni d'apparence",
    de: 'lass gewicht und aussehen weg',
  },
  'the prescriber or a doctor': {
    en: 'prescriber|doctor',
    es: 'quien te lo recetó|médico',
    pt: 'quem o receitou|médico',
    fr: 'médecin',
    de: 'arztpraxis',
  },
  'a pharmacist': { en: 'pharmacist', es: 'farmacéutico', pt: 'farmacêutico', fr: 'pharmacien', de: 'apotheke' },
  'a verdict on safety': {
    en: '(?:un)?safe(?:ly)?|danger(?:ous)?|harm(?:less|ful)',
    es: '(?:in)?segur[oa]s?|peligros?[oa]?s?|inofensiv[oa]s?|dañin[oa]s?',
    pt: '(?:in)?segur[oa]s?|perigos?[oa]?s?|inofensiv[oa]s?|nociv[oa]s?',
    fr: '(?:sans )?dangers?|dangereu\\p{L}*|sûre?s?|inoffensi\\p{L}*|nocif\\p{L}*',
    de: '(?:un)?sicher\\p{L}*|gefahr|(?:un)?gefährlich\\p{L}*|harmlos\\p{L}*|(?:un)?schädlich\\p{L}*',
  },
  'a verdict on the person': {
    en: "(?:you|they) (?:do not |don't )?have|you are (?:not )?(?:ill|sick)",
    es: '(?:no )?tienes|padeces|sufres',
    pt: 'você (?:não )?(?:tem|sofre)',
    fr: "vous (?:n')?avez|vous (?:ne )?souffrez",
    de: 'du hast|hast du|du leidest',
  },
} as const satisfies Record<string, Words>

type PartName = keyof typeof parts

function says(part: PartName, text: string, language: Language): boolean {
  return pattern(parts[part][language]).test(text.toLowerCase())
}

/** A card as written, one of nine kinds in one of five languages, the first or the one after it. */
type Card = {
  readonly language: Language
  readonly kind: CardKind
  readonly turn: 'first' | 'again'
  readonly paragraphs: readonly string[]
}

const cards: readonly Card[] = languages.flatMap((language) =>
  cardKinds.flatMap((kind) =>
    (['first', 'again'] as const).map((turn) => ({
      language,
      kind,
      turn,
      paragraphs: said(language).cards[kind][turn],
    })),
  ),
)

function said(language: Language): Templates['help'] {
  const found = templates.get(language)
  if (found === undefined) throw new Error(`There are no templates for ${language}`)
  return found.help
}

function textOf({ paragraphs }: Card): string {
  return paragraphs.join('\n')
}

/** Words of the card's own: the list of help lines aside, with room for an emergency number in words. */
function ownWords(card: Card): number {
  const text = fill(textOf(card), { lines: '', emergency: 'your own local emergency number' })
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
}

/** A card is read in a hard moment: it has 90 words before its buttons, and its help lines may take 35 of them. */
const mostOwnWords = 60

type Check = {
  readonly title: string
  /** The cards that it is about; all of them when absent. */
  readonly about?: (card: Card) => boolean
  readonly holds: (card: Card) => boolean
  /** Paragraphs of a card that must not pass. */
  readonly planted: readonly string[]
}

const checks: readonly Check[] = [
  { title: 'says that it is a bot', holds: has('bot'), planted: ['You are not alone.'] },
  { title: 'says that nobody has been alerted', holds: has('nobody alerted'), planted: ["I'm a bot."] },
  {
    title: 'has the help lines in a paragraph of their own',
    holds: ({ paragraphs }) => paragraphs.includes('{lines}'),
    planted: ['Call one of {lines}.'],
  },
  {
    title: 'has the emergency number',
    holds: (card) => textOf(card).includes('{emergency}'),
    planted: ['{lines}'],
  },
  { title: 'names a trusted person', holds: has('a trusted person'), planted: ['Talk to a doctor.'] },
  { title: 'names a professional', holds: has('a professional'), planted: ['Talk to someone you trust.'] },
  {
    title: `has ${mostOwnWords} words of its own at most`,
    holds: (card) => ownWords(card) <= mostOwnWords,
    planted: [`In danger, call {emergency}. ${'word '.repeat(58)}`],
  },
  {
    title: 'has no digits',
    holds: (card) => !/\p{N}/u.test(textOf(card)),
    planted: ['Call 112.'],
  },
  {
    title: 'helps somebody begin who does not know what to say',
    about: ({ kind, turn }) => (kind === 'crisis' || kind === 'minor') && turn === 'first',
    holds: has('words to begin with'),
    planted: ['Tell someone how you feel.'],
  },
  {
    title: 'has the emergency number in the first paragraph',
    about: ({ kind }) => kind.startsWith('emergency'),
    holds: ({ paragraphs }) => paragraphs[0]?.includes('{emergency}') === true,
    planted: ["I'm a bot.", 'Call {emergency} now.'],
  },
  {
    title: 'asks first whether it is safe to read',
    about: ({ kind }) => kind.startsWith('abuse'),
    holds: ({ paragraphs, language }) => says('whether it is safe to read', paragraphs[0] ?? '', language),
    planted: ["I'm sorry.", 'Is it safe for you to read this here?'],
  },
  {
    title: 'has no word for weight or calories but to leave them out',
    about: ({ kind }) => kind.startsWith('eating-disorder'),
    holds: (card) => {
      const leaveOut = parts['leave out weight and looks'][card.language]
      return !says('weight or calories', textOf(card).toLowerCase().replace(leaveOut, '…'), card.language)
    },
    planted: ['Leave out weight and looks.', 'Your weight matters.'],
  },
]

function has(part: PartName): Check['holds'] {
  return (card) => says(part, textOf(card), card.language)
}

it.each(checks.map((check) => [check.title, check] as const))(
  'the check that a card %s finds one that does not',
  (_, { holds, planted }) => {
    expect(holds({ language: 'en', kind: 'crisis', turn: 'first', paragraphs: planted })).toBe(false)
  },
)

it.each(checks.flatMap((check) => languages.map((language) => [check.title, language, check] as const)))(
  'a card %s (%s)',
  (_, language, { about = () => true, holds }) => {
    const asked = cards.filter((card) => card.language === language && about(card))
    const failing = asked.filter((card) => !holds(card)).map(({ kind, turn }) => `${kind}, ${turn}`)

    expect(asked).not.toEqual([])
    expect(failing).toEqual([])
  },
)

it.each(languages)('a card that comes again has fewer words than the first (%s)', (language) => {
  const here = cards.filter((card) => card.language === language)
  const words = (turn: Card['turn']) => here.filter((card) => card.turn === turn).map(ownWords)
  const [first, again] = [words('first'), words('again')]

  expect(again.filter((count, card) => count >= (first[card] ?? 0))).toEqual([])
})

it.each(languages)('what is said on medicines names who to ask and gives no verdict and no number (%s)', (language) => {
  const text = said(language).medication.join('\n')

  expect(says('the prescriber or a doctor', text, language)).toBe(true)
  expect(says('a pharmacist', text, language)).toBe(true)
  expect(says('a verdict on safety', text, language)).toBe(false)
  expect(text).not.toMatch(/\p{N}/u)
})

it.each(languages)('what is said on diagnoses names a professional and gives no verdict (%s)', (language) => {
  const text = said(language).diagnosis.join('\n')

  expect(says('a professional', text, language)).toBe(true)
  expect(says('a verdict on the person', text, language)).toBe(false)
})

it.each([
  ['a verdict on safety', 'en', 'That is safe.'],
  ['a verdict on safety', 'en', 'This dose is unsafe, or even dangerous.'],
  ['a verdict on safety', 'es', 'Eso es inofensivo.'],
  ['a verdict on safety', 'pt', 'Isso é perigoso.'],
  ['a verdict on safety', 'fr', 'Ce médicament est sans danger.'],
  ['a verdict on safety', 'de', 'Das ist ungefährlich.'],
  ['a verdict on the person', 'en', 'You do not have an anxiety disorder.'],
  ['a verdict on the person', 'es', 'No tienes depresión.'],
  ['a verdict on the person', 'pt', 'Você não tem depressão.'],
  ['a verdict on the person', 'fr', "Vous n'avez pas de dépression."],
  ['a verdict on the person', 'de', 'Du hast eine Depression.'],
  ['weight or calories', 'es', 'El peso no importa.'],
  ['weight or calories', 'pt', 'Conte as calorias.'],
  ['weight or calories', 'fr', 'Le poids compte.'],
  ['weight or calories', 'de', 'Dein Körpergewicht zählt.'],
] as const)('the lint finds %s (%s) in "%s"', (part, language, sentence) => {
  expect(says(part, sentence, language)).toBe(true)
})
