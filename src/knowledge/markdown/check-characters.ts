import type { Report } from '../problem.ts'

/**
 * Control characters, direction overrides ("Trojan Source", CVE-2021-42574) and halves of characters:
 * a reviewer cannot see them, and a text with them does not read as it was reviewed.
 */
const forbidden = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

/** Reports each line that holds a character which no document may hold. */
export function checkCharacters(text: string, firstLine: number, report: Report): void {
  if (!forbidden.test(text)) return

  for (const [index, line] of text.split('\n').entries()) {
    const character = forbidden.exec(line)?.[0]
    if (character !== undefined)
      report(firstLine + index, `the text holds the invisible character ${nameOf(character)}`, 'remove it')
  }
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
