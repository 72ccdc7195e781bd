import type { Intent } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import type { Clause, Understander, Understanding } from '../types.ts'
import { calibrationError, evaluateIntents } from './evaluate-intents.ts'

const noEntities: Clause['entities'] = {
  orders: [],
  trackingNumbers: [],
  complaints: [],
  refunds: [],
  emails: [],
  mentions: [],
  price: null,
  sort: null,
  inStockOnly: false,
  minRating: null,
  ordinal: null,
  pronoun: false,
  comparative: null,
  continuation: false,
  others: false,
  everything: false,
  only: false,
  quantities: [],
  remedies: [],
  complaintReason: null,
  address: null,
}

/** Understands "intent" or "intent task", with "?" where it is unsure. */
function read(text: string): Understanding {
  const [name = '', task = 'some_task'] = text.replace('?', '').split(' ')
  const intent = name as Intent
  const intents = [{ intent, score: 1 }]
  const clause: Clause = {
    text,
    start: 0,
    end: text.length,
    masked: text,
    act: 'ask',
    task,
    score: 1,
    intent,
    intents,
    tasks: [],
    confident: !text.endsWith('?'),
    entities: noEntities,
  }
  return { clauses: [clause], intent, intents, decidedBy: 'ngram', upset: false, answer: null, repeats: null }
}
const understander: Understander = {
  labels: ['refund', 'delivery', 'general'],
  vocabulary: new Set(),
  classifier: 'ngram',
  classify: () => ({ intent: 'general', intents: [], outOfScope: false }),
  read,
  understand: async (text) => read(text),
  sentences: async () => false,
  using: (classifier) => ({
    ...understander,
    classifier,
    understand: async (text) => ({ ...read(text), decidedBy: text.startsWith('refund') ? 'ngram' : classifier }),
  }),
}
const rows = (...all: object[]) => all.map((row) => JSON.stringify(row))

describe('evaluateIntents', () => {
  it('counts what is right, what is right too, and what is out of scope', async () => {
    let time = 0
    const report = await evaluateIntents(
      rows(
        { text: 'refund', intent: 'refund' },
        { text: 'delivery', intent: 'refund' },
        { text: 'delivery', intent: 'refund', alt: 'delivery' },
        { text: 'delivery', intent: 'delivery', alt: ['refund', 'general'] },
        { text: 'general out_of_scope', intent: 'general', out_of_scope: true },
        { text: 'refund?', intent: 'general', out_of_scope: true },
        { text: 'general', intent: 'general', out_of_scope: true },
        { text: 'refund?', intent: 'refund', out_of_scope: false },
      ),
      understander,
      { now: () => (time += 4) },
    )
    expect(report).toMatchObject({
      messages: 8,
      accuracy: 5 / 8,
      accuracy_alt: 6 / 8,
      out_of_scope_recall: 2 / 3,
      false_out_of_scope: 1 / 5,
      microseconds_per_message: 500,
      labels: ['refund', 'delivery', 'general'],
      confusion: { refund: { refund: 2, delivery: 2 }, delivery: { delivery: 1 }, general: { general: 2, refund: 1 } },
    })
    expect(report.by_intent.refund).toEqual({ messages: 4, precision: 2 / 3, recall: 0.5, f1: 4 / 7 })
    expect(report.macro_f1).toBeCloseTo((4 / 7 + 2 / 4 + 4 / 5) / 3)
  })

  it('says which classifier it was, how often the n-grams decided and how far it has come', async () => {
    const set = rows({ text: 'refund', intent: 'refund' }, { text: 'delivery', intent: 'refund' })
    const progress: number[][] = []
    const onProgress = (...of: number[]) => void progress.push(of)
    expect(await evaluateIntents(set, understander, { onProgress })).toMatchObject({
      classifier: 'ngram',
      decided_by_ngrams: 1,
      expected_calibration_error: 0.5,
    })
    expect(progress).toEqual([[2, 2]])
    const byBoth = await evaluateIntents(set, understander, { classifier: 'cascade' })
    expect(byBoth).toMatchObject({ classifier: 'cascade', decided_by_ngrams: 0.5 })
  })

  it('lists the mistakes by their lines', async () => {
    const [first = '', second = '', third = ''] = rows(
      { text: 'refund', intent: 'refund' },
      { text: 'refund', intent: 'delivery' },
      { text: 'refund', intent: 'general', alt: ['refund'] },
    )
    expect((await evaluateIntents([first, '', second, third], understander)).mistakes).toEqual([
      { line: 3, text: 'refund', intent: 'refund', expected: 'delivery' },
      { line: 4, text: 'refund', intent: 'refund', expected: 'general', alt: true },
    ])
  })

  it('passes over blank lines and a byte order mark', async () => {
    const lines = [`\uFEFF${rows({ text: 'refund', intent: 'refund' })[0]}`, '', '  ']
    expect(await evaluateIntents(lines, understander)).toMatchObject({ messages: 1, accuracy: 1 })
  })

  it.each([
    ['{"text": "a", "intent": "refund"', /^Line 2: this is no JSON\.$/],
    ['["a"]', /^Line 2: a row is an object/],
    ['{"text": " ", "intent": "refund"}', /^Line 2: "text"/],
    ['{"text": "a", "intent": "gossip"}', /^Line 2: "gossip" is no intent; use product_info/],
    ['{"text": "a"}', /^Line 2: .*no intent/],
    ['{"text": "a", "intent": "refund", "alt": ["delivery", "x"]}', /^Line 2: "x" is no intent/],
    ['{"text": "a", "intent": "refund", "out_of_scope": "yes"}', /^Line 2: "out_of_scope"/],
  ])('names the line of a broken row: %s', async (line, message) => {
    const lines = [...rows({ text: 'refund', intent: 'refund' }), line]
    await expect(evaluateIntents(lines, understander)).rejects.toThrow(message)
  })

  it('names the file of a broken row, too', async () => {
    await expect(evaluateIntents(['{'], understander, { file: 'a.jsonl' })).rejects.toThrow(/^a\.jsonl line 1: this/)
  })

  it('refuses a set without rows', async () => {
    await expect(evaluateIntents([''], understander)).rejects.toThrow(/no row/)
  })
})

describe('calibrationError', () => {
  it('is 0 where scores are as often right as they say', () => {
    const told = Array.from({ length: 10 }, (_, index) => ({ score: 0.7, right: index < 7 }))
    expect(calibrationError(told)).toBeCloseTo(0)
    expect(calibrationError([...told, { score: 1, right: true }])).toBeCloseTo(0)
  })

  it('is the distance where they are not', () => {
    expect(
      calibrationError([
        { score: 0.95, right: false },
        { score: 0.05, right: false },
      ]),
    ).toBeCloseTo(0.5)
  })
})
