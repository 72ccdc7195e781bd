const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The calendar day (`YYYY-MM-DD`) some days after another. */
export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * 86_400_000)

/** The same day some months later, or the month's last where it has no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(day)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), lastOfMonth)))
}
