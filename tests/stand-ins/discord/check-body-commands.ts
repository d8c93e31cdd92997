import { Locale } from 'discord.js'
import { repeated } from './check-body-components.ts'

/** A command or an option of one, as far as its shape is checked. */
export type Named = {
  readonly type?: number | null
  readonly name: string
  readonly name_localizations?: Localized
  readonly description?: string | null
  readonly description_localizations?: Localized
  readonly required?: boolean | null
  readonly autocomplete?: boolean | null
  readonly min_length?: number | null
  readonly max_length?: number | null
  readonly choices?: readonly Choice[] | null
  readonly options?: readonly Named[] | null
  readonly contexts?: readonly number[] | null
  readonly integration_types?: readonly number[] | null
}

type Localized = Readonly<Record<string, string>> | null

type Choice = { readonly name: string; readonly name_localizations?: Localized; readonly value: string | number }

/**
 * Finds what Discord refuses about commands whose shapes are right.
 *
 * Written from interactions/application-commands.mdx of discord-api-docs, as of 2026-11-23.
 */
export function checkCommand(command: Named): readonly string[] {
  const isSlash = (command.type ?? slash) === slash
  const problems = isSlash ? checkSlash(command) : checkMenuItem(command)
  return [
    ...problems,
    ...repeated(command.contexts ?? []).map((each) => `the context ${each} stands twice`),
    ...repeated(command.integration_types ?? []).map((each) => `the integration type ${each} stands twice`),
  ].map((problem) => `"${command.name}": ${problem}`)
}

/** Finds commands of one type that share a name. */
export function checkTogether(commands: readonly Named[]): readonly string[] {
  const names = commands.map(({ type, name }) => `${type ?? slash} "${name}"`)
  return [
    ...repeated(names).map((name) => `the command of type ${name} stands twice`),
    ...(commands.filter(({ type }) => (type ?? slash) === slash).length > 100 ? ['more than 100 slash commands'] : []),
  ]
}

const slash = 1

function checkMenuItem({ name, name_localizations, description, description_localizations, options }: Named) {
  return [
    ...([name, ...Object.values(name_localizations ?? {})].every((each) => each.trim() === each)
      ? []
      : ['a name has outer spaces']),
    ...checkLocales(name_localizations),
    ...((description ?? '') === '' && Object.keys(description_localizations ?? {}).length === 0
      ? []
      : ['a menu item has no description']),
    ...((options ?? []).length === 0 ? [] : ['a menu item has no options']),
  ]
}

function checkSlash(command: Named): readonly string[] {
  const size = sizeOf(command)
  return [
    ...checkNamed(command),
    ...checkOptions(command.options ?? []),
    ...(size > 8000 ? [`${size} characters in all, 8000 are allowed`] : []),
  ]
}

function checkNamed({ name, name_localizations, description, description_localizations }: Named): readonly string[] {
  const names = [name, ...Object.values(name_localizations ?? {})]
  const isDescribed = (description ?? '').trim() !== ''
  return [
    ...names
      .filter((each) => !namePattern.test(each) || each !== each.toLowerCase())
      .map((each) => `"${each}" is no name`),
    ...(isDescribed ? [] : [`"${name}" has no description`]),
    ...checkLocales(name_localizations),
    ...checkLocales(description_localizations),
  ]
}

/** "Application Command Naming": lower case where there is one. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

function checkLocales(localized: Localized | undefined): readonly string[] {
  return Object.keys(localized ?? {})
    .filter((locale) => !locales.has(locale))
    .map((locale) => `"${locale}" is no locale of Discord's`)
}

const locales: ReadonlySet<string> = new Set(Object.values(Locale))

function checkOptions(options: readonly Named[]): readonly string[] {
  const isLate = options.some(
    ({ required }, place) => required === true && options.slice(0, place).some((each) => each.required !== true),
  )
  const spoken = ['', ...new Set(options.flatMap(({ name_localizations }) => Object.keys(name_localizations ?? {})))]
  return [
    ...(isLate ? ['a required option stands behind one that is not'] : []),
    ...spoken.flatMap((locale) =>
      repeated(options.map(({ name, name_localizations }) => name_localizations?.[locale] ?? name)).map(
        (name) => `two options have the name "${name}"`,
      ),
    ),
    ...options.flatMap((option) => [
      ...checkNamed(option),
      ...checkChoices(option),
      ...checkOptions(option.options ?? []),
    ]),
  ]
}

function checkChoices({ name, choices, autocomplete, min_length, max_length }: Named): readonly string[] {
  return [
    ...(autocomplete === true && (choices ?? []).length > 0 ? [`"${name}" has both choices and autocomplete`] : []),
    ...((min_length ?? 0) > (max_length ?? 6000) ? [`"${name}" asks for more text than it allows`] : []),
    ...repeated((choices ?? []).map((choice) => choice.name)).map((each) => `two choices have the name "${each}"`),
    ...(choices ?? [])
      .filter(({ value }) => value === '' || String(value).length > 100)
      .map((each) => `the choice "${each.name}" has a value of no or over 100 characters`),
    ...(choices ?? []).flatMap((choice) => checkLocales(choice.name_localizations)),
  ]
}

/** Characters of a command as Discord adds them up, the longest translation of each text. */
function sizeOf({ name, name_localizations, description, description_localizations, options, choices }: Named): number {
  const sizes = [
    longest(name, name_localizations),
    longest(description ?? '', description_localizations),
    ...(options ?? []).map(sizeOf),
    ...(choices ?? []).map((choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length),
  ]
  return sizes.reduce((sum, size) => sum + size, 0)
}

function longest(text: string, localized: Localized | undefined): number {
  return Math.max(text.length, ...Object.values(localized ?? {}).map(({ length }) => length))
}
