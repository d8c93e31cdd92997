/** One thing that an author must change before a file can be served. */
export type Problem = {
  /** Path as the operator gave it, `knowledge/sleep.md`. */
  readonly file: string
  /** Line in the file, from 1; 1 where the whole file is meant. */
  readonly line: number
  readonly message: string
  /** What to do about it, as an instruction. */
  readonly fix: string
}

/** Takes one problem of the file at hand. */
export type Report = (line: number, message: string, fix: string) => void

/** Words a problem as one line that editors can jump to: `knowledge/sleep.md:1: … (…)`. */
export function formatProblem({ file, line, message, fix }: Problem): string {
  return `${file}:${line}: ${message} (${fix})`
}
