import { describe, expect, it } from 'vitest'
import { type SpoiltCase, at, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'a complaint about no order',
    (c) => {
      at(c.records.complaints, 1).order = 'RC-1'
    },
    'records/complaints.json, CPL-302, order: there is no order RC-1; use the number of an order in records/orders.json',
  ],
  [
    'a complaint about what was not bought',
    (c) => {
      at(c.records.complaints, 0).product_id = 4
    },
    'records/complaints.json, CPL-301, product_id: product 4 is not in order RC-1003',
  ],
  [
    'a complaint changed before it was made',
    (c) => {
      at(c.records.complaints, 0).updated_at = '2026-02-25T09:30:00Z'
    },
    'records/complaints.json, CPL-301, updated_at: lies before created_at (2026-02-26T18:00:00Z)',
  ],
  [
    'a refund before the order',
    (c) => {
      at(c.records.refunds, 0).created_at = '2026-01-01T09:00:00Z'
    },
    'records/refunds.json, RF-501, created_at: lies before order RC-1007 was placed (2026-01-12T14:00:00Z)',
  ],
  [
    'a refund of what was not bought',
    (c) => {
      at(at(c.records.refunds, 0).items, 0).product_id = 1
    },
    'records/refunds.json, RF-501, items[0].product_id: product 1 is not in order RC-1007',
  ],
  [
    'a refund of more than was bought',
    (c) => {
      at(at(c.records.refunds, 0).items, 0).quantity = 3
    },
    'records/refunds.json, RF-501, items[0].quantity: makes 3 of product 10 refunded, but order RC-1007 has 2',
  ],
  [
    'refunds of more than was bought together',
    (c) => c.records.refunds.push({ ...at(c.records.refunds, 1), number: 'RF-503' }),
    'records/refunds.json, RF-503, items[0].quantity: makes 2 of product 11 refunded, but order RC-1003 has 1',
  ],
  [
    'a refund of more than was paid',
    (c) => {
      at(c.records.refunds, 0).amount = 100
    },
    'records/refunds.json, RF-501, amount: makes 100.00 refunded, but order RC-1007 was paid with 83',
  ],
]

describe('complaints and refunds that don’t agree', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})

it('lets a rejected refund count for itself only', async () => {
  expect(
    await faultsAfter((c) =>
      c.records.refunds.push({ ...at(c.records.refunds, 1), number: 'RF-503', state: 'rejected' }),
    ),
  ).toEqual([])
})
