import type { ReturnOptionsCard, StartRefundData } from '@marketplace-agent/api-client'

export type ReturnWish = StartRefundData['body']

/** How many of each product are to go back, by its id; none where it isn't in it. */
export type Chosen = Readonly<Record<number, number>>

/** All that may go back. */
export const everythingOf = ({ items }: ReturnOptionsCard): Chosen =>
  Object.fromEntries(items.filter(({ allowed }) => allowed).map(({ product_id, left }) => [product_id, left]))

const isEverything = (card: ReturnOptionsCard, chosen: Chosen) =>
  Object.entries(everythingOf(card)).every(([id, left]) => chosen[Number(id)] === left)

/** What is asked for; null where nothing is chosen. */
export function wishOf(card: ReturnOptionsCard, chosen: Chosen, reason: string): ReturnWish | null {
  const items = card.items
    .map(({ product_id }) => ({ product_id, quantity: chosen[product_id] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  if (items.length === 0) return null
  const why = reason.trim()
  return { order_number: card.order_number, items, ...(why !== '' && { reason: why }) }
}

export interface Brought {
  amount: number
  /** The amount is what will come back; else it is as near as the options say, and the proposal says it to the cent. */
  exact: boolean
  /** What the shop keeps of it, once for each refund. */
  costs: number
}

/** What comes back for what is chosen. An item's amount is for all its pieces that are left, before the costs of a return. */
export function amountOf(card: ReturnOptionsCard, chosen: Chosen): Brought {
  const worth = (of: Chosen) =>
    card.items.reduce((sum, { product_id, amount, left }) => {
      return sum + (left === 0 ? 0 : (amount * (of[product_id] ?? 0)) / left)
    }, 0)
  const kept = worth(everythingOf(card)) - card.amount
  // What is left of adding fractions is no amount.
  const costs = kept < 0.005 ? 0 : kept
  if (isEverything(card, chosen)) return { amount: card.amount, exact: true, costs }
  return { amount: Math.max(0, worth(chosen) - costs), exact: false, costs }
}
