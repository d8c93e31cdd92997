import { expect, it } from 'vitest'
import { limits } from '../../../src/adapters/slack/limits.ts'

/** Blocks that stand beside body and rows: source and disclaimer. */
const others = 2

it('limits leave room for everything that stands below the longest body of a message or modal', () => {
  const rows = 2 * limits.maxRows

  expect(limits.maxBodyBlocks + rows + others).toBeLessThanOrEqual(limits.maxBlocks)
  expect(limits.maxModalBlocks + rows + others).toBeLessThanOrEqual(limits.maxViewBlocks)
})

it('limits leave room for all pages of the home tab, each with its heading, and the disclaimer', () => {
  const page = 1 + limits.maxPageBlocks + limits.maxPageRows

  expect(5 * page + 1).toBeLessThanOrEqual(limits.maxViewBlocks)
})
