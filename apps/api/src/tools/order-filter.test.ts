import type { ListedOrder } from '@marketplace-agent/domain'
import { expect, it } from 'vitest'
import { type OrderFilter, filterOrders } from './order-filter.ts'

const order = (
  number: string,
  placed: string,
  state: ListedOrder['state'],
  total: number,
  product: number,
): ListedOrder => ({
  number,
  state,
  placed_date: placed,
  expected_date: null,
  delivered_date: null,
  items: [{ product_id: product, name: `Product ${product}`, quantity: 1 }],
  total,
})

/** A Wednesday. */
const today = '2026-03-04'
const orders = [
  order('today', '2026-03-04', 'processing', 50, 1),
  order('monday', '2026-03-02', 'shipped', 200, 2),
  order('sunday', '2026-03-01', 'delivered', 75, 1),
  order('february', '2026-02-28', 'delivered', 900, 3),
  order('last january', '2025-01-15', 'cancelled', 20, 2),
]

it.each<[OrderFilter, string[]]>([
  [{}, ['today', 'monday', 'sunday', 'february', 'last january']],
  [{ state: ['delivered', 'cancelled'] }, ['sunday', 'february', 'last january']],
  [{ product_id: [1] }, ['today', 'sunday']],
  [{ state: ['delivered'], product_id: [1, 2] }, ['sunday']],
  [{ placed: 'today' }, ['today']],
  [{ placed: 'yesterday' }, []],
  [{ placed: 'this_week' }, ['today', 'monday']],
  [{ placed: 'last_week' }, ['sunday', 'february']],
  [{ placed: 'this_month' }, ['today', 'monday', 'sunday']],
  [{ placed: 'last_month' }, ['february']],
  [{ placed: 'this_year' }, ['today', 'monday', 'sunday', 'february']],
  [{ placed: 'last_year' }, ['last january']],
  [{ placed: '01' }, ['last january']],
  [{ placed: '2026-01' }, []],
  [{ placed: '2025' }, ['last january']],
  [{ min_total: 75, below_total: 900 }, ['monday', 'sunday']],
  [{ above_total: 75, max_total: 900 }, ['monday', 'february']],
  [{ sort: 'total', limit: 2 }, ['last january', 'today']],
  [{ sort: '-total', limit: 1 }, ['february']],
  [{ sort: 'placed', limit: 1 }, ['last january']],
])('%j leaves %j', (filter, left) => {
  expect(filterOrders(orders, filter, today).map(({ number }) => number)).toEqual(left)
})
