/**
 * Estimates what a line of Markdown costs the parser beside its letters, in marks.
 *
 * The weights were fitted to measured times. Dear are back-ticks that nothing closes and starts of tags (each makes the
 * parser read on to the end of the block) and quotes and underlined headings (it goes back over what it has built).
 */
export function weighMarks(line: string): number {
  return weights.reduce((sum, { pattern, weight }) => sum + weight * (line.match(pattern)?.length ?? 0), 0)
}

const weights = [
  { pattern: /[*_~[\]!&\\`]/g, weight: 1 },
  { pattern: /`{3,}/g, weight: 200 },
  { pattern: /<(?=[a-z/!?])/gi, weight: 20 },
  { pattern: /^ {0,3}>/g, weight: 3 },
  { pattern: /^ {0,3}(?:=+|-+)[ \t]*$/g, weight: 5 },
  { pattern: /\|/g, weight: 0.2 },
] as const
