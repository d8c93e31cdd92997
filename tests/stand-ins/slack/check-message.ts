import { argumentsOf, type CheckedArguments } from './check-arguments.ts'
import { checkIds } from './check-ids.ts'
import { checkMarks, checkPrompts } from './check-marks.ts'
import { checkTold } from './check-told.ts'

/**
 * Says in words what Slack would refuse about the arguments of a method, or what the bot promised and did not keep; empty
 * when they are right.
 *
 * The arguments are values, as the bot gave them: not yet the strings of a form. `response_url` stands for the body that
 * goes to a response address.
 */
export function checkMessage(method: string, args: unknown): readonly string[] {
  const schema = argumentsOf[method]
  if (schema === undefined) return [`${method} is no method whose arguments are checked`]

  const { success, data, error } = schema.safeParse(args)
  return success ? checkFurther(data) : error.issues.map(({ path, message }) => `${place(path)}: ${message}`)
}

function checkFurther({ text, view, blocks = view?.blocks ?? [], prompts = [] }: CheckedArguments): readonly string[] {
  const markdown = blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0)
  return [
    ...(markdown > 12_000 ? [`${markdown} characters of Markdown together, 12000 are allowed`] : []),
    ...(loneSurrogate.test(JSON.stringify([text, blocks, prompts])) ? ['a text is no well-formed Unicode'] : []),
    ...checkIds(blocks),
    ...checkMarks(text, blocks),
    ...checkPrompts(prompts),
    ...(text === undefined ? [] : checkTold(text, blocks)),
  ]
}

function place(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (all, key) => all + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    'arguments',
  )
}

/** Half a character, as JSON writes it; whole ones it writes as they are. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f][\da-f]{2}/
