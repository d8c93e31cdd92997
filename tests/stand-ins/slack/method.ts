import type { World } from './world.ts'

/** A method of the Web API. */
export type Method = {
  /** Whose token it takes. */
  readonly token: 'bot' | 'app'
  readonly scope?: string
  /** The error that wrong arguments are answered with; left out, they are not looked at. */
  readonly badArguments?: string
  /** What is answered beside `ok: true`; throws a SlackError to refuse. */
  readonly run: (world: World, args: Args, times: MethodTimes) => object
}

export type Args = Readonly<Record<string, unknown>>

export type MethodTimes = { readonly triggerMs: number; readonly now: number }

/** A text among the arguments; empty where there is none. */
export function textArg(args: Args, name: string): string {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}
