import { daysBetween } from './calendar-day.ts'
import type { Document } from './document.ts'

/** How a document stands to its review on a given day. */
export type Expiry = 'current' | 'expiring' | 'lapsed'

/** Days before the last day of service from which operators are told; long enough to find a clinician for a review. */
const noticeDays = 60

/** Says whether a document may still be served on a day, and whether that ends soon. */
export function expiryOn(today: string, { reviewBy }: Document): Expiry {
  const days = daysBetween(today, reviewBy)
  if (days < 0) return 'lapsed'
  return days <= noticeDays ? 'expiring' : 'current'
}

/** Words what an operator has to know about a document whose review is due or was missed. */
export function expiryNotice(today: string, { name, reviewBy }: Document): string {
  const days = daysBetween(today, reviewBy)
  if (days < 0)
    return `${name}: review was due by ${reviewBy}, ${count(-days)} ago; it is not served until it is reviewed`

  return `${name}: review due by ${reviewBy}, ${days === 0 ? 'today' : `in ${count(days)}`}; after that day it is not served`
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
