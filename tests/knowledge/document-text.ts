/** Front matter with nothing wrong in it; `more` adds fields. */
export function frontMatter(more = ''): string {
  return `---
title: Why sleep matters
language: en
sources:
  - title: Sleep Basics
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
${more}---
`
}

/** A valid document that holds `markdown` in its one section. */
export function documentWith(markdown: string): string {
  return `${frontMatter()}
# Why sleep matters

## Rest

${markdown}
`
}
