import type { ShopRecords } from '@marketplace-agent/domain'

const dayInMilliseconds = 86_400_000

const dateFields = new Set([
  'placed_at',
  'expected_date',
  'delivered_at',
  'cancelled_at',
  'at',
  'created_at',
  'updated_at',
])

/** Whole days from one calendar day (`YYYY-MM-DD`) to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMilliseconds)

function shiftDate(text: string, days: number): string {
  const instant = text.length > 10
  const moved = new Date(Date.parse(instant ? text : `${text}T00:00:00Z`) + days * dayInMilliseconds).toISOString()
  return instant ? moved.replace('.000Z', 'Z') : moved.slice(0, 10)
}

function shift(value: unknown, days: number, field: string): unknown {
  if (typeof value === 'string') return dateFields.has(field) ? shiftDate(value, days) : value
  if (Array.isArray(value)) return value.map((item) => shift(item, days, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shift(item, days, key)]))
}

/** The records with every date moved by whole days, so that a demo written around one day is alive on another. */
export const shiftRecords = (records: ShopRecords, days: number): ShopRecords =>
  days === 0 ? records : (shift(records, days, '') as ShopRecords)
