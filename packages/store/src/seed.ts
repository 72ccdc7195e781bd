import { createHash } from 'node:crypto'
import type { ShopRecords } from '@marketplace-agent/domain'
import { daysBetween, shiftRecords } from './shift-dates.ts'

export interface SeedOptions {
  /** The shop's name. */
  readonly shop: string
  readonly records: ShopRecords
  /** The day the records were written around (null: their dates are true), and the day it is in the shop's time zone. */
  readonly anchorDate: string | null
  readonly today: string
  /** True where the shop's clock is set by hand: dates stay as they were written. */
  readonly datesAsWritten: boolean
}

/** What a state seeded from the shop's folder would be made of. `records` moves the dates to today. */
export interface Seed {
  readonly shop: string
  /** SHA-256 of the records as the shop's folder has them. */
  readonly source: string
  readonly as_written: boolean
  readonly shift_days: number
  records(): ShopRecords
}

export function seedOf({ shop, records, anchorDate, today, datesAsWritten }: SeedOptions): Seed {
  const asWritten = datesAsWritten || anchorDate === null
  const shiftDays = asWritten || anchorDate === null ? 0 : daysBetween(anchorDate, today)
  return {
    shop,
    source: createHash('sha256').update(JSON.stringify(records)).digest('hex'),
    as_written: asWritten,
    shift_days: shiftDays,
    records: () => shiftRecords(records, shiftDays),
  }
}
