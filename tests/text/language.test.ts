import { expect, it } from 'vitest'
import { loadEverydayWords } from '../../src/text/everyday-words.ts'
import { detectLanguage } from '../../src/text/language.ts'

const everyday = loadEverydayWords()

function languageOf(text: string): string | undefined {
  return detectLanguage(text, everyday)
}

it.each([
  ['en', 'what is this about and how can it be treated'],
  ['en', 'my doctor told me to ask'],
  ['es', '¿por qué tengo la serotonina baja?'],
  ['es', 'qué puedo hacer si estoy muy triste'],
  ['es', 'cuales son las causas de la serotonina baja'],
  ['pt', 'por que a minha serotonina está baixa?'],
  ['pt', 'o que eu posso fazer para ter mais serotonina'],
  ['fr', 'pourquoi est-ce que ma sérotonine est basse ?'],
  ['fr', 'que puis-je faire pour avoir plus de sérotonine'],
  ['de', 'warum ist mein Serotonin so niedrig?'],
  ['de', 'was kann ich gegen zu wenig Serotonin machen'],
  ['it', 'perché la mia serotonina è bassa?'],
  ['it', 'che cosa posso fare per la serotonina'],
  ['nl', 'waarom is mijn serotonine zo laag?'],
  ['nl', 'wat kan ik doen met te weinig serotonine'],
  ['pl', 'dlaczego moja serotonina jest za niska?'],
  ['sv', 'varför är mitt serotonin så lågt?'],
  ['sv', 'vad kan jag göra om det är för lågt'],
  ['tr', 'neden benim serotonin seviyem bu kadar az'],
  ['id', 'mengapa serotonin saya rendah dan apa yang bisa saya lakukan'],
])('detectLanguage() finds %s in "%s"', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

it.each([
  ['und-Cyrl', 'почему у меня низкий серотонин'],
  ['und-Arab', 'لماذا ينخفض السيروتونين'],
  ['und-Grek', 'γιατί είναι χαμηλή η σεροτονίνη'],
  ['und-Hebr', 'למה הסרוטונין שלי נמוך'],
  ['und-Deva', 'सेरोटोनिन कम क्यों होता है'],
  ['und-Hang', '세로토닌이 왜 낮아요'],
  ['und-Jpan', 'セロトニンが少ないのはなぜですか'],
  ['und-Hans', '血清素为什么会偏低'],
  ['und-Thai', 'ทำไมเซโรโทนินต่ำ'],
])('detectLanguage() tells the script alone, %s, of "%s"', (script, text) => {
  expect(languageOf(text)).toBe(script)
})

it.each([
  // loan words and foreign names
  'is the mediterranean a la carte diet good for serotonin',
  'does a siesta or a cafe au lait in the morning help serotonin',
  'my therapist Dr. de la Cruz says it is genetic',
  // one foreign word in an English question
  'what does serotonina mean in English',
  // one word in another script
  'what is серотонин in English please',
])('detectLanguage() does not take "%s" for a foreign message', (text) => {
  expect([undefined, 'en']).toContain(languageOf(text))
})

it.each(['serotonin', 'hola', 'stress', 'diet?', 'die', 'no', '', '👍'])(
  'detectLanguage() does not guess from one word: "%s"',
  (text) => {
    expect(languageOf(text)).toBeUndefined()
  },
)
