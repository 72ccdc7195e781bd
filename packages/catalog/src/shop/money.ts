/** Amounts of one currency in its minor units (cents), so that sums are exact. */
export interface Money {
  /** Decimal places of the currency: 2 for EUR, 0 for JPY, 3 for KWD. */
  readonly places: number
  minor(amount: number): number
  /** Whether an amount has no more decimal places than the currency. */
  isWhole(amount: number): boolean
}

export function createMoney(currency: string): Money {
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const factor = 10 ** places
  const minor = (amount: number) => Math.round(amount * factor)
  return { places, minor, isWhole: (amount) => Math.abs(amount * factor - minor(amount)) < 1e-6 * Math.max(1, amount) }
}
