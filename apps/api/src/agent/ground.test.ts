import { type ToolResult, createFormat } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { ground } from './ground.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'America/New_York' })
const order: ToolResult = {
  tool: 'order_status',
  outcome: 'ok',
  message: 'made up 77',
  data: {
    kind: 'order',
    number: 'ORD-1002',
    state: 'in_transit',
    expected_date: '2026-02-10',
    events: [{ at: '2026-02-04T23:30:00Z', state: 'in_transit', note: 'Left the depot' }],
  },
}
const check = (text: string, asked: string[] = []) => ground(text, [order], asked, format)

describe('ground', () => {
  it('keeps figures that the results have, however they are written', () => {
    const text = 'Order ORD-1002 is expected on February 10, 2026. Latest: February 4, 2026 at 6:30 PM.'
    expect(check(text)).toEqual({ text, unknown: [] })
  })
  it('drops the sentence of a figure that nothing shows, and only that', () => {
    const { text, unknown } = check(
      'Order ORD-1002 is in transit. It costs $1,099.98 in all. It comes on February 10, 2026.',
    )
    expect(text).toBe('Order ORD-1002 is in transit. It comes on February 10, 2026.')
    expect(unknown).toEqual(['1,099.98'])
  })
  it('does not take a message as evidence for itself', () => {
    expect(check('There are 77 of them.').unknown).toEqual(['77'])
  })
  it('takes what the customer said', () => {
    expect(check('There is no order 4711.', ['where is 4711']).unknown).toEqual([])
  })
  it('does not piece a figure together from parts of others', () => {
    expect(check('It costs $10.04.').unknown).toEqual(['10.04'])
  })
  it('keeps the lines of a list', () => {
    expect(check('In it:\n- one\n- 99 more\n- ORD-1002').text).toBe('In it:\n- one\n- ORD-1002')
  })
  it('knows groups and decimals as the same figure', () => {
    const result: ToolResult = {
      ...order,
      data: {
        kind: 'stock',
        items: [
          {
            id: 1,
            name: 'X',
            brand: 'B',
            category: 'c',
            category_name: 'C',
            price: 1299.5,
            price_text: '$1,299.50',
            currency: 'USD',
            rating: null,
            in_stock: true,
            quantity: 1200,
            picture: null,
          },
        ],
      },
    }
    expect(ground('It costs $1,299.50; 1,200 left.', [result], [], format).unknown).toEqual([])
  })
})
