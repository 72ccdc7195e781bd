import type { QueryClient } from '@tanstack/react-query'

/** The operations whose answers depend on who asks, and change with what is confirmed. */
const ofCustomer = new Set([
  'listOrders',
  'getOrder',
  'getReturnOptions',
  'findRefunds',
  'getRefund',
  'findComplaints',
  'getComplaint',
])
const ofRecords = new Set([...ofCustomer, 'trackOrder', 'trackParcel'])

const isOneOf = (operations: ReadonlySet<string>) => ({
  predicate: ({ queryKey: [key] }: { queryKey: readonly unknown[] }) =>
    typeof key === 'object' && key !== null && '_id' in key && operations.has(String(Reflect.get(key, '_id'))),
})

/** Somebody else asks now, or nobody: what was shown to the one before is gone. */
export const resetPrivate = (client: QueryClient) => client.resetQueries(isOneOf(ofCustomer))

/** A change was made: everything about orders, refunds and complaints is asked for again. */
export const refreshRecords = (client: QueryClient) => client.invalidateQueries(isOneOf(ofRecords))
