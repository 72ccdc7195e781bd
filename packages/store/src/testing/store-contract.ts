import type { CallContext, ShopRecords } from '@marketplace-agent/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../port.ts'
import { contractRecords } from './contract-records.ts'

export const testContext: CallContext = {
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
}

/** What every adapter of the store must do. `open` gets the records that it shall hold. */
export function storeContract(name: string, open: (records: ShopRecords) => Promise<Store>) {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open(contractRecords)
    })
    afterAll(() => store.close())

    it('finds an order by its number, in any case', async () => {
      expect(await store.order('a-1', testContext)).toEqual(contractRecords.orders[0])
      expect(await store.order('A-99', testContext)).toBeNull()
    })
    it("finds a customer's orders by e-mail, newest first, and nobody else's", async () => {
      const orders = await store.ordersByEmail('  Ann@Example.com ', testContext)
      expect(orders.map((order) => order.number)).toEqual(['A-3', 'A-1'])
      expect(await store.ordersByEmail('nobody@example.com', testContext)).toEqual([])
    })
    it('finds deliveries by tracking number and by order, newest first', async () => {
      expect((await store.delivery('t1', testContext))?.order).toBe('A-1')
      expect(await store.delivery('T9', testContext)).toBeNull()
      const deliveries = await store.deliveriesOf('a-1', testContext)
      expect(deliveries.map((delivery) => delivery.tracking_number)).toEqual(['T2', 'T1'])
      expect(await store.deliveriesOf('A-2', testContext)).toEqual([])
    })
    it('finds complaints and refunds by number and by order', async () => {
      expect((await store.complaint('c-1', testContext))?.order).toBe('A-1')
      expect(await store.complaint('C-9', testContext)).toBeNull()
      expect((await store.complaintsOf('A-1', testContext)).map((complaint) => complaint.number)).toEqual([
        'C-2',
        'C-1',
      ])
      expect((await store.refund('r-1', testContext))?.amount).toBe(10)
      expect(await store.refund('R-9', testContext)).toBeNull()
      expect((await store.refundsOf('A-1', testContext)).map((refund) => refund.number)).toEqual(['R-1'])
      expect(await store.refundsOf('A-2', testContext)).toEqual([])
    })
    it('says what it is', async () => {
      expect((await store.status(testContext)).orders).toBe(contractRecords.orders.length)
    })
  })
}
