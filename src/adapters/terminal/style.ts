/** How lines are set off from each other; nothing is said by it that the words do not say. */
export type Style = {
  readonly bold: (line: string) => string
  readonly dim: (line: string) => string
}

/** The style with colour (ECMA-48 "select graphic rendition"), or the one that leaves lines as they are. */
export function createStyle(color: boolean): Style {
  return color ? { bold: wrapIn('\u001b[1m'), dim: wrapIn('\u001b[2m') } : { bold: asIs, dim: asIs }
}

function wrapIn(code: string): (line: string) => string {
  return (line) => (line === '' ? line : `${code}${line}\u001b[0m`)
}

function asIs(line: string): string {
  return line
}
