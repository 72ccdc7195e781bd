/** What may be asked of an order. `status`: all of how it stands, as it is told where nothing is asked for. */
export const orderFacts = ['carrier', 'expected', 'items', 'events', 'lost', 'cancelled', 'placed', 'status'] as const
export type OrderFact = (typeof orderFacts)[number]
