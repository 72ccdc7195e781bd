import { describe, expect, it } from 'vitest'
import { createAttempts } from './attempts.ts'

const minute = 60_000

function start(most?: number) {
  let time = 0
  const clock = { now: () => new Date(0), monotonic: () => time }
  const attempts = createAttempts(most === undefined ? { clock } : { clock, most })
  const attempt = { number: 'N-1', email: 'ada@example.com', conversation: 'c', address: '203.0.113.7' }
  return {
    attempts,
    attempt,
    advance: (milliseconds: number) => (time += milliseconds),
    wrong: (times: number, change: Partial<typeof attempt> | { conversation: null } | { address: null } = {}) => {
      for (let count = 0; count < times; count++) attempts.wrong({ ...attempt, ...change })
    },
  }
}

describe('wrong tries', () => {
  it('close the conversation after five, for 15 minutes, wherever they come from', () => {
    const { attempts, wrong, advance } = start()
    for (let last = 1; last <= 4; last++) wrong(1, { address: `203.0.113.${last}` })
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(0)
    wrong(1, { address: '203.0.113.5' })
    expect(attempts.closedFor({ conversation: 'c', address: '203.0.113.99' })).toBe(15 * minute)
    expect(attempts.closedFor({ conversation: 'd', address: '203.0.113.5' })).toBe(0)
    advance(15 * minute - 1)
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(1)
    advance(1)
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(0)
    wrong(4)
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(0)
  })

  it('close the address after five, whatever the conversation, an IPv6 network as one', () => {
    const { attempts, wrong } = start()
    for (let last = 1; last <= 5; last++) wrong(1, { conversation: `c${last}`, address: `2001:db8::${last}` })
    expect(attempts.closedFor({ conversation: 'new', address: '2001:db8::ffff' })).toBe(15 * minute)
    expect(attempts.closedFor({ conversation: 'new', address: '2001:db8:0:1::1' })).toBe(0)
    expect(attempts.closedFor({ conversation: null, address: null })).toBe(0)
  })

  it('are forgotten 15 minutes after the last one', () => {
    const { attempts, wrong, advance } = start()
    wrong(4)
    advance(15 * minute)
    wrong(4)
    expect(attempts.closedFor({ conversation: 'c', address: '203.0.113.7' })).toBe(0)
    advance(15 * minute - 1)
    wrong(1)
    expect(attempts.closedFor({ conversation: 'c', address: '203.0.113.7' })).toBe(15 * minute)
  })

  it('are taken back by a right one for the conversation, not for the address', () => {
    const { attempts, attempt, wrong } = start()
    for (let round = 0; round < 5; round++) {
      expect(attempts.closedFor(attempt)).toBe(0)
      wrong(1)
      attempts.right(attempt)
    }
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(0)
    expect(attempts.closedFor(attempt)).toBe(15 * minute)
  })

  it('slow tries at the same order or e-mail, and never lock them', () => {
    const { attempts, wrong, advance } = start()
    const delays = Array.from({ length: 10 }, (_, count) => {
      const delay = attempts.delayFor('n-1 ', 'someone@example.com')
      wrong(1, { conversation: `c${count}`, address: `203.0.113.${count}`, email: `${count}@example.com` })
      return delay
    })
    expect(delays).toEqual([0, 0, 0, 125, 250, 500, 1000, 2000, 2000, 2000])
    wrong(2000, { conversation: null, address: null })
    expect(attempts.delayFor('N-1', 'ada@example.com')).toBe(2000)
    expect(attempts.delayFor('N-2', ' ADA@example.com')).toBe(2000)
    expect(attempts.delayFor('N-2', 'bob@example.com')).toBe(0)
    advance(15 * minute)
    expect(attempts.delayFor('N-1', 'ada@example.com')).toBe(0)
  })

  it('are remembered of so many conversations, of so many addresses, and no more', () => {
    const { attempts, wrong } = start(10)
    wrong(5, { address: null })
    for (let other = 0; other < 9; other++) wrong(1, { conversation: `other ${other}` })
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBeGreaterThan(0)
    wrong(1, { conversation: 'one more' })
    expect(attempts.closedFor({ conversation: 'c', address: null })).toBe(0)
    expect(attempts.closedFor({ conversation: null, address: '203.0.113.7' })).toBeGreaterThan(0)
  })
})
