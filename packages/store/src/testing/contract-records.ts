import type { Complaint, Delivery, Order, ShopRecords } from '@marketplace-agent/domain'

const order = (number: string, email: string, placedAt: string): Order => ({
  number,
  state: 'delivered',
  customer: { name: 'Ann Example', email },
  address: { name: 'Ann Example', line1: '1 Road', city: 'Town', postal_code: '1', country: 'US' },
  items: [{ product_id: 1, name: 'Thing', quantity: 1, unit_price: 10 }],
  delivery_fee: 0,
  total: 10,
  placed_at: placedAt,
  expected_date: '2026-02-04',
  delivered_at: '2026-02-04T10:00:00Z',
})

const delivery = (trackingNumber: string, at: string): Delivery => ({
  tracking_number: trackingNumber,
  order: 'A-1',
  carrier: 'Cart',
  state: 'delivered',
  expected_date: '2026-02-04',
  events: [{ at, state: 'delivered', note: 'Handed over' }],
})

const complaint = (number: string, createdAt: string): Complaint => ({
  number,
  order: 'A-1',
  state: 'open',
  reason: 'damaged',
  text: 'Dented',
  created_at: createdAt,
  updated_at: createdAt,
})

export const contractRecords: ShopRecords = {
  orders: [
    order('A-1', 'ann@example.com', '2026-02-01T10:00:00Z'),
    order('A-2', 'bob@example.com', '2026-02-02T10:00:00Z'),
    order('A-3', 'Ann@example.com', '2026-02-03T10:00:00Z'),
  ],
  deliveries: [delivery('T1', '2026-02-02T10:00:00Z'), delivery('T2', '2026-02-04T10:00:00Z')],
  complaints: [complaint('C-1', '2026-02-04T11:00:00Z'), complaint('C-2', '2026-02-05T11:00:00Z')],
  refunds: [
    {
      number: 'R-1',
      order: 'A-1',
      items: [{ product_id: 1, quantity: 1 }],
      amount: 10,
      state: 'paid',
      reason: 'Dented',
      created_at: '2026-02-04T12:00:00Z',
      updated_at: '2026-02-05T12:00:00Z',
    },
  ],
}
