/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** Whether an instant as the schemas have it is a real one (no 31 February, no 25 o'clock). */
export const isInstant = (instant: string): boolean => isDay(instant.slice(0, 10)) && !Number.isNaN(Date.parse(instant))

/** Whether one instant lies before another. */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other)
