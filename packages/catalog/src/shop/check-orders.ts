import type { Delivery, Order, ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { createNumberReader } from '../numbers/number-reader.ts'
import { type Fault, type Note, noteIn } from './fault.ts'
import { isBefore, isDay, isInstant } from './instants.ts'
import type { Money } from './money.ts'

interface Scope {
  readonly settings: ShopSettings
  readonly products: ReadonlyMap<number, ProductRecord>
  readonly orders: ReadonlyMap<string, Order>
  readonly money: Money
}

/** That orders add up, name products that exist and have the dates and parcels that their state asks for. */
export function checkOrders(orders: readonly Order[], deliveries: readonly Delivery[], scope: Scope): Fault[] {
  const faults: Fault[] = []
  const withParcel = new Set(deliveries.map(({ order }) => order))
  const note = (order: Order) => noteIn(faults, 'records/orders.json', order.number)
  checkNumbers(
    orders,
    (order) => order.number,
    scope.settings.numbers.order,
    (order) => note(order),
  )
  for (const order of orders) {
    checkItems(order, scope, note(order))
    checkDates(order, note(order))
    const sent = order.state !== 'processing' && order.state !== 'cancelled'
    if (sent && !withParcel.has(order.number)) {
      note(order)('state', `is ${order.state}, but records/deliveries.json has no delivery of this order`)
    }
  }
  return faults
}

/** That numbers are of the shop's pattern and each is there once. */
export function checkNumbers<T>(
  records: readonly T[],
  numberOf: (record: T) => string,
  pattern: string,
  noteOf: (record: T) => Note,
  field = 'number',
) {
  const reader = createNumberReader(pattern)
  const seen = new Set<string>()
  for (const record of records) {
    const number = numberOf(record)
    if (!reader.conforms(number))
      noteOf(record)(field, `"${number}" is not of the pattern ${pattern} of shop.json, such as ${reader.example}`)
    if (seen.has(number)) noteOf(record)(field, `${number} is there twice; numbers have to differ`)
    seen.add(number)
  }
}

function checkItems(order: Order, { products, money, settings }: Scope, note: Note) {
  order.items.forEach(({ product_id: id }, index) => {
    if (!products.has(id))
      note(`items[${index}].product_id`, `there is no product ${id}; use the id of a product in products.json`)
  })
  const amounts = [
    ...order.items.map((item, index) => [`items[${index}].unit_price`, item.unit_price] as const),
    ['delivery_fee', order.delivery_fee] as const,
    ['discount', order.discount ?? 0] as const,
    ['total', order.total] as const,
  ]
  for (const [field, amount] of amounts) {
    if (!money.isWhole(amount))
      note(field, `${amount} has more decimal places than ${settings.currency} (${money.places})`)
  }
  const items = order.items.reduce((sum, { unit_price: price, quantity }) => sum + money.minor(price) * quantity, 0)
  const total = items + money.minor(order.delivery_fee) - money.minor(order.discount ?? 0)
  if (total !== money.minor(order.total)) {
    const sum = (total / 10 ** money.places).toFixed(money.places)
    note('total', `is ${order.total}, but items + delivery_fee - discount is ${sum}`)
  }
}

function checkDates(order: Order, note: Note) {
  const { state, placed_at: placed, delivered_at: delivered, cancelled_at: cancelled, expected_date: expected } = order
  for (const [field, instant] of [
    ['placed_at', placed],
    ['delivered_at', delivered],
    ['cancelled_at', cancelled],
  ] as const) {
    if (instant === undefined) continue
    if (!isInstant(instant)) note(field, `there is no time ${instant}`)
    else if (isBefore(instant, placed)) note(field, `lies before placed_at (${placed})`)
  }
  if (expected !== null && !isDay(expected)) note('expected_date', `there is no day ${expected}`)
  if ((state === 'delivered') !== (delivered !== undefined)) {
    note(
      'delivered_at',
      state === 'delivered' ? 'is missing, but the order is delivered' : `is there, but the order is ${state}`,
    )
  }
  if ((state === 'cancelled') !== (cancelled !== undefined)) {
    note(
      'cancelled_at',
      state === 'cancelled' ? 'is missing, but the order is cancelled' : `is there, but the order is ${state}`,
    )
  }
}

/** That each delivery belongs to an order, agrees with it, and has its events in order. */
export function checkDeliveries(deliveries: readonly Delivery[], { settings, orders }: Scope): Fault[] {
  const faults: Fault[] = []
  const noteOf = (delivery: Delivery) => noteIn(faults, 'records/deliveries.json', delivery.tracking_number)
  checkNumbers(deliveries, (one) => one.tracking_number, settings.numbers.tracking, noteOf, 'tracking_number')
  for (const delivery of deliveries) {
    const note = noteOf(delivery)
    const order = orders.get(delivery.order)
    if (order === undefined)
      note('order', `there is no order ${delivery.order}; use the number of an order in records/orders.json`)
    else checkAgreement(delivery, order, note)
    checkEvents(delivery, order, note)
    if (delivery.expected_date !== null && !isDay(delivery.expected_date))
      note('expected_date', `there is no day ${delivery.expected_date}`)
  }
  return faults
}

function checkAgreement(delivery: Delivery, order: Order, note: Note) {
  if (delivery.state !== order.state) note('state', `is ${delivery.state}, but order ${order.number} is ${order.state}`)
  if (delivery.expected_date !== order.expected_date) {
    note('expected_date', `is ${delivery.expected_date}, but order ${order.number} says ${order.expected_date}`)
  }
}

function checkEvents({ events, state }: Delivery, order: Order | undefined, note: Note) {
  events.forEach(({ at }, index) => {
    const before = events[index - 1]?.at ?? order?.placed_at
    if (!isInstant(at)) note(`events[${index}].at`, `there is no time ${at}`)
    else if (before !== undefined && isBefore(at, before)) {
      note(
        `events[${index}].at`,
        `lies before ${index === 0 ? `the order was placed (${before})` : `the event above it (${before})`}`,
      )
    }
  })
  const last = events.at(-1)
  if (last === undefined && state !== 'processing') note('events', `are empty, but the delivery is ${state}`)
  if (last !== undefined && last.state !== state) note('state', `is ${state}, but the last event is ${last.state}`)
  if (
    last?.state === 'delivered' &&
    order?.delivered_at !== undefined &&
    last.at.slice(0, 10) !== order.delivered_at.slice(0, 10)
  ) {
    note(
      `events[${events.length - 1}].at`,
      `is another day than delivered_at of order ${order.number} (${order.delivered_at})`,
    )
  }
}
