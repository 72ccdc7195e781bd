/** Countries by what they are called: names in English by the runtime, and what else people write. */
export function createCountryNames(aliases: Readonly<Record<string, string>>): (name: string) => string | null {
  const codes = new Map<string, string>()
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second)
      if (name !== undefined && !notCountries.has(first + second)) codes.set(plain(name), first + second)
    }
  }
  for (const [name, code] of Object.entries(aliases)) codes.set(plain(name), code)
  return (name) => codes.get(plain(name)) ?? (isCode(name, codes) ? name : null)
}

/** Regions that the runtime names too: unions, tests, "Outlying Oceania", and codes that were given up. */
const notCountries = new Set('EU EZ UN QO XA XB ZZ AN BU CS DD FX NT SU TP YD YU ZR DY HV NH RH VD UK'.split(' '))

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

/** "US", "DE": only in capitals. */
const isCode = (name: string, codes: ReadonlyMap<string, string>) =>
  /^[A-Z]{2}$/.test(name) && [...codes.values()].includes(name)
