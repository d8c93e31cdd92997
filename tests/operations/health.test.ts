import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHealth } from '../../src/operations/health.ts'

const noon = new Date('2026-11-23T12:00:00Z')
const one = new Date('2026-11-23T13:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
})
afterEach(() => {
  vi.useRealTimers()
})

it('states() has each platform that reported, with its last state and since when', () => {
  const health = createHealth()
  health.report('discord', 'connecting')
  vi.setSystemTime(one)

  health.report('discord', 'ready')
  health.report('slack', 'degraded', 'the socket is cut')

  expect([...health.states()]).toEqual([
    ['discord', { state: 'ready', since: one }],
    ['slack', { state: 'degraded', since: one, reason: 'the socket is cut' }],
  ])
})

it('report() tells of changes alone', () => {
  const onChange = vi.fn<(platform: string, health: object) => void>()
  const health = createHealth(onChange)

  health.report('discord', 'ready')
  health.report('discord', 'ready')
  health.report('discord', 'degraded', 'the socket is cut')
  health.report('discord', 'degraded', 'the socket is cut')
  health.report('discord', 'ready')

  expect(onChange.mock.calls).toEqual([
    ['discord', { state: 'ready', since: noon }],
    ['discord', { state: 'degraded', since: noon, reason: 'the socket is cut' }],
    ['discord', { state: 'ready', since: noon }],
  ])
})

it('report() takes a new reason for a change that does not begin the state anew', () => {
  const onChange = vi.fn<(platform: string, health: object) => void>()
  const health = createHealth(onChange)
  health.report('discord', 'stopped', 'the token is refused')
  vi.setSystemTime(one)

  health.report('discord', 'stopped', 'an intent is refused')

  expect(onChange).toHaveBeenLastCalledWith('discord', {
    state: 'stopped',
    since: noon,
    reason: 'an intent is refused',
  })
})

it('states() gives a picture that later reports leave alone', () => {
  const health = createHealth()
  const before = health.states()

  health.report('discord', 'ready')

  expect(before.size).toBe(0)
})
