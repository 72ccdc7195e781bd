import { describe, expect, it } from 'vitest'
import { type SpoiltCase, type Spoil, at, delivery, order, product, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'a number of another pattern',
    (c) => {
      order(c, 1001).number = 'RC-10'
    },
    'records/orders.json, RC-10, number: "RC-10" is not of the pattern RC-#### of shop.json, such as RC-1234',
  ],
  [
    'a number twice',
    (c) => {
      order(c, 1006).number = 'RC-1001'
    },
    'records/orders.json, RC-1001, number: RC-1001 is there twice; numbers have to differ',
  ],
  [
    'no product',
    (c) => {
      at(order(c, 1002).items, 1).product_id = 99
    },
    'records/orders.json, RC-1002, items[1].product_id: there is no product 99; use the id of a product in products.json',
  ],
  [
    'a wrong sum',
    (c) => {
      order(c, 1003).total = 633.98
    },
    'records/orders.json, RC-1003, total: is 633.98, but items + delivery_fee - discount is 633.99',
  ],
  [
    'too many places',
    (c) => {
      order(c, 1004).delivery_fee = 5.001
      order(c, 1004).total = 74
    },
    'records/orders.json, RC-1004, delivery_fee: 5.001 has more decimal places than EUR (2)',
  ],
  [
    'delivered without a time',
    (c) => Reflect.deleteProperty(order(c, 1008), 'delivered_at'),
    'records/orders.json, RC-1008, delivered_at: is missing, but the order is delivered',
  ],
  [
    'a time without being delivered',
    (c) => {
      order(c, 1004).delivered_at = '2026-03-10T09:00:00Z'
    },
    'records/orders.json, RC-1004, delivered_at: is there, but the order is shipped',
  ],
  [
    'cancelled without a time',
    (c) => Reflect.deleteProperty(order(c, 1006), 'cancelled_at'),
    'records/orders.json, RC-1006, cancelled_at: is missing, but the order is cancelled',
  ],
  [
    'cancelled before it was placed',
    (c) => {
      order(c, 1006).cancelled_at = '2026-02-20T09:00:00Z'
    },
    'records/orders.json, RC-1006, cancelled_at: lies before placed_at (2026-02-27T09:00:00Z)',
  ],
  [
    'a time that is none',
    (c) => {
      order(c, 1001).placed_at = '2026-02-30T09:00:00Z'
    },
    'records/orders.json, RC-1001, placed_at: there is no time 2026-02-30T09:00:00Z',
  ],
  [
    'a day that is none',
    (c) => {
      order(c, 1001).expected_date = '2026-03-41'
    },
    'records/orders.json, RC-1001, expected_date: there is no day 2026-03-41',
  ],
  [
    'sent without a delivery',
    (c) => {
      c.records.deliveries.splice(2, 1)
    },
    'records/orders.json, RC-1004, state: is shipped, but records/deliveries.json has no delivery of this order',
  ],
  [
    'a number of another pattern',
    (c) => {
      delivery(c, 1004).tracking_number = 'TRK1'
    },
    'records/deliveries.json, TRK1, tracking_number: "TRK1" is not of the pattern TRK######## of shop.json, such as TRK12345678',
  ],
  [
    'no order',
    (c) => {
      delivery(c, 1004).order = 'RC-9999'
      order(c, 1004).state = 'processing'
    },
    'records/deliveries.json, TRK10040001, order: there is no order RC-9999; use the number of an order in records/orders.json',
  ],
  [
    'another state than the order',
    (c) => {
      order(c, 1004).state = 'in_transit'
    },
    'records/deliveries.json, TRK10040001, state: is shipped, but order RC-1004 is in_transit',
  ],
  [
    'another day than the order',
    (c) => {
      delivery(c, 1004).expected_date = '2026-03-13'
    },
    'records/deliveries.json, TRK10040001, expected_date: is 2026-03-13, but order RC-1004 says 2026-03-12',
  ],
  [
    'another state than its last event',
    (c) => {
      delivery(c, 1005).events.pop()
    },
    'records/deliveries.json, TRK10050001, state: is out_for_delivery, but the last event is in_transit',
  ],
  [
    'events out of order',
    (c) => {
      at(delivery(c, 1005).events, 1).at = '2026-03-06T20:00:00Z'
    },
    'records/deliveries.json, TRK10050001, events[1].at: lies before the event above it (2026-03-07T09:00:00Z)',
  ],
  [
    'an event before the order',
    (c) => {
      at(delivery(c, 1004).events, 0).at = '2026-03-01T20:00:00Z'
    },
    'records/deliveries.json, TRK10040001, events[0].at: lies before the order was placed (2026-03-08T19:30:00Z)',
  ],
  [
    'no events',
    (c) => {
      delivery(c, 1004).events = []
    },
    'records/deliveries.json, TRK10040001, events: are empty, but the delivery is shipped',
  ],
  [
    'delivered on another day',
    (c) => {
      order(c, 1008).delivered_at = '2026-03-03T15:45:00Z'
    },
    'records/deliveries.json, TRK10080001, events[1].at: is another day than delivered_at of order RC-1008 (2026-03-03T15:45:00Z)',
  ],
]

describe('orders and deliveries that don’t agree', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})

describe('sums in other currencies', () => {
  const priced =
    (currency: string, price: number, total: number): Spoil =>
    (c) => {
      c.settings.currency = currency
      c.records = { orders: [order(c, 1001)], deliveries: [], complaints: [], refunds: [] }
      c.products = [{ ...product(c, 4), price, bought_with: [] }]
      c.documents = []
      Object.assign(order(c, 1001), {
        total,
        items: [{ product_id: 4, name: 'Kestrel', quantity: 3, unit_price: price }],
      })
    }

  it.each([
    ['KWD', 0.101, 0.303, []],
    [
      'KWD',
      0.101,
      0.302,
      ['records/orders.json, RC-1001, total: is 0.302, but items + delivery_fee - discount is 0.303'],
    ],
    ['JPY', 1200, 3600, []],
    ['JPY', 1200, 3601, ['records/orders.json, RC-1001, total: is 3601, but items + delivery_fee - discount is 3600']],
    ['USD', 0.1, 0.3, []],
  ])('%s: three times %d is %d', async (currency, price, total, faults) => {
    expect(await faultsAfter(priced(currency, price, total))).toEqual(faults)
  })
})
