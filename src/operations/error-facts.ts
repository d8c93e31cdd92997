/** What is told of a fault: where it happened and what kind it is. */
export type ErrorFacts = {
  readonly name: string
  readonly code?: string | number
  /** HTTP status. */
  readonly status?: number
  /** Lines of the stack, innermost first. */
  readonly frames?: readonly string[]
  readonly cause?: ErrorFacts
}

const limits = { maxFrames: 12, maxCauses: 3 } as const

/** Tells what is harmless about anything thrown: never its message, where libraries put people's words and tokens. */
export function errorFacts(error: unknown, causesLeft: number = limits.maxCauses): ErrorFacts {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` }

  const code = 'code' in error ? error.code : undefined
  const status = 'status' in error ? error.status : undefined
  return {
    name: errorName.test(error.name) ? error.name : 'Error',
    ...(isCode(code) ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    frames: framesOf(error),
    ...(error.cause !== undefined && causesLeft > 0 ? { cause: errorFacts(error.cause, causesLeft - 1) } : {}),
  }
}

/** A class name, with a code behind it where a library writes one: `DiscordAPIError[50013]`. */
const errorName = /^[\w$]{1,60}(?: ?\[[\w$]{1,60}\])?$/

/** A word such as `ECONNRESET`, or a number; a sentence is none. */
function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code))
}

/** The line of a stack that names a function and a place in a file, and nothing beside it. */
const frame =
  /^ {4}at (?:[\w$.<>#[\] ]{1,200} \()?(?:(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]{1,300}:\d+:\d+|<anonymous>)\)?$/

/** A message may be made of lines that look like a stack, so it is cut off first. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const end = stack.indexOf(message) + message.length
  return (stack.includes(message) ? stack.slice(end) : stack)
    .split('\n')
    .filter((line) => frame.test(line))
    .map((line) => line.trim())
    .slice(0, limits.maxFrames)
}
