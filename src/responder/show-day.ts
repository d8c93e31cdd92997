import type { Templates } from './templates.ts'

/** A day such as `2026-11-23` as the language writes it: "23 Nov 2026". */
export function showDay(day: string, { source }: Templates): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(source['date-locale'], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
