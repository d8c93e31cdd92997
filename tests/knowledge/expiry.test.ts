import { expect, it } from 'vitest'
import { expiryNotice } from '../../src/knowledge/expiry.ts'
import { parseDocument } from '../../src/knowledge/parse-document.ts'
import { documentWith } from './document-text.ts'

const document = parseDocument('low-serotonin', 'low-serotonin.md', documentWith('Text.'))

it.each([
  ['2027-11-11', 'low-serotonin: review due by 2027-11-23, in 12 days; after that day it is not served'],
  ['2027-11-22', 'low-serotonin: review due by 2027-11-23, in 1 day; after that day it is not served'],
  ['2027-11-23', 'low-serotonin: review due by 2027-11-23, today; after that day it is not served'],
  ['2027-11-24', 'low-serotonin: review was due by 2027-11-23, 1 day ago; it is not served until it is reviewed'],
  ['2028-03-01', 'low-serotonin: review was due by 2027-11-23, 99 days ago; it is not served until it is reviewed'],
])('expiryNotice() on %s says "%s"', (today, notice) => {
  expect(expiryNotice(today, document)).toBe(notice)
})
