/** Decimal places of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Amounts of a currency in its minor units (cents), so that sums are exact. */
export interface MinorUnits {
  minor(amount: number): number
  major(minor: number): number
}

export function minorUnits(digits: number): MinorUnits {
  const factor = 10 ** digits
  return { minor: (amount) => Math.round(amount * factor), major: (minor) => minor / factor }
}

/** `amount * part / whole`, rounded half up; exact, however large. All are whole and not negative, `whole` not 0. */
export const shareOf = (amount: number, part: number, whole: number): number =>
  Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)))
