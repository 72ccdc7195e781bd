import type { Change, OrderRecord } from '@marketplace-agent/domain'

/** An order with changes made to it and to what belongs to it. */
export function withChanges(record: OrderRecord, changes: readonly Change[]): OrderRecord {
  const put = <T extends { number: string }>(list: readonly T[], after: T) => [
    ...(list.some(({ number }) => number === after.number) ? [] : [after]),
    ...list.map((each) => (each.number === after.number ? after : each)),
  ]
  return changes.reduce<OrderRecord>((now, change) => {
    switch (change.record) {
      case 'order':
        return { ...now, order: change.after }
      case 'delivery': {
        const { after } = change
        const same = (each: { tracking_number: string }) => each.tracking_number === after.tracking_number
        return { ...now, deliveries: now.deliveries.map((each) => (same(each) ? after : each)) }
      }
      case 'complaint':
        return { ...now, complaints: put(now.complaints, change.after) }
      case 'refund':
        return { ...now, refunds: put(now.refunds, change.after) }
    }
  }, record)
}
