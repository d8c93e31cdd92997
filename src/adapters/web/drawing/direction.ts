/** The direction in which a language is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return scriptsFromRight.has(scriptOf(language)) ? 'rtl' : 'ltr'
}

/** Scripts of living languages that run from right to left; Unicode 17.0, chapter 9 and 19.4. */
const scriptsFromRight: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? ''
  } catch {
    return ''
  }
}
