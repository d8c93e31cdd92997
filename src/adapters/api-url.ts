import { z } from 'zod'
import { isLoopback } from './is-loopback.ts'

/** Reads the setting that holds the base of a platform's API: without a slash at its end, and never one that sends a token in the clear over a network. */
export function apiUrl(example: string, problemWith: (url: URL) => string | undefined = () => undefined) {
  return z.string().transform((text, context) => {
    const addIssue = (message: string) => context.addIssue(message)
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      addIssue(`is no http or https address (set it to one such as ${example}, or remove it)`)
      return z.NEVER
    }

    if (url.protocol === 'http:' && !isLoopback(url.hostname)) addIssue('is http towards another machine (use https)')
    if (url.username !== '' || url.password !== '') addIssue('holds a user name or password (remove them)')
    if (url.search !== '' || url.hash !== '') addIssue('holds a "?" or "#" (remove it and what follows)')
    const problem = problemWith(url)
    if (problem !== undefined) addIssue(problem)
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  })
}
