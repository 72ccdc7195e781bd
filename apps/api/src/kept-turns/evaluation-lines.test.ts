import { evaluateIntents } from '@marketplace-agent/intent'
import { describe, expect, it } from 'vitest'
import { openTestKnowledge } from '../testing/test-app.ts'
import { chosenTurns, evaluationLines } from './evaluation-lines.ts'
import type { KeptTurn } from './port.ts'

const turn = (text: string, change: Partial<KeptTurn> = {}): KeptTurn => ({
  at: `2026-02-0${(text.length % 9) + 1}T12:00:00.000Z`,
  why: 'unsure',
  text,
  understood: { intent: 'general', task: 'shop_info', score: 0.3, unsure: true, classifier: 'ngram' },
  meant: null,
  tools: [],
  ...change,
})

const meant = (intent: 'refund' | 'delivery', sure = true) => ({
  why: 'corrected' as const,
  meant: { intent, task: intent === 'refund' ? 'start_refund' : 'track_parcel', sure },
})

async function* stream(turns: readonly KeptTurn[]) {
  yield* turns
}
const linesOf = (...turns: readonly KeptTurn[]) => evaluationLines(stream(turns))

describe('a line', () => {
  it('has what was meant where a customer has shown it, else what is to be reviewed', async () => {
    expect(await linesOf(turn('a thing'), turn('b', meant('refund')), turn('c', meant('refund', false)))).toEqual([
      { text: 'a thing', intent: 'general', review: true, why: 'unsure', count: 1 },
      { text: 'b', intent: 'refund', why: 'corrected', count: 1 },
      { text: 'c', intent: 'refund', review: true, why: 'corrected', count: 1 },
    ])
  })

  it('stands once for what says the same, with how often it came', async () => {
    const lines = await linesOf(
      turn('Where is it?!', { at: '2026-02-01T00:00:00.000Z' }),
      turn('Where is it?!', { at: '2026-02-01T00:00:00.000Z', ...meant('delivery') }),
      turn('other'),
      turn('where  is it', { at: '2026-02-02T00:00:00.000Z' }),
    )
    expect(lines).toEqual([
      { text: 'Where is it?!', intent: 'delivery', why: 'corrected', count: 2 },
      expect.objectContaining({ text: 'other' }),
    ])
  })

  it('names what others meant by the same words, and wants a look then', async () => {
    const day = (count: number) => ({ at: `2026-02-0${count}T00:00:00.000Z` })
    expect(
      await linesOf(
        turn('give it back', { ...day(1), ...meant('delivery') }),
        turn('give it back', { ...day(2), ...meant('refund') }),
        turn('give it back', { ...day(3), ...meant('refund') }),
      ),
    ).toEqual([{ text: 'give it back', intent: 'refund', alt: ['delivery'], review: true, why: 'corrected', count: 3 }])
  })

  it('is marked where it was taken for nothing of a shop’s', async () => {
    const { understood } = turn('')
    expect(await linesOf(turn('a poem', { understood: { ...understood, task: 'out_of_scope' } }))).toMatchObject([
      { out_of_scope: true, review: true },
    ])
  })

  it('is none of a message that was nothing but personal', async () => {
    expect(await linesOf(turn('{order}, {email}'), turn('?!'))).toEqual([])
  })
})

it('are those asked for', async () => {
  const turns = [
    turn('a', { at: '2026-02-01T23:00:00.000Z' }),
    turn('b', { at: '2026-02-02T00:00:00.000Z' }),
    turn('c', { at: '2026-02-03T00:00:00.000Z', why: 'handed_over' }),
  ]
  const texts = async (choice: Parameters<typeof chosenTurns>[1]) =>
    (await evaluationLines(chosenTurns(stream(turns), choice))).map(({ text }) => text)
  expect(await texts({})).toEqual(['a', 'b', 'c'])
  expect(await texts({ since: '2026-02-02' })).toEqual(['b', 'c'])
  expect(await texts({ why: ['unsure'] })).toEqual(['a', 'b'])
})

it('can be measured as they are', async () => {
  const { understander, close } = await openTestKnowledge()
  const lines = await linesOf(turn('where is {order}', meant('delivery')), turn('blorp it', meant('refund')))
  const report = await evaluateIntents(
    lines.map((line) => JSON.stringify(line)),
    understander,
  )
  expect(report.messages).toBe(2)
  await close()
})
