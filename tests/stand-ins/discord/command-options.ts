import { ApplicationCommandOptionType } from 'discord.js'
import type { StoredCommand, StoredOption } from './command-store.ts'

/** What was filled in, by the name of the option. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>

type FilledOption = {
  readonly name: string
  readonly type: number
  readonly value: string | number | boolean
  readonly focused?: true
}

/** The options of a command as filled in; throws where Discord's own client would refuse to send them. */
export function fillOptions(command: StoredCommand, values: OptionValues): readonly FilledOption[] {
  for (const option of command.options ?? []) {
    const isMissing = option.required === true && values[option.name] === undefined
    if (isMissing) throw new Error(`/${command.name} needs the option "${option.name}"`)
  }
  return Object.entries(values).map(([name, value]) => {
    const option = optionOf(command, name)
    const problem = problemOf(option, value)
    if (problem !== undefined) throw new Error(`/${command.name} cannot have "${name}": ${problem}`)
    return { name, type: option.type, value }
  })
}

/** The options of a command that is still being typed, when nothing is checked yet. */
export function fillFocused(
  command: StoredCommand,
  values: OptionValues,
  focused: { readonly name: string; readonly value: string },
): readonly FilledOption[] {
  const option = optionOf(command, focused.name)
  if (option.autocomplete !== true) throw new Error(`/${command.name} suggests nothing for "${focused.name}"`)

  const others = Object.entries(values).map(([name, value]) => ({ name, type: optionOf(command, name).type, value }))
  return [...others, { ...focused, type: option.type, focused: true }]
}

function optionOf(command: StoredCommand, name: string): StoredOption {
  const option = command.options?.find((each) => each.name === name)
  if (option === undefined) throw new Error(`/${command.name} has no option "${name}"`)
  return option
}

function problemOf(option: StoredOption, value: string | number | boolean): string | undefined {
  const expected = valueTypes.get(option.type)
  if (expected === undefined) return `the stand-in knows no option of type ${option.type}`
  if (typeof value !== expected) return `it has to be a ${expected}`
  if (option.choices && !option.choices.some((choice) => choice.value === value)) return 'it is none of the choices'
  if (typeof value !== 'string') return undefined

  const { min_length: min = 0, max_length: max = maxCharacters } = option
  return value.length < min || value.length > max ? `it has to have ${min} to ${max} characters` : undefined
}

const valueTypes: ReadonlyMap<number, string> = new Map([
  [ApplicationCommandOptionType.String, 'string'],
  [ApplicationCommandOptionType.Integer, 'number'],
  [ApplicationCommandOptionType.Number, 'number'],
  [ApplicationCommandOptionType.Boolean, 'boolean'],
])

/** Longest text option (application-commands.mdx, "Application Command Option Structure"). */
const maxCharacters = 6_000
