import type { Document } from '../knowledge/document.ts'
import type { Triage } from '../safety/triage.ts'
import type { EverydayWords } from '../text/everyday-words.ts'
import { detectLanguage } from '../text/language.ts'

/** In which language to reply to a message, and which documents can answer it. */
export type ReadLanguage = (
  text: string,
  locale: string | undefined,
  triage: Pick<Triage, 'level' | 'language'>,
) => {
  /** Language of the message as far as it shows, else of the person's platform. */
  readonly language?: string
  /** The documents in that language; absent where there is none. */
  readonly within?: (document: Document) => boolean
}

/** Prepares reading languages for a library. A message that shows no language is looked for in every document. */
export function createReadLanguage(documents: readonly Document[], everyday: EverydayWords): ReadLanguage {
  const languages = new Set(documents.map(({ language }) => base(language)))
  const scripts = new Set([...languages].map(scriptOf))

  return (text, locale, triage) => {
    const detected = detectLanguage(text, everyday) ?? signLanguage(triage)
    const language = detected ?? (locale === undefined ? undefined : base(locale))
    const named = language === undefined ? {} : { language }
    if (detected === undefined || languages.size === 0) return { ...named, within: () => true }
    if (languages.has(detected)) return { ...named, within: (document) => base(document.language) === detected }
    if (scripts.has(scriptOf(detected)) && detected.startsWith('und')) return { ...named, within: () => true }
    return named
  }
}

/** Where a sign was found its language is known, short as the message may be. */
function signLanguage({ level, language }: Pick<Triage, 'level' | 'language'>): string | undefined {
  return level === 'none' || language === 'und' ? undefined : language
}

function base(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag
}

function scriptOf(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? 'Latn'
}
