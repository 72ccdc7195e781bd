import { englishLocale } from './english-locale.ts'
import type { SpecDefinition } from './schema/shop.ts'
import type { SpecValue } from './schema/product.ts'

/** How a shop writes money, dates and specs: amounts and numbers as its locale does, words in English. */
export interface Format {
  /** `1299` -> `$1,299`, `1099.98` -> `$1,099.98`. */
  money(amount: number): string
  number(value: number): string
  /** `2026-02-10` or an instant -> `February 10, 2026`, an instant in the shop's time zone, `2025-09` -> `September 2025`. */
  date(date: string): string
  dateTime(instant: string): string
  /** `24` -> `2 years`, `18` -> `18 months`, `0` -> `none`. */
  months(count: number): string
  list(items: readonly string[]): string
  spec(definition: SpecDefinition | undefined, value: SpecValue): string
  /** The calendar day, `YYYY-MM-DD`, of an instant in the shop's time zone. */
  day(instant: Date | string): string
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const mostRemembered = 2000

/** Remembers what was written for a text: Intl takes microseconds for a date, and the same dates come again and again. */
function remembering(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let written = known.get(text)
    if (written === undefined) {
      if (known.size >= mostRemembered) known.clear()
      known.set(text, (written = write(text)))
    }
    return written
  }
}

/** `locale`: BCP 47; `currency`: ISO 4217; `time_zone`: IANA. */
export function createFormat(settings: { locale: string; currency: string; time_zone: string }): Format {
  const { locale, currency, time_zone: timeZone } = settings
  const english = englishLocale(locale)
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const calendar = new Intl.DateTimeFormat(english, { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(english, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const local = new Intl.DateTimeFormat(english, { dateStyle: 'long', timeZone })
  const localTime = new Intl.DateTimeFormat(english, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const conjunction = new Intl.ListFormat(english, { type: 'conjunction' })
  const dayParts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })

  const dayOf = remembering((instant) => dayParts.format(new Date(instant)))

  const scalar = (value: string | number | boolean) =>
    typeof value === 'number' ? number.format(value) : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value

  return {
    money: (amount) => money.format(amount),
    number: (value) => number.format(value),
    date: remembering((date) =>
      (date.length === 7 ? month : date.length === 10 ? calendar : local).format(new Date(date)),
    ),
    dateTime: remembering((instant) => localTime.format(new Date(instant))),
    months: (count) => (count === 0 ? 'none' : count % 12 === 0 ? plural(count / 12, 'year') : plural(count, 'month')),
    list: (items) => conjunction.format(items),
    spec(definition, value) {
      const text = Array.isArray(value) ? value.join(', ') : scalar(value)
      return definition?.display === undefined || typeof value === 'boolean'
        ? text
        : definition.display.replaceAll('{value}', text)
    },
    day: (instant) => (typeof instant === 'string' ? dayOf(instant) : dayParts.format(instant)),
  }
}
