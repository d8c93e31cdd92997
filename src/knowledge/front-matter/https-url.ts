import { quote } from '../quote.ts'

/** Normalises an address that may be linked to: https only, and no name or password in it. */
export function httpsUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined

  const url = new URL(text)
  const allowed = url.protocol === 'https:' && url.username === '' && url.password === ''
  return allowed ? url.href : undefined
}

/** Quotes an address inside a message, without a password that it may hold. */
export function quoteUrl(text: string): string {
  return quote(text.replace(/\/\/[^/]*@/, '//…@'))
}
