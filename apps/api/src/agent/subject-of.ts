import type { Catalog } from '@marketplace-agent/catalog'

const numbers = ['order_number', 'tracking_number', 'complaint_number', 'refund_number'] as const
const fields = ['id', 'ids', 'product_id', 'from', 'to', 'around'] as const
/** More names than these say nothing at a glance. */
const mostNames = 4
const longest = 80

/**
 * What a call is about, as it was given, to be shown while it runs: "ORD-1002", "X1 Laptop and X2 Laptop"; null where it
 * has no one subject. Names nothing that the customer didn't name or see.
 */
export function subjectOf(input: Readonly<Record<string, unknown>>, catalog: Pick<Catalog, 'get'>): string | null {
  const given = [...numbers, 'q'].map((field) => input[field]).find((value) => typeof value === 'string')
  if (typeof given === 'string') return given.length > longest ? `${given.slice(0, longest - 1)}…` : given
  const ids = fields.flatMap((field) => input[field] ?? [])
  const names = ids.flatMap((id) => (typeof id === 'number' ? (catalog.get(id)?.name ?? []) : []))
  return names.length > 0 && names.length <= mostNames ? names.join(', ') : null
}
