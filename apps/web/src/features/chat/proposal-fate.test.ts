import { expect, test } from 'vitest'
import { exchangeExample, proposalExample as proposal, resultExample } from '../../testing/examples.ts'
import { proposalFate } from './proposal-fate.ts'

const proposed = exchangeExample(1, 'money back, please', { proposal })

test('it is open while the server says so', () => {
  expect(proposalFate(proposal, 0, [proposed], proposal)).toBe('open')
})

test('said once more, it is open further down', () => {
  const exchanges = [proposed, exchangeExample(2, 'what was that?', { proposal })]
  expect(proposalFate(proposal, 0, exchanges, proposal)).toBe('closed')
  expect(proposalFate(proposal, 1, exchanges, proposal)).toBe('open')
})

test('a result of its tool means that it was confirmed', () => {
  const done = exchangeExample(2, 'yes', { tool_results: [{ ...resultExample, tool: proposal.tool }] })
  expect(proposalFate(proposal, 0, [proposed, done], null)).toBe('confirmed')
})

test('another proposal has taken its place, and its result is not this one’s', () => {
  const other = exchangeExample(2, 'only the bit', { proposal: { ...proposal, id: 'p-2' } })
  const done = exchangeExample(3, 'yes', { tool_results: [{ ...resultExample, tool: proposal.tool }] })
  expect(proposalFate(proposal, 0, [proposed, other, done], null)).toBe('closed')
})

test('it was dropped by a no', () => {
  expect(proposalFate(proposal, 0, [proposed, exchangeExample(2, 'no')], null)).toBe('dropped')
})

test('with nothing after it, it is over', () => {
  expect(proposalFate(proposal, 0, [proposed], null)).toBe('closed')
})
