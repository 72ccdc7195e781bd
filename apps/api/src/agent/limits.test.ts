import { describe, expect, it } from 'vitest'
import { createLimits } from './limits.ts'

const limit = { conversation: 2, address: 3, minutes: 10 }
const minute = 60_000

function start() {
  let time = 0
  const limits = createLimits({ now: () => new Date(0), monotonic: () => time })
  return {
    advance: (milliseconds: number) => (time += milliseconds),
    take: (conversation: string | null, address = 'a', tool = 'call') =>
      limits.take(tool, limit, { conversation, address }),
    takeMost: (most: number, conversation: string) =>
      limits.take('call', { ...limit, conversation: most }, { conversation, address: conversation }),
  }
}

describe('limits', () => {
  it('are those of the conversation, wherever it is used from', () => {
    const { take } = start()
    expect([take('c', 'a'), take('c', 'b'), take('c', 'd')]).toEqual([true, true, false])
    expect(take('other', 'd')).toBe(true)
  })

  it('are those of the address, whatever the conversation, with none too', () => {
    const { take } = start()
    expect([take('c'), take('d'), take(null), take('e'), take(null)]).toEqual([true, true, true, false, false])
    expect(take('e', 'b')).toBe(true)
  })

  it('are of each tool', () => {
    const { take } = start()
    expect([take('c'), take('c'), take('c')]).toEqual([true, true, false])
    expect(take('c', 'a', 'write')).toBe(true)
  })

  it('let go on as the time of each use passes', () => {
    const { take, advance } = start()
    take('c')
    advance(5 * minute)
    take('c')
    advance(5 * minute - 1)
    expect(take('c')).toBe(false)
    advance(1)
    expect([take('c'), take('c')]).toEqual([true, false])
  })

  it('count nothing that was not allowed', () => {
    const { take, advance } = start()
    take('c')
    take('c')
    for (let count = 0; count < 10; count++) expect(take('c')).toBe(false)
    // Of the address two uses are counted: one is left.
    expect([take('d'), take('e')]).toEqual([true, false])
    advance(10 * minute)
    expect(take('c')).toBe(true)
  })

  it('are remembered of many callers, and of no more', () => {
    const { takeMost } = start()
    expect([takeMost(1, 'first'), takeMost(1, 'first')]).toEqual([true, false])
    for (let other = 0; other < 24_999; other++) takeMost(1, `other ${other}`)
    expect(takeMost(1, 'first')).toBe(false)
    takeMost(1, 'one more')
    expect(takeMost(1, 'first')).toBe(true)
  })
})
