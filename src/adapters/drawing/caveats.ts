import type { Block } from '../../responder/answer.ts'

/** Whether a text limits the one before it, so that the two must not come apart. */
export function limitsTheTextBefore(text: string): boolean {
  return opensWithCaveat.test(text)
}

/** Whether a block does so with its first words. */
export function limitsTheBlockBefore(block: Block | undefined): boolean {
  return block !== undefined && limitsTheTextBefore(firstText(block))
}

/**
 * How sentences begin that take back part of what was just said, in the languages of the templates.
 *
 * A list of ours: what health texts say after "you can". Read in every language at once, since documents and templates
 * may differ, and holding one sentence too many together does no harm.
 */
const openers = {
  en: [
    'unless|except|but|however|although|though|yet|otherwise|instead|without|only|if|not|never|avoid|always',
    "do not|don[’']t|does not|should not|must not|cannot|stop|tell|ask|talk to",
    '(?:this|that|it|they|these) (?:is|are|do|does|may|can) not',
  ],
  es: ['a menos que|salvo|excepto|pero|sin embargo|aunque|no|nunca|jamás|s[oó]lo|si|evit[ea]|(?:esto|eso) no'],
  pt: [
    'a menos que|salvo|exceto|mas|porém|no entanto|contudo|embora|não|nunca|jamais|s[oó]|somente|apenas|se|evite',
    '(?:isto|isso) não',
  ],
  fr: [
    'sauf|à moins|excepté|mais|cependant|toutefois|pourtant|bien que|ne|jamais|seulement|uniquement|si|évitez?',
    '(?:ceci|cela) ne',
  ],
  de: [
    'außer|es sei denn|aber|jedoch|doch|allerdings|obwohl|nicht|nie|niemals|nur|wenn|falls|sonst|keine?|vermeiden?',
    '(?:das|dies) (?:bedeutet|heißt) nicht',
  ],
} as const

/** French words that lose their end before a vowel: "n'arrêtez", "s'il", "bien qu'il". */
const elided = "(?:n|s|bien qu)['’]\\p{L}"

const words = `(?:${Object.values(openers).flat().join('|')})(?!\\p{L})`
const opensWithCaveat = new RegExp(`^[^\\p{L}\\p{N}]*(?:${words}|${elided})`, 'iu')

function firstText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children.map((part) => (part.type === 'break' ? ' ' : part.value)).join('')
    case 'list':
      return firstTextIn(block.items[0])
    case 'blockquote':
      return firstTextIn(block.children)
    case 'table':
      return ''
  }
}

function firstTextIn(blocks: readonly Block[] | undefined): string {
  const [first] = blocks ?? []
  return first === undefined ? '' : firstText(first)
}
