import { z } from 'zod'
import { apiUrl } from '../api-url.ts'
import { isLoopback } from '../is-loopback.ts'

/** How the page is served. */
export type WebSettings = {
  /** Where the public reaches this program, without a slash at the end. */
  readonly publicUrl?: string
  /** Origins of the sites that may show the chat in a frame; none where empty. */
  readonly widgetOrigins: readonly string[]
  /** Whether `/metrics` is for anybody, and not for this machine alone. */
  readonly isMetricsPublic: boolean
  /** Whether those are held back who ask faster than anybody reads. */
  readonly isRateLimited: boolean
  /** Whether a proxy before this program is believed when it says who asks. */
  readonly isProxyTrusted: boolean
}

/** The page's settings as they stand in the environment. */
export const web = {
  PUBLIC_URL: apiUrl('https://pamphlet.example', ({ pathname }) =>
    pathname === '/' ? undefined : 'has a path (the page needs an address of its own: remove what follows the host)',
  ).optional(),
  WIDGET_ORIGINS: z
    .string()
    .transform((list) => [...new Set(list.split(/[\s,]+/).filter((origin) => origin !== ''))])
    .refine(
      (origins) => origins.length > 0 && origins.every(isOrigin),
      'is no list of origins (each such as https://clinic.example without a path, commas between them)',
    )
    .default([]),
  METRICS_PUBLIC: onOff('off'),
  RATE_LIMIT: onOff('on'),
  TRUST_PROXY: onOff('off'),
} as const

type WebEnvironment = z.infer<z.ZodObject<typeof web>>

/** Makes settings of what was parsed. */
export function readWeb(parsed: WebEnvironment): WebSettings {
  return {
    ...(parsed.PUBLIC_URL === undefined ? {} : { publicUrl: parsed.PUBLIC_URL }),
    widgetOrigins: parsed.WIDGET_ORIGINS,
    isMetricsPublic: parsed.METRICS_PUBLIC,
    isRateLimited: parsed.RATE_LIMIT,
    isProxyTrusted: parsed.TRUST_PROXY,
  }
}

/** Refuses what is wrong only together: without its limit the program may not be reached from elsewhere. */
export function checkWeb(
  { HOST, RATE_LIMIT }: { readonly HOST: string; readonly RATE_LIMIT: boolean },
  context: z.RefinementCtx,
): void {
  if (RATE_LIMIT || isLoopback(HOST)) return
  context.addIssue({
    code: 'custom',
    path: ['RATE_LIMIT'],
    message: 'may be off only where HOST is 127.0.0.1 (set it to on, or remove HOST)',
  })
}

function onOff(initially: 'on' | 'off') {
  return z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], 'must be on or off'))
    .transform((value) => value === 'on')
    .default(initially === 'on')
}

/** Hosts may hold characters by which a policy ends, so that plain ones alone are taken; a `*` would let in whole domains. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(text) || !URL.canParse(text)) return false
  const { origin, protocol, hostname } = new URL(text)
  return text === origin && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
}
