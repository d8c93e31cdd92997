import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ConfigError, parseConfig } from '../src/config.ts'

it('parseConfig() serves the documents of the package, in colour, where nothing is set', () => {
  expect(parseConfig({})).toEqual({ knowledgeDir: resolve('knowledge'), color: true })
})

it('parseConfig() takes an empty setting for none', () => {
  expect(parseConfig({ KNOWLEDGE_DIR: ' ', NO_COLOR: '' })).toEqual(parseConfig({}))
})

it('parseConfig() takes a folder from the working directory on', () => {
  expect(parseConfig({ KNOWLEDGE_DIR: 'tests/../knowledge' }).knowledgeDir).toBe(resolve('knowledge'))
})

it('parseConfig() turns colours off at any value of NO_COLOR', () => {
  expect(parseConfig({ NO_COLOR: '0' }).color).toBe(false)
})

it.each(['no-such-folder', 'package.json'])(
  'parseConfig() refuses the folder "%s", with the fix and no value',
  (folder) => {
    const parse = () => parseConfig({ KNOWLEDGE_DIR: folder })

    expect(parse).toThrow(ConfigError)
    expect(parse).toThrow(/^Cannot read the settings:\n {2}KNOWLEDGE_DIR names no folder \(set it to .*\)$/)
  },
)

it('.env.example names every setting and no other', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name)

  expect(named).toEqual(['KNOWLEDGE_DIR', 'NO_COLOR'])
})
