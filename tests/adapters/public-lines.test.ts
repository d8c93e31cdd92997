import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPublicLines } from '../../src/adapters/public-lines.ts'

describe('createPublicLines()', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.advanceTimersByTime(1)
  })
  afterEach(() => void vi.useRealTimers())

  it('knows no line where none was begun', () => {
    expect(createPublicLines().join('channel', 'question')).toBeUndefined()
  })

  it('joins later questions in a channel to the line that stands there, and to no other', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')

    expect(lines.join('channel', 'second')).toBe('held')
    expect(lines.join('elsewhere', 'third')).toBeUndefined()
  })

  it('forgets a line after ten minutes, however many join it', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')
    vi.advanceTimersByTime(10 * 60_000 - 1)
    lines.join('channel', 'second')

    vi.advanceTimersByTime(2)

    expect(lines.join('channel', 'third')).toBeUndefined()
  })

  it('lets a line go with the last of its questions, whichever that is', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')
    lines.isPosted('channel', 'held', ['line'])
    lines.join('channel', 'second')

    expect(lines.leave('channel', 'first')).toEqual([])
    expect(lines.leave('channel', 'second')).toEqual(['line'])
    expect(lines.join('channel', 'third')).toBeUndefined()
  })

  it('says nothing of a question that has no line', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')

    expect(lines.leave('channel', 'another')).toBeUndefined()
    expect(lines.leave('elsewhere', 'first')).toBeUndefined()
  })

  it('says whether anybody needs a line that has just been posted', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')
    lines.begin('shared', 'other', 'first')
    lines.join('shared', 'second')
    lines.leave('channel', 'first')
    lines.leave('shared', 'first')

    expect(lines.isPosted('channel', 'held', ['line'])).toBe(false)
    expect(lines.isPosted('shared', 'other', ['line'])).toBe(true)
  })

  it('forgets a line that could not be posted, though others have joined it', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')
    lines.join('channel', 'second')

    lines.failed('channel', 'held')

    expect(lines.join('channel', 'third')).toBeUndefined()
  })

  it('forgets a line that somebody took away, and no other for another message', () => {
    const lines = createPublicLines()
    lines.begin('channel', 'held', 'first')
    lines.isPosted('channel', 'held', ['line'])

    lines.removed('channel', 'another')
    expect(lines.join('channel', 'second')).toBe('held')

    lines.removed('channel', 'line')
    expect(lines.join('channel', 'third')).toBeUndefined()
  })
})
