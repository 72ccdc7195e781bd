import type { Change, ChatAnswer } from '@marketplace-agent/domain'
import { expect, it } from 'vitest'
import { judge } from './judge.ts'

const answer: ChatAnswer = {
  response: 'Done.',
  session_id: 's',
  intent: 'refund',
  intents: [],
  sources: [],
  tool_results: [],
  suggestions: [],
  degraded: [],
}

const refund = (number: string): Change => ({
  record: 'refund',
  before: null,
  after: {
    number,
    order: 'A-1',
    items: [{ product_id: 1, quantity: 1 }],
    amount: 5,
    reason: 'other',
    state: 'requested',
    created_at: '2026-02-05T12:00:00Z',
    updated_at: '2026-02-05T12:00:00Z',
  },
})

it.each([
  ['nothing where nothing is expected', [], [], []],
  ['what is expected', [{ record: 'refund', order: 'A-1' }], [refund('R-1')], []],
  ['the same twice', [{ record: 'refund', order: 'A-1' }], [refund('R-1'), refund('R-2')], ['wrote 2 records, not 1']],
  ['what is not expected', [], [refund('R-1')], ['wrote refund R-1']],
  ['nothing where something is', [{ record: 'refund' }], [], ['did not write {"record":"refund"}']],
])('tells of writing %s', (_what, changes, written, faults) => {
  expect(judge({ changes }, answer, written)).toEqual(faults)
})
