import { describe, expect, it } from 'vitest'
import { type SpoiltCase, at, order, product, wrong, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'a field that is not known',
    (c) => Object.assign(product(c, 4), { colour: 'red' }),
    'products.json, product 4, colour: there is no such field; there are id, name, brand, category, price, rating, warranty_months, description, specs, quantity, in_stock, aliases, picture, released, upgraded_from, bought_with',
  ],
  [
    'a field that is missing',
    (c) => Reflect.deleteProperty(order(c, 1003).address, 'city'),
    'records/orders.json, RC-1003, address.city: is missing',
  ],
  [
    'a text for a number',
    (c) => {
      product(c, 1).price = wrong('1149')
    },
    'products.json, product 1, price: "1149" is not a number',
  ],
  [
    'neither of two types',
    (c) => {
      product(c, 1).rating = wrong('good')
    },
    'products.json, product 1, rating: "good" is not a number or null',
  ],
  [
    'part of a number',
    (c) => {
      at(order(c, 1004).items, 0).quantity = 1.5
    },
    'records/orders.json, RC-1004, items[0].quantity: 1.5 is not a whole number',
  ],
  [
    'too small a number',
    (c) => {
      product(c, 2).price = -1
    },
    'products.json, product 2, price: -1 is less than 0',
  ],
  [
    'too big a number',
    (c) => {
      product(c, 2).rating = 6
    },
    'products.json, product 2, rating: 6 is more than 5',
  ],
  [
    'a state that is none',
    (c) => {
      order(c, 1002).state = wrong('lost')
    },
    'records/orders.json, RC-1002, state: "lost" is none of processing, shipped, in_transit, out_for_delivery, delivered, cancelled',
  ],
  [
    'a date of another form',
    (c) => {
      order(c, 1002).expected_date = '12 March'
    },
    'records/orders.json, RC-1002, expected_date: "12 March" is not a date like 2026-02-10',
  ],
  [
    'a time of another form',
    (c) => {
      order(c, 1002).placed_at = '2026-03-06'
    },
    'records/orders.json, RC-1002, placed_at: "2026-03-06" is not a time in UTC like 2026-02-10T09:30:00Z',
  ],
  [
    'an empty list',
    (c) => {
      order(c, 1002).items = []
    },
    'records/orders.json, RC-1002, items: is empty; it needs one at least',
  ],
  [
    'a record without its number',
    (c) => Reflect.deleteProperty(at(c.records.refunds, 1), 'number'),
    'records/refunds.json, record 2, number: is missing',
  ],
  [
    'an object for a list',
    (c) => {
      c.records.refunds = wrong({})
    },
    'records/refunds.json: is not an array; write [ … ] around its records',
  ],
  [
    'a document without a title',
    (c) => Reflect.deleteProperty(at(c.documents, 0), 'title'),
    'documents/returns.md, title: is missing',
  ],
  [
    'a field of an order that is not opened',
    (c) => {
      c.settings.order_number_opens = wrong(['address'])
    },
    'shop.json, order_number_opens[0]: "address" is none of state, placed_date, carrier, expected_date, delivered_date, items, events, event_places, tracking_number',
  ],
]

describe('a record that has not its shape', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})
