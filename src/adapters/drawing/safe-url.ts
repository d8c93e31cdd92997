/** An address that can stand in angle brackets and shows its host first; undefined for any other. */
export function safeUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, username, password, href } = new URL(text)
  // What stands before an "@" is easily taken for the host.
  if (protocol !== 'https:' || username !== '' || password !== '') return undefined
  const written = href === `${text}/` ? text : href
  const address = `https://${written.slice('https://'.length).replace(marks, encodeURIComponent)}`
  return address.length > maxCharacters ? undefined : address
}

/** A longer address cannot be read anyway. */
const maxCharacters = 300

/** What a platform could read as a mark, as a second address or as a mention inside an address. */
const marks = /[|`\\<>\s]|:(?=\/\/)|@(?=everyone|here)/g
