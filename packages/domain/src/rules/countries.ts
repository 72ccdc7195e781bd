/** What customers and shops say, where Unicode's names of countries differ; a part of a country counts as the country. */
const commonNames: ReadonlyMap<string, string> = new Map([
  ['america', 'US'],
  ['united states of america', 'US'],
  ['usa', 'US'],
  ['britain', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['republic of ireland', 'IE'],
  ['holland', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
])

/** Regions with a code that are no country: unions, groups and test entries. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}|[.'’]/gu, '')
    .toLowerCase()
    .replaceAll(/\b(and|the)\b|[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

const namesIn = (locale: string, style: 'long' | 'short' = 'long') =>
  new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' })

/** The codes in use; not those that only stand for another (UK, DD). */
const codes: readonly string[] = listCodes()

function listCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = namesIn('en')
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined && !noCountries.has(code) && canonical(code) === code)
}

function canonical(code: string): string | undefined {
  return new Intl.Locale(`und-${code}`).region
}

const byLocale = new Map<string, ReadonlyMap<string, string>>()

function codesByName(locale: string): ReadonlyMap<string, string> {
  let known = byLocale.get(locale)
  if (known === undefined) {
    const written = [namesIn('en'), namesIn('en', 'short'), namesIn(locale), namesIn(locale, 'short')]
    const pairs = written.flatMap((names) => codes.map((code) => [fold(names.of(code) ?? code), code] as const))
    byLocale.set(locale, (known = new Map([...commonNames, ...pairs])))
  }
  return known
}

/** The ISO 3166-1 alpha-2 code of a country by its name (English or the locale's) or code; null where it names none. */
export function countryCode(text: string, locale: string): string | null {
  const name = fold(text)
  const known = codesByName(locale).get(name)
  if (known !== undefined) return known
  const code = /^[a-z]{2}$/.test(name) ? canonical(name) : undefined
  return code !== undefined && codes.includes(code) ? code : null
}

/** What a locale calls the country of a code; the code itself where it has no name. */
export const countryName = (code: string, locale: string): string =>
  (/^[A-Za-z]{2}$/.test(code) ? namesIn(locale).of(code.toUpperCase()) : undefined) ?? code

/** The names of all countries in a locale, for finding the one that was meant. */
export const countryNames = (locale: string): string[] => codes.map((code) => countryName(code, locale))
