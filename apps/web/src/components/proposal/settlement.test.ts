import type { ToolResult } from '@marketplace-agent/api-client'
import { describe, expect, test } from 'vitest'
import { conversationExample, exchangeExample, proposalExample, resultExample } from '../../testing/examples.ts'
import { settlementOf } from './settlement.ts'

const done: ToolResult = { ...resultExample, tool: proposalExample.tool, data: { kind: 'refunds', refunds: [] } }
const dropped: ToolResult = {
  ...resultExample,
  tool: proposalExample.tool,
  data: { kind: 'proposal', proposal: proposalExample },
}
const before = exchangeExample(1, 'give me my money back', { tool_results: [done] })
const since = before.at

describe('a proposal', () => {
  test('is open while it waits in its conversation', () => {
    const view = conversationExample({ proposal: proposalExample, exchanges: [before] })
    expect(settlementOf(proposalExample, view, since)).toEqual({ fate: 'open', result: null })
  })

  test('was confirmed where its tool has come to a result since', () => {
    const view = conversationExample({ exchanges: [before, exchangeExample(2, 'yes', { tool_results: [done] })] })
    expect(settlementOf(proposalExample, view, since)).toEqual({ fate: 'confirmed', result: done })
  })

  test('was dropped where it came back and waits no more', () => {
    const view = conversationExample({ exchanges: [before, exchangeExample(2, '', { tool_results: [dropped] })] })
    expect(settlementOf(proposalExample, view, since)).toEqual({ fate: 'dropped', result: null })
  })

  test('was dropped where nothing was said of its tool while there was time', () => {
    const view = conversationExample({ exchanges: [before, exchangeExample(2, 'no')] })
    expect(settlementOf({ ...proposalExample, expires: '2026-02-05T12:10:00Z' }, view, since).fate).toBe('dropped')
    expect(settlementOf({ ...proposalExample, expires: '2026-02-05T12:01:30Z' }, view, since).fate).toBe('closed')
  })

  test('was not dropped where a yes was refused', () => {
    const refused: ToolResult = { ...dropped, outcome: 'refused', data: null }
    const view = conversationExample({ exchanges: [before, exchangeExample(2, 'yes', { tool_results: [refused] })] })
    expect(settlementOf(proposalExample, view, since).fate).toBe('closed')
  })

  test('that another has taken the place of is closed', () => {
    const other = exchangeExample(2, 'only one', { proposal: { ...proposalExample, id: 'p-2' } })
    const view = conversationExample({ exchanges: [before, other] })
    expect(settlementOf(proposalExample, view, since).fate).toBe('closed')
  })

  test('that was confirmed while the next one was made is confirmed', () => {
    const next = exchangeExample(2, 'yes', { tool_results: [done], proposal: { ...proposalExample, id: 'p-2' } })
    const view = conversationExample({ exchanges: [before, next] })
    expect(settlementOf(proposalExample, view, since)).toEqual({ fate: 'confirmed', result: done })
  })

  test('that is gone without either is closed; what was done before it is not its result', () => {
    const view = conversationExample({ exchanges: [before] })
    expect(settlementOf(proposalExample, view, since)).toEqual({ fate: 'closed', result: null })
  })
})
