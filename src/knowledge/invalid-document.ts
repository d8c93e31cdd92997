import { formatProblem, type Problem } from './problem.ts'

/** Says why a file is not a document: all of its problems at once, in the order of their lines. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const sorted = withoutRepeats(problems).toSorted((a, b) => a.line - b.line)
    super(sorted.map(formatProblem).join('\n'))
    this.problems = sorted
  }
}

/** Two tags on one line are one problem to whoever reads the list. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()]
}
