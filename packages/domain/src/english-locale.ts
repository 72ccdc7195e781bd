/**
 * The English in which a shop of a locale is spoken for: its words, months and names of countries. An English locale is
 * its own; for another one it is the English that writes a date in the same order: `de-DE` -> `en-GB` (5 March 2026),
 * `ja-JP` -> `en-US` (March 5, 2026).
 */
export function englishLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  if (language === 'en') return locale
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).formatToParts()
  const place = (type: 'day' | 'month') => parts.findIndex((part) => part.type === type)
  return region !== 'US' && place('day') < place('month') ? 'en-GB' : 'en-US'
}
