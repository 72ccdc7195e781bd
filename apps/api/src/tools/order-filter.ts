import { type ListedOrder, orderStates, StringEnum } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import { holds } from './define-tool.ts'

/** Periods that are told by today. */
const periods = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_year',
  'last_year',
] as const
type Period = (typeof periods)[number]

export const orderFilter = Type.Object(
  {
    state: Type.Optional(
      Type.Array(StringEnum(orderStates), {
        maxItems: 6,
        description: 'Only orders in one of these states.',
        examples: [['processing']],
      }),
    ),
    product_id: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        maxItems: 100,
        description: 'Only orders with one of these products in them.',
        ...holds('products'),
      }),
    ),
    placed: Type.Optional(
      Type.String({
        pattern: `^(\\d{4}|\\d{4}-\\d{2}|\\d{2}|${periods.join('|')})$`,
        description: `Only orders placed then: a year, a month (2026-01; 01 is January of any year), or ${periods.join(', ')}.`,
        examples: ['last_month'],
      }),
    ),
    min_total: Type.Optional(Type.Number({ minimum: 0, description: 'A total of at least this.', examples: [10] })),
    max_total: Type.Optional(Type.Number({ minimum: 0, description: 'A total of at most this.', examples: [1500] })),
    above_total: Type.Optional(Type.Number({ minimum: 0, description: 'A total of more than this.', examples: [10] })),
    below_total: Type.Optional(
      Type.Number({ minimum: 0, description: 'A total of less than this.', examples: [1500] }),
    ),
    sort: Type.Optional(
      StringEnum(['-placed', 'placed', 'total', '-total'], {
        description: 'By the day or the total, with a minus the latest or highest first; the latest first without it.',
        examples: ['-total'],
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'How many at most; all without it.', examples: [10] }),
    ),
  },
  { additionalProperties: false },
)
export type OrderFilter = Static<typeof orderFilter>

const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** The first and the last calendar day of a period, both in it; weeks begin on Mondays. */
function daysOf(period: Period, today: string): readonly [first: string, last: string] {
  const [year = '', month = ''] = today.split('-')
  const monday = dayBefore(today, (new Date(today).getUTCDay() + 6) % 7)
  const monthBefore = dayBefore(`${year}-${month}-01`, 1).slice(0, 7)
  switch (period) {
    case 'today':
      return [today, today]
    case 'yesterday':
      return [dayBefore(today, 1), dayBefore(today, 1)]
    case 'this_week':
      return [monday, today]
    case 'last_week':
      return [dayBefore(monday, 7), dayBefore(monday, 1)]
    case 'this_month':
      return [`${year}-${month}-01`, today]
    case 'last_month':
      return [`${monthBefore}-01`, `${monthBefore}-31`]
    case 'this_year':
      return [`${year}-01-01`, today]
    case 'last_year':
      return [`${Number(year) - 1}-01-01`, `${Number(year) - 1}-12-31`]
  }
}

function isPlaced({ placed_date: day }: ListedOrder, placed: string, today: string): boolean {
  const period = periods.find((each) => each === placed)
  if (period === undefined) return placed.length === 2 ? day.slice(5, 7) === placed : day.startsWith(placed)
  const [first, last] = daysOf(period, today)
  return day >= first && day <= last
}

/** The orders that a filter leaves, in its order. `orders`: the newest first; `today`: in the shop's time zone. */
export function filterOrders(orders: readonly ListedOrder[], filter: OrderFilter, today: string): ListedOrder[] {
  const { state, product_id, placed, sort = '-placed', limit } = filter
  const { min_total = 0, max_total = Infinity, above_total = -1, below_total = Infinity } = filter
  const fitting = orders.filter(
    (order) =>
      (state === undefined || state.includes(order.state)) &&
      (product_id === undefined || order.items.some((item) => product_id.includes(item.product_id))) &&
      (placed === undefined || isPlaced(order, placed, today)) &&
      order.total >= min_total &&
      order.total <= max_total &&
      order.total > above_total &&
      order.total < below_total,
  )
  const ordered = {
    '-placed': () => fitting,
    placed: () => fitting.toReversed(),
    total: () => fitting.toSorted((one, other) => one.total - other.total),
    '-total': () => fitting.toSorted((one, other) => other.total - one.total),
  }[sort]()
  return ordered.slice(0, limit)
}
