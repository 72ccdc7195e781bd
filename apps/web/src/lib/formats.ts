import { useMemo } from 'react'
import { type Shop, useShop } from './shop.ts'

type Settings = Pick<Shop, 'locale' | 'english_locale' | 'currency' | 'time_zone'>

/** How the shop writes amounts and numbers, by its locale, and dates, in its English. A date is `YYYY-MM-DD`, an instant ISO 8601; instants are told in the shop's time zone. */
export function formatsOf({ locale, english_locale, currency, time_zone }: Settings) {
  const whole = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  })
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(english_locale, { dateStyle: 'long', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(english_locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: time_zone,
  })
  const clock = new Intl.DateTimeFormat(english_locale, { timeStyle: 'short', timeZone: time_zone })
  return {
    /** "$1,299", "$5.99". */
    money: (amount: number) => (Number.isInteger(amount) ? whole : exact).format(amount),
    number: (value: number) => plain.format(value),
    /** "February 3, 2026", of a date without a time. */
    date: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    /** "Feb 3, 2026, 4:22 PM". */
    instant: (at: string) => moment.format(new Date(at)),
    /** "4:22 PM". */
    time: (at: string) => clock.format(new Date(at)),
  }
}

export type Formats = ReturnType<typeof formatsOf>

export function useFormats(): Formats {
  const shop = useShop()
  return useMemo(() => formatsOf(shop), [shop])
}
