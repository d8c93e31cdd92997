import type { Document } from '../../../src/knowledge/document.ts'
import { parseDocument } from '../../../src/knowledge/parse-document.ts'
import { createLayWords } from '../../../src/knowledge/search/lay-words.ts'
import { loadEverydayWords } from '../../../src/text/everyday-words.ts'

/** Search words without any list of lay words. */
export const plainWords = { layWords: createLayWords({ same: [], near: [] }), everyday: loadEverydayWords() }

/** A document of a few short sections, given as slug, heading and text; `asked` holds phrasings by slug. */
export function smallDocument(
  name: string,
  title: string,
  sections: Readonly<Record<string, readonly [heading: string, text: string]>>,
  asked: Readonly<Record<string, readonly string[]>> = {},
): Document {
  const phrasings = Object.entries(asked).map(
    ([slug, questions]) => `  ${slug}:\n    asked: ${JSON.stringify(questions)}\n`,
  )
  const body = Object.values(sections).map(([heading, text]) => `## ${heading}\n\n${text}\n`)
  return parseDocument(
    name,
    `${name}.md`,
    `---
title: ${title}
language: en
sources:
  - title: A source
reviewer: none
reviewed: 2026-11-23
review-by: 2027-11-23
${phrasings.length === 0 ? '' : `sections:\n${phrasings.join('')}`}---

# ${title}

${body.join('\n')}`,
  )
}
