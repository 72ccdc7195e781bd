import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReports } from './compare-reports.ts'
import { comparisonTable } from './comparison-table.ts'
import { readReport } from './read-report.ts'

const intents = (change: object = {}) => ({
  messages: 200,
  accuracy: 0.88,
  macro_f1: 0.85,
  out_of_scope_recall: null,
  false_out_of_scope: 0.05,
  microseconds_per_message: 40,
  by_intent: { refund: { messages: 20, precision: 0.9, recall: 0.8, f1: 0.847 } },
  confusion: { refund: { refund: 16, general: 4 } },
  ...change,
})

const conversations = (change: object = {}) => ({
  conversations: 3,
  passed: 2,
  pass_rate: 2 / 3,
  runs: 1,
  by_kind: { refund: { conversations: 3, passed: 2 } },
  milliseconds_per_turn: 5,
  failures: [{ file: 'a.json', run: 1, turn: 2, said: 'hello', faults: [], response: '' }],
  ...change,
})

const names = (differences: readonly { figure: string }[]) => differences.map(({ figure }) => figure)

describe('what got better or worse', () => {
  it('knows which figures are better when lower', () => {
    const { better, worse, changed, remarks } = compareReports(
      intents(),
      intents({
        accuracy: 0.9,
        macro_f1: 0.8,
        false_out_of_scope: 0.09,
        microseconds_per_message: 20,
        by_intent: { refund: { messages: 20, precision: 0.95, recall: 0.75, f1: 0.85 } },
      }),
    )
    expect(names(better)).toEqual(['accuracy', 'by_intent.refund.precision'])
    expect(names(worse)).toEqual(['macro_f1', 'false_out_of_scope', 'by_intent.refund.recall'])
    expect(names(changed)).toEqual(['microseconds_per_message'])
    expect(remarks).toEqual([])
  })

  it('takes neither a time nor who decided for better or worse', () => {
    const base = intents({ decided_by_ngrams: 0.5 })
    const { better, worse, changed } = compareReports(
      base,
      intents({ decided_by_ngrams: 0.7, microseconds_per_message: 90 }),
    )
    expect([...better, ...worse]).toEqual([])
    expect(names(changed)).toEqual(['microseconds_per_message', 'decided_by_ngrams'])
  })

  it('compares what is in lists: the sizes of a sweep, the points of a curve', () => {
    const sweep = (found: number, slow: number) => ({
      queries: 60,
      embedder: 'lexical',
      rows: [200, 500].map((chunk) => ({
        chunk,
        passages: 90,
        by_k: [1, 3].map((k) => ({ k, found: chunk === 500 && k === 3 ? found : 0.8, mrr: 0.7 })),
        milliseconds_per_query: chunk === 200 ? slow : 1,
      })),
    })
    const { better, worse, unchanged } = compareReports(sweep(0.8, 1), sweep(0.9, 1))
    expect(names(better)).toEqual(['rows.chunk=500.by_k.k=3.found'])
    expect(worse).toEqual([])
    expect(unchanged).toBe(12)
    expect(compareReports({ queries: 60, bm25: { ndcg: 0.5 } }, sweep(0.8, 1)).remarks).toEqual([
      'The base is a report of retrieval, this one is of a sweep: nothing is compared.',
    ])
  })

  it('tells it of nested figures by what they stand in, and of unknown counts not at all', () => {
    const answers = (rate: number, share: number, found: number) => ({
      false_refusals: { rate },
      answered: share,
      found,
    })
    const { better, worse, changed } = compareReports(answers(0.1, 0.5, 7), answers(0.2, 0.6, 9))
    expect([names(better), names(worse), names(changed)]).toEqual([['answered'], ['false_refusals.rate'], ['found']])
  })

  it('takes small differences, and those of a machine, for none', () => {
    const { better, worse, unchanged } = compareReports(
      intents(),
      intents({ accuracy: 0.8805, microseconds_per_message: 44 }),
    )
    expect([...better, ...worse]).toEqual([])
    expect(unchanged).toBe(9)
  })

  it('is nothing where a report is compared with itself, whatever is in it', () => {
    const report = fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(null)))
    fc.assert(
      fc.property(report, (one) => {
        const { better, worse, changed, remarks } = compareReports(one, structuredClone(one))
        expect([...better, ...worse, ...changed, ...remarks]).toEqual([])
      }),
    )
  })
})

describe('what can be compared', () => {
  it('says so of a report of another kind', () => {
    const comparison = compareReports(conversations(), intents())
    expect(comparison.remarks).toEqual([
      'The base is a report of conversations, this one is of intents: nothing is compared.',
    ])
    expect(comparison.unchanged).toBe(0)
    expect(compareReports([1], intents()).remarks).toEqual([expect.stringContaining('no report')])
  })

  it('says so of another set, other parts, and figures that only one has', () => {
    const { remarks } = compareReports(
      { queries: 10, embedder: 'lexical', dense: { ndcg_10: 0.5 } },
      { queries: 12, embedder: 'minilm', reranked: { ndcg_10: 0.6 } },
    )
    expect(remarks).toEqual([
      expect.stringContaining('Not the same set (queries 10 -> 12)'),
      'embedder was lexical, is minilm.',
      'Only in the base: dense.ndcg_10.',
      'Not in the base: reranked.ndcg_10.',
    ])
  })

  it.each([
    ['set', { set: 'aaaa' }, { set: 'bbbb', accuracy: 0.99, mistakes: [] }, 'other lines'],
    ['size', {}, { messages: 201, accuracy: 0.99, mistakes: [] }, 'messages 200 -> 201'],
  ])('calls nothing better or worse on another %s', (_name, base, now, remark) => {
    const wrong = { mistakes: [{ line: 1, text: 'hm', intent: 'general', expected: 'refund' }] }
    const comparison = compareReports(intents({ ...base, ...wrong }), intents(now))
    expect(comparison).toMatchObject({ better: [], worse: [], fixed: [], broken: [] })
    expect(names(comparison.changed)).toContain('accuracy')
    expect(comparison.remarks[0]).toContain(`Not the same set (${remark})`)
  })

  it('tells a base that has a comparison of its own', () => {
    const base = { ...intents(), comparison: { better: [], unchanged: 3 } }
    expect(compareReports(base, intents()).remarks).toEqual([])
  })
})

describe('items', () => {
  it('tells which messages are mistaken now alone, and which were', () => {
    const mistaken = (...lines: readonly number[]) => ({
      set: 'same',
      mistakes: lines.map((line) => ({ line, text: `message ${line}`, intent: 'general', expected: 'refund' })),
    })
    const { fixed, broken, unchanged } = compareReports(intents(mistaken(1, 2)), intents(mistaken(2, 7)))
    expect({ fixed, broken }).toEqual({ fixed: ['line 1, refund: message 1'], broken: ['line 7, refund: message 7'] })
    expect(unchanged).toBe(9)
  })

  it('tells which were fixed and which broke, of the runs that both had', () => {
    const { fixed, broken } = compareReports(
      conversations(),
      conversations({
        runs: 3,
        failures: [
          { file: 'b.json', run: 1 },
          { file: 'c.json', run: 3 },
        ],
      }),
    )
    expect({ fixed, broken }).toEqual({ fixed: ['a.json'], broken: ['b.json'] })
  })
})

it('is printed with what is worse first', () => {
  const text = comparisonTable(
    compareReports(
      conversations({ by_kind: {} }),
      conversations({ by_kind: {}, passed: 1, pass_rate: 0.9, milliseconds_per_turn: 2 }),
    ),
  )
  expect(text).toBe(`compared with the base

worse (1)
  passed  2 -> 1  -1

better (1)
  pass_rate  0.667 -> 0.900  +0.233

changed (1)
  milliseconds_per_turn  5 -> 2  -3

unchanged: 2`)
})

it('reads a base, or says in one line what is wrong with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'))
  try {
    const file = join(folder, 'base.json')
    await writeFile(file, '\uFEFF{"accuracy": 0.5}')
    expect(await readReport(file)).toEqual({ accuracy: 0.5 })
    await writeFile(file, 'accuracy  0.5')
    await expect(readReport(file)).rejects.toThrow(/base\.json is no JSON; write one with --json/)
    await writeFile(file, '[]')
    await expect(readReport(file)).rejects.toThrow(/is no report/)
    await expect(readReport(join(folder, 'none.json'))).rejects.toThrow(/can't be read \(ENOENT\)/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
