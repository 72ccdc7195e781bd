import type { Problem, ToolResult } from '@marketplace-agent/api-client'
import { describe, expect, test } from 'vitest'
import { proposalExample, resultExample } from '../../testing/examples.ts'
import { proposingOf } from './proposing.ts'

const proposed: ToolResult = { ...resultExample, data: { kind: 'proposal', proposal: proposalExample } }
const refused = (data: ToolResult['data']): ToolResult => ({
  ...resultExample,
  outcome: 'refused',
  data,
  message: 'No.',
})
const problem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: 'Problem',
  status,
  code,
  detail: 'It failed.',
})
const failed = (error: Problem) => proposingOf({ status: 'error', data: undefined, error })

describe('what comes of asking for a change', () => {
  test('is a proposal', () => {
    expect(proposingOf({ status: 'success', data: proposed, error: null })).toEqual({
      step: 'proposed',
      proposal: proposalExample,
      waiting: false,
    })
  })

  test('is the one that waits, where there is one', () => {
    expect(failed({ ...problem(409, 'refused'), tool_result: refused(proposed.data) })).toEqual({
      step: 'proposed',
      proposal: proposalExample,
      waiting: true,
    })
  })

  test('is a refusal by a rule', () => {
    const data = { kind: 'refusal' as const, rule: 'return_window', facts: [], alternatives: [], passages: [] }
    expect(failed({ ...problem(403, 'refused'), tool_result: refused(data) })).toEqual({
      step: 'refused',
      card: data,
      message: 'No.',
    })
  })

  test.each([
    [401, 'needs_input'],
    [403, 'refused'],
  ])('is the want of proof (%i)', (status, code) => {
    expect(failed({ ...problem(status, code), tool_result: refused(null) }).step).toBe('unproved')
  })

  test('is a failure, else', () => {
    expect(failed(problem(503, 'unavailable')).step).toBe('failed')
    expect(proposingOf({ status: 'success', data: resultExample, error: null }).step).toBe('failed')
  })
})
