import { createHash } from 'node:crypto'
import { type Change, CodedError, type OrderRecord, type ShopRecords } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NumberedRecord, Store } from '../port.ts'
import { auditDraft, commitOf, contractNumbers, newRefund } from './contract-commits.ts'
import { contractRecords } from './contract-records.ts'
import { testContext } from './test-context.ts'

/**
 * What every adapter of the store must do. `open` gives an empty store that holds these records, and makes numbers by
 * these patterns.
 */
export function storeContract(
  name: string,
  open: (records: ShopRecords, numbers: Readonly<Record<NumberedRecord, string>>) => Promise<Store>,
) {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open(contractRecords, contractNumbers)
    })
    afterEach(() => store.close())

    const read = async (number: string): Promise<OrderRecord> => {
      const record = await store.orderRecord(number, testContext)
      if (record === null) throw new Error(`There is no order ${number}.`)
      return record
    }
    const refundOf = async (proposal: string, number: string, order = 'A-1') =>
      commitOf(proposal, await read(order), [newRefund(number, order)])
    const allEntries = () => store.auditEntries(0, 1000, testContext)

    describe('reading', () => {
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
        const complaints = await store.complaintsOf('A-1', testContext)
        expect(complaints.map((complaint) => complaint.number)).toEqual(['C-2', 'C-1'])
        expect((await store.refund('r-1', testContext))?.amount).toBe(10)
        expect(await store.refund('R-9', testContext)).toBeNull()
        expect((await store.refundsOf('A-1', testContext)).map((refund) => refund.number)).toEqual(['R-1'])
        expect(await store.refundsOf('A-2', testContext)).toEqual([])
      })
      it('reads an order and all that belongs to it as one', async () => {
        const record = await read('a-1')
        expect(record.order).toEqual(contractRecords.orders[0])
        expect(record.deliveries.map((delivery) => delivery.tracking_number)).toEqual(['T2', 'T1'])
        expect(record.complaints.map((complaint) => complaint.number)).toEqual(['C-2', 'C-1'])
        expect(record.refunds.map((refund) => refund.number)).toEqual(['R-1'])
        expect(await store.orderRecord('A-99', testContext)).toBeNull()
      })
      it('says what it is', async () => {
        expect(await store.status(testContext)).toMatchObject({
          orders: contractRecords.orders.length,
          waiting_mail: 0,
        })
      })
    })

    describe('a commit', () => {
      it('writes records, audit entry and letter, and one version on', async () => {
        const before = await read('A-1')
        const commit = await refundOf('p-1', 'R-02')
        expect(await store.commit(commit, testContext)).toEqual({ outcome: 'committed' })
        const after = await read('A-1')
        expect(after.version).toBe(before.version + 1)
        expect(after.refunds.map((refund) => refund.number)).toEqual(['R-02', 'R-1'])
        expect((await store.refund('r-02', testContext))?.reason).toBe('Ünwanted')
        expect((await read('A-2')).version).toBe(1)
        expect(await allEntries()).toMatchObject([{ sequence: 1, proposal: 'p-1', event: 'committed' }])
        expect(await store.status(testContext)).toMatchObject({ waiting_mail: 1 })
        expect(before.refunds).toHaveLength(1)
      })
      it('changes every kind of record, found by its new values', async () => {
        const record = await read('A-1')
        const { order, deliveries, complaints } = record
        const [delivery] = deliveries
        const [complaint] = complaints
        if (delivery === undefined || complaint === undefined) throw new Error('The records lack them.')
        const cancelled = {
          ...order,
          state: 'cancelled' as const,
          customer: { ...order.customer, email: 'new@example.com' },
        }
        const commit = commitOf('p-1', record, [
          { record: 'order', before: order, after: cancelled },
          { record: 'delivery', before: delivery, after: { ...delivery, carrier: 'Van' } },
          { record: 'complaint', before: complaint, after: { ...complaint, state: 'closed' } },
          {
            record: 'complaint',
            before: null,
            after: { ...complaint, number: 'C-3', created_at: '2026-02-07T00:00:00Z' },
          },
        ])
        expect(await store.commit(commit, testContext)).toEqual({ outcome: 'committed' })
        const after = await read('A-1')
        expect(after.version).toBe(record.version + 1)
        expect(await store.ordersByEmail('NEW@example.com', testContext)).toEqual([cancelled])
        expect((await store.ordersByEmail('ann@example.com', testContext)).map(({ number }) => number)).toEqual(['A-3'])
        expect((await store.delivery('T2', testContext))?.carrier).toBe('Van')
        expect(after.complaints.map(({ number, state }) => [number, state])).toEqual([
          ['C-3', 'open'],
          ['C-2', 'closed'],
          ['C-1', 'open'],
        ])
      })
      it('takes a record that was read and went through JSON', async () => {
        const { order } = await read('A-2')
        const before = JSON.parse(JSON.stringify(order)) as typeof order
        const change = { record: 'order' as const, before, after: { ...order, state: 'cancelled' as const } }
        expect(await store.commit(commitOf('p-1', await read('A-2'), [change]), testContext)).toEqual({
          outcome: 'committed',
        })
      })
      it('is repeated, never made twice', async () => {
        const commit = await refundOf('p-1', 'R-02')
        await store.commit(commit, testContext)
        const again = await store.commit({ ...commit, idempotencyKey: 'another' }, testContext)
        const committed = {
          proposal: 'p-1',
          idempotencyKey: null,
          answer: commit.answer,
          at: commit.at,
          orders: ['A-1'],
        }
        expect(again).toEqual({ outcome: 'repeated', committed })
        expect(await store.committed('p-1', testContext)).toEqual(committed)
        expect(await store.committed('p-2', testContext)).toBeNull()
        expect(await allEntries()).toHaveLength(1)
      })
      it('is refused under the key of another proposal', async () => {
        await store.commit({ ...(await refundOf('p-1', 'R-02')), idempotencyKey: 'key' }, testContext)
        const other = { ...(await refundOf('p-2', 'R-03')), idempotencyKey: 'key' }
        expect(await store.commit(other, testContext)).toEqual({ outcome: 'key_reused' })
        const same = { ...(await refundOf('p-1', 'R-02')), idempotencyKey: 'key' }
        expect(await store.commit(same, testContext)).toMatchObject({ outcome: 'repeated' })
        expect((await read('A-1')).refunds).toHaveLength(2)
      })
      it('is a conflict where another version is there than was read, or none', async () => {
        const [one, other] = [await refundOf('p-1', 'R-02'), await refundOf('p-2', 'R-03')]
        await store.commit(one, testContext)
        expect(await store.commit(other, testContext)).toEqual({ outcome: 'conflict' })
        const unknown = { ...other, expectedVersions: { 'A-99': 1 } }
        expect(await store.commit(unknown, testContext)).toEqual({ outcome: 'conflict' })
      })
      it('is a conflict where a record is not what it was before, also with the version right', async () => {
        const record = await read('A-1')
        const stale = { ...record.order, total: 11 }
        const changes = [
          newRefund('R-02', 'A-1'),
          { record: 'order' as const, before: stale, after: { ...stale, state: 'cancelled' as const } },
        ]
        expect(await store.commit(commitOf('p-1', record, changes), testContext)).toEqual({ outcome: 'conflict' })
        expect(await store.refund('R-02', testContext)).toBeNull()
        expect(await read('A-1')).toEqual(record)
        expect(await allEntries()).toEqual([])
        expect(await store.status(testContext)).toMatchObject({ waiting_mail: 0 })
      })
      it('is a conflict where a part of an order is not what it was before', async () => {
        const record = await read('A-1')
        const { deliveries, complaints, refunds } = record
        const [delivery, complaint, refund] = [deliveries[0], complaints[0], refunds[0]]
        if (delivery === undefined || complaint === undefined || refund === undefined)
          throw new Error('The records lack them.')
        const stale: Change[] = [
          { record: 'delivery', before: { ...delivery, carrier: 'Van' }, after: { ...delivery, carrier: 'Bike' } },
          { record: 'complaint', before: { ...complaint, text: 'Else' }, after: { ...complaint, state: 'closed' } },
          { record: 'refund', before: { ...refund, amount: 9 }, after: { ...refund, amount: 8 } },
          { record: 'refund', before: { ...refund, number: 'R-77' }, after: { ...refund, number: 'R-77', amount: 8 } },
        ]
        for (const [index, change] of stale.entries())
          expect(await store.commit(commitOf(`p-${index}`, record, [change]), testContext)).toEqual({
            outcome: 'conflict',
          })
        expect(await read('A-1')).toEqual(record)
      })
      it("is a conflict where a number is taken, also another order's, and where there is no such order", async () => {
        expect(await store.commit(await refundOf('p-1', 'r-1'), testContext)).toEqual({ outcome: 'conflict' })
        expect(await store.commit(await refundOf('p-2', 'R-1', 'A-2'), testContext)).toEqual({ outcome: 'conflict' })
        const nowhere = commitOf('p-3', await read('A-1'), [newRefund('R-09', 'A-99')])
        expect(await store.commit(nowhere, testContext)).toEqual({ outcome: 'conflict' })
      })
      it('is refused where before and after are two records', async () => {
        const record = await read('A-1')
        const [refund] = record.refunds
        if (refund === undefined) throw new Error('The records lack it.')
        const change = { record: 'refund' as const, before: refund, after: { ...refund, order: 'A-2' } }
        await expect(store.commit(commitOf('p-1', record, [change]), testContext)).rejects.toThrow(CodedError)
        expect(await store.commit(await refundOf('p-2', 'R-02'), testContext)).toEqual({ outcome: 'committed' })
      })
      it('happens once of a hundred at once, and all get the same answer', async () => {
        const commit = await refundOf('p-1', 'R-02')
        const outcomes = await Promise.all(Array.from({ length: 100 }, () => store.commit(commit, testContext)))
        expect(outcomes.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1)
        expect(outcomes.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(99)
        expect((await read('A-1')).refunds).toHaveLength(2)
      })
      it('wins alone where many race for one version or one number', async () => {
        const record = await read('A-1')
        const race = (index: number) =>
          store.commit(commitOf(`p-${index}`, record, [newRefund(`R-${10 + index}`, 'A-1')]), testContext)
        const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => race(index)))
        expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => outcome === 'committed')).toHaveLength(1)
        const numbers = ['A-2', 'A-3'].map(async (order) =>
          store.commit(await refundOf(`q-${order}`, 'R-50', order), testContext),
        )
        expect((await Promise.all(numbers)).map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'conflict'])
      })
      it('is finished for a caller that has hung up', async () => {
        const context = { ...testContext, signal: AbortSignal.abort(), deadline: 0 }
        expect(await store.commit(await refundOf('p-1', 'R-02'), context)).toEqual({ outcome: 'committed' })
      })
    })

    describe('the audit log', () => {
      it('chains its entries from 1 on, without a gap', async () => {
        await store.audit(auditDraft({ rule: 'one' }), testContext)
        await store.commit(await refundOf('p-1', 'R-02'), testContext)
        await Promise.all(['two', 'three'].map((rule) => store.audit(auditDraft({ rule }), testContext)))
        const entries = await allEntries()
        expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
        expect(entries.map(({ rule }) => rule)).toEqual(['one', null, 'two', 'three'])
        let previous = '0'.repeat(64)
        for (const { hash, ...entry } of entries) {
          expect(entry.previous).toBe(previous)
          expect(createHash('sha256').update(JSON.stringify(entry)).digest('hex')).toBe(hash)
          previous = hash
        }
      })
      it('gives the entries after a number, so many', async () => {
        for (const rule of ['one', 'two', 'three']) await store.audit(auditDraft({ rule }), testContext)
        const rules = async (after: number, limit: number) =>
          (await store.auditEntries(after, limit, testContext)).map(({ rule }) => rule)
        expect(await rules(1, 1)).toEqual(['two'])
        expect(await rules(1, 9)).toEqual(['two', 'three'])
        expect(await rules(3, 9)).toEqual([])
        expect(await rules(0, 0)).toEqual([])
      })
    })

    describe('numbers', () => {
      it('are given once each, the next after the greatest', async () => {
        const reserve = (kind: NumberedRecord) => store.reserveNumber(kind, testContext)
        expect(await reserve('complaint')).toBe('C-3')
        expect(await Promise.all([reserve('refund'), reserve('refund'), reserve('complaint')])).toEqual([
          'R-01',
          'R-02',
          'C-4',
        ])
      })
      it('go on after one that was committed', async () => {
        await store.commit(await refundOf('p-1', 'R-07'), testContext)
        expect(await store.reserveNumber('refund', testContext)).toBe('R-08')
      })
      it('can be used up', async () => {
        await store.commit(await refundOf('p-1', 'R-98'), testContext)
        expect(await store.reserveNumber('refund', testContext)).toBe('R-99')
        await expect(store.reserveNumber('refund', testContext)).rejects.toMatchObject({ code: 'unavailable' })
      })
    })

    describe('mail', () => {
      const due = (now: string, limit = 9) => store.dueMail(now, limit, testContext)
      const later = '2026-02-06T11:00:00Z'
      beforeEach(async () => {
        await store.commit(await refundOf('p-1', 'R-02'), testContext)
        await store.commit(await refundOf('p-2', 'R-03'), testContext)
      })

      it('is due from its commit on, oldest first', async () => {
        const letters = await due(later)
        expect(letters.map(({ subject }) => subject)).toEqual(['Done: p-1', 'Done: p-2'])
        expect(letters[0]).toMatchObject({ to: 'ann@example.com', attempts: 0, created_at: '2026-02-06T10:00:00Z' })
        expect(new Set(letters.map(({ id }) => id)).size).toBe(2)
        expect(await due(later, 1)).toEqual(letters.slice(0, 1))
        expect(await due('2026-02-06T09:59:59.999Z')).toEqual([])
      })
      it('is gone when it was delivered', async () => {
        const [first] = await due(later)
        await store.mailDelivered(first?.id ?? '', testContext)
        await store.mailDelivered(first?.id ?? '', testContext)
        expect((await due(later)).map(({ subject }) => subject)).toEqual(['Done: p-2'])
        expect(await store.status(testContext)).toMatchObject({ waiting_mail: 1 })
      })
      it('waits its time when it failed', async () => {
        const [first] = await due(later)
        await store.mailFailed(first?.id ?? '', '2026-02-06T12:00:00Z', testContext)
        expect((await due(later)).map(({ subject }) => subject)).toEqual(['Done: p-2'])
        expect((await due('2026-02-06T12:00:00.000Z'))[0]).toMatchObject({ subject: 'Done: p-1', attempts: 1 })
        await store.mailDelivered('unknown', testContext)
        await store.mailFailed('unknown', later, testContext)
      })
    })

    it('ends what was begun before it closes, and takes nothing after', async () => {
      const commit = await refundOf('p-1', 'R-02')
      const begun = store.commit(commit, testContext)
      await store.close()
      expect(await begun).toEqual({ outcome: 'committed' })
      await expect(store.commit(commit, testContext)).rejects.toMatchObject({ code: 'unavailable' })
    })
  })
}
