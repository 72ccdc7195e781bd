import { describe, expect, test } from 'vitest'
import { answerExample, resultExample } from '../../testing/examples.ts'
import type { TurnEvent } from './turn-event.ts'
import { readTurnEvent } from './turn-event.ts'
import { advanceTurn, newTurn } from './turn.ts'

const after = (...events: TurnEvent[]) => events.reduce(advanceTurn, newTurn('m-1', 'where is it?'))
const status = (tool: string, about: string | null = null): TurnEvent => ({ type: 'status', tool, title: tool, about })

describe('a turn', () => {
  test('shows what is being done until its result is there', () => {
    const begun = after(status('order_status', 'A-1002'), status('search_documents'))
    expect(begun.activities.map(({ about, done }) => [about, done])).toEqual([
      ['A-1002', false],
      [null, false],
    ])
    const later = advanceTurn(begun, { type: 'card', result: resultExample })
    expect(later.activities.map(({ done }) => done)).toEqual([true, false])
    expect(later.results).toEqual([resultExample])
  })

  test('of one tool called twice, the first call ends first', () => {
    const turn = after(status('order_status', 'A-1'), status('order_status', 'A-2'), {
      type: 'card',
      result: resultExample,
    })
    expect(turn.activities.map(({ done }) => done)).toEqual([true, false])
  })

  test('joins the words as they come', () => {
    expect(after({ type: 'text', text: 'It is ' }, { type: 'text', text: 'on its way.' }).text).toBe(
      'It is on its way.',
    )
  })

  test('the whole answer at the end stands for all that came before', () => {
    const answer = answerExample({ response: 'All of it.', tool_results: [resultExample] })
    const turn = after(status('order_status'), { type: 'text', text: 'All' }, { type: 'done', answer })
    expect(turn).toMatchObject({ phase: 'done', text: 'All of it.', results: [resultExample], answer })
    expect(turn.activities.every(({ done }) => done)).toBe(true)
  })

  test('a failure keeps what came before it', () => {
    const turn = after({ type: 'card', result: resultExample }, { type: 'error', code: 'internal', detail: 'No.' })
    expect(turn).toMatchObject({
      phase: 'failed',
      results: [resultExample],
      failure: { code: 'internal', detail: 'No.' },
    })
  })
})

describe('an event of the stream', () => {
  test('is read by its name', () => {
    expect(readTurnEvent('session', { session_id: 's_1' })).toEqual({ type: 'session', sessionId: 's_1' })
    expect(readTurnEvent('status', { tool: 't', title: 'T' })).toEqual({
      type: 'status',
      tool: 't',
      title: 'T',
      about: null,
    })
    expect(readTurnEvent('status', { tool: 't', title: 'T', about: 'A-1' })).toMatchObject({ about: 'A-1' })
  })

  test('of a kind that is not known is left out', () => {
    expect(readTurnEvent('weather', {})).toBeNull()
    expect(readTurnEvent(undefined, {})).toBeNull()
  })
})
