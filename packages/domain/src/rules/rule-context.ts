import type { ShopRules } from './policies.ts'

/** What every rule judges by, besides the record. */
export interface RuleContext {
  readonly rules: ShopRules
  /** What the catalogue knows of a product; null or undefined for one it no longer has. */
  readonly productOf: (id: number) => { readonly category: string; readonly warranty_months: number } | null | undefined
  /** The instant of asking, ISO 8601. */
  readonly now: string
  /** The calendar day, `YYYY-MM-DD`, of an instant in the shop's time zone. */
  readonly day: (instant: string) => string
}
