import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadLibrary } from '../../src/knowledge/load-library.ts'
import type { Bot } from '../../src/responder/bot.ts'
import { botOver, today } from '../responder/shipped-bot.ts'

/** A bot over one document, "The sea", with these sections: a heading and a text each. */
export function botOverSections(sections: Readonly<Record<string, string>>): Bot {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-sea-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const texts = Object.entries(sections).map(([heading, text]) => `## ${heading}\n\n${text}\n`)
  writeFileSync(join(folder, 'sea.md'), [head, ...texts].join('\n'))

  const { documents, problems } = loadLibrary(folder, today)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return botOver(documents)
}

const head = `---
title: The sea
language: en
sources:
  - title: A sample
    publisher: the Pamphlet authors
reviewer: none
reviewed: 2026-11-23
review-by: 2036-11-23
---

# The sea

The sea is wide.
`
