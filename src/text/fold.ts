const plainAscii = /^[\n -~]*$/
const marks = /\p{M}+/gu
const invisible = /\p{Cf}+/gu
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g

/**
 * Brings text to the form in which words are compared: lower case, compatibility forms resolved,
 * accents and invisible characters removed, apostrophes made straight.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .toLowerCase()
    .replaceAll('ß', 'ss')
}
