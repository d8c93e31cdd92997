import { CST, Lexer } from 'yaml'

/** Something in YAML that can name types, repeat itself without end or nest without end. */
export type UnsafeYaml = { readonly offset: number; readonly what: string; readonly fix: string }

const plain = 'write plain "name: value" lines'

const unsafeTokens: Readonly<Partial<Record<CST.TokenType, Omit<UnsafeYaml, 'offset'>>>> = {
  tag: { what: 'a YAML tag', fix: 'put a value that begins with "!" in quotes' },
  anchor: { what: 'a YAML anchor', fix: 'put a value that begins with "&" in quotes' },
  alias: { what: 'a YAML alias', fix: 'put a value that begins with "*" in quotes' },
  'directive-line': { what: 'a YAML directive', fix: 'put a value that begins with "%" in quotes' },
  'doc-start': { what: 'a second YAML document', fix: 'write the closing "---" alone on its line' },
  'doc-end': { what: 'a second YAML document', fix: 'write the closing "---" alone on its line' },
  'explicit-key-ind': { what: 'a YAML key that is not plain text', fix: plain },
}

/** A document needs two: a list in a mapping in brackets. */
const maxNesting = 8

/** Finds what a document's front matter must not use, from the tokens alone: nothing is built yet that could grow. */
export function findUnsafeYaml(yaml: string): UnsafeYaml | undefined {
  let offset = 0
  let brackets = 0
  let dashes = 0
  let isScalar = false

  for (const lexeme of new Lexer().lex(yaml)) {
    const type = isScalar ? 'scalar' : CST.tokenType(lexeme)
    isScalar = lexeme === CST.SCALAR
    if (marks.has(lexeme)) continue

    const unsafe = type === null ? undefined : unsafeTokens[type]
    if (unsafe !== undefined) return { offset, ...unsafe }

    if (type === 'newline') dashes = 0
    if (type === 'seq-item-ind') dashes += 1
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets += 1
    if (type === 'flow-seq-end' || type === 'flow-map-end') brackets -= 1
    if (brackets + dashes > maxNesting) return { offset, what: 'too many lists in lists', fix: plain }

    offset += lexeme.length
  }
  return undefined
}

/** Tokens that the lexer adds: they stand nowhere in the text. */
const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.SCALAR, CST.FLOW_END])
