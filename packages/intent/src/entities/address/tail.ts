import type { Words } from '../../language/words.ts'
import type { WrittenAddress } from '../../types.ts'

/** What follows a street. */
export interface Tail extends Pick<WrittenAddress, 'line2' | 'city' | 'region' | 'postal_code' | 'country'> {
  /** Where the address ends. */
  readonly end: number
  /** The postal code has a form that no count or price has. */
  readonly formatted: boolean
}

/** Postal codes by their forms, the most telling first; `formatted` are no plain figures of a few digits. */
const codes: readonly { readonly source: string; readonly formatted: boolean }[] = [
  { source: String.raw`[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}`, formatted: true },
  { source: String.raw`[A-Z]\d[A-Z][\s-]?\d[A-Z]\d`, formatted: true },
  { source: String.raw`[A-Z]\d{2}\s?[A-Z\d]{4}`, formatted: true },
  { source: String.raw`[A-Z]{1,2}-\d{4,5}`, formatted: true },
  { source: String.raw`\d{4}\s?[A-Z]{2}(?![A-Za-z])`, formatted: true },
  { source: String.raw`\d{5}-\d{3,4}`, formatted: true },
  { source: String.raw`\d{4}-\d{3}`, formatted: true },
  { source: String.raw`\d{3}-\d{4}`, formatted: true },
  { source: String.raw`\d{2}-\d{3}`, formatted: true },
  { source: String.raw`\d{3}\s\d{2,3}`, formatted: true },
  { source: String.raw`\d{5,6}`, formatted: true },
  { source: String.raw`\d{4}`, formatted: false },
]

interface Parts {
  line2?: string
  city?: string
  region?: string
  postal_code?: string
  country?: string
}

/** Reads what follows a street: ", Apt 4, Boston MA 02115, USA". */
export function createTailReader(
  words: Words['address'],
  countryOf: (name: string) => string | null,
): (text: string, from: number) => Tail {
  const stops = new Set(words.stops)
  const unit = new RegExp(
    `^(?:(?:${words.units
      .toSorted((one, other) => other.length - one.length)
      .map((one) => one.replaceAll('.', '\\.'))
      .join(
        '|',
      )})\\.?\\s*(?:no\\.?\\s*)?#?\\s?[\\p{L}\\d][\\p{L}\\d/-]{0,4}|#\\s?[\\p{L}\\d-]{1,5}|\\d{1,3}(?:st|nd|rd|th)\\s+floor)(?![\\p{L}\\d])`,
    'iu',
  )

  return (text, from) => {
    const parts: Parts = {}
    let end = from
    let formatted = false
    let at = from
    for (let count = 0; count < 8 && at < text.length; count += 1) {
      const separator = /^\s*[,;\n]?\s*/u.exec(text.slice(at))?.[0] ?? ''
      const start = at + separator.length
      const whole = /^[^,;\n]*/u.exec(text.slice(start))?.[0] ?? ''
      const part = upToStop(whole, stops)
      if (part === '') break
      const used = readPart(part, parts, count === 0 && !/[,;\n]/.test(separator))
      if (used === null) break
      end = start + used.length
      formatted ||= used.formatted
      at = end
      // Something else follows in the same part, or the sentence goes on.
      if (used.length === part.length && part.length < whole.trimEnd().length) break
      if (parts.country !== undefined) break
    }
    return { ...parts, end, formatted }
  }

  function readPart(part: string, parts: Parts, joined: boolean): { length: number; formatted: boolean } | null {
    const own = unit.exec(part)
    if (own !== null && parts.city === undefined && parts.postal_code === undefined) {
      parts.line2 = parts.line2 === undefined ? own[0].trim() : `${parts.line2}, ${own[0].trim()}`
      return { length: own[0].length, formatted: false }
    }
    const whole = { length: part.length, formatted: false }
    const country =
      parts.city === undefined && parts.postal_code === undefined && /^[A-Z]{2}$/.test(part) ? null : countryOf(part)
    if (
      country !== null &&
      !(
        parts.city !== undefined &&
        parts.region === undefined &&
        parts.postal_code === undefined &&
        /^[A-Z]{2}$/.test(part)
      )
    ) {
      if (parts.country !== undefined) return null
      parts.country = country
      return whole
    }
    const code = parts.postal_code === undefined ? findCode(part) : null
    if (code !== null) return placeWithCode(part, code, parts)
    if (/\d/.test(part)) return null
    if (parts.city !== undefined && parts.region === undefined && /^[A-Z]{2,3}$/.test(part)) {
      parts.region = part
      return whole
    }
    const { words: names, region, country: last } = splitPlace(part)
    if (names.length === 0 || names.length > 4) return null
    if (parts.city === undefined) {
      // Without a comma before it only a name in capitals is a city.
      if (joined && !names.every((name) => /^\p{Lu}/u.test(name))) return null
      if (!names.every((name) => /^[\p{L}.'’-]+$/u.test(name))) return null
      parts.city = names.join(' ')
      if (region !== null) parts.region = region
      if (last !== null) parts.country = last
      return whole
    }
    if (parts.region === undefined && names.every((name) => /^\p{Lu}/u.test(name))) {
      parts.region = names.join(' ')
      return whole
    }
    return null
  }

  function placeWithCode(part: string, { start, code, formatted }: FoundCode, parts: Parts) {
    const before = part.slice(0, start).trim()
    const after = part.slice(start + code.length).trim()
    const place = splitPlace(before === '' ? after : before)
    const later = before === '' ? null : splitPlace(after)
    // "boston ma 02115"
    const small = place.words.at(-1) ?? ''
    if (before !== '' && place.region === null && /^\d{5}/.test(code) && /^[a-z]{2}$/i.test(small)) {
      if (place.words.length + (parts.city === undefined ? 0 : 1) > 1) {
        place.words.pop()
        parts.region ??= small.toUpperCase()
      }
    }
    if (place.words.length > 5 || (later !== null && later.words.length > 0)) return null
    if ([...place.words].some((name) => !/^[\p{L}.'’()-]+$/u.test(name))) return null
    parts.postal_code = code.replaceAll(/\s+/g, ' ')
    const names = place.words.join(' ')
    if (names !== '') {
      if (parts.city === undefined) parts.city = names
      else if (parts.region === undefined) parts.region = names
      else return null
    }
    const region = place.region
    if (region !== null) parts.region ??= region
    const country = later?.country ?? place.country ?? (later?.region == null ? null : countryOf(later.region))
    if (country != null) parts.country = country
    return { length: part.length, formatted }
  }

  /** "Boston MA USA": the place, a region in capitals and a country at its end. */
  function splitPlace(text: string): { words: string[]; region: string | null; country: string | null } {
    const names = text.split(/\s+/).filter((name) => name !== '')
    let country: string | null = null
    for (const size of [4, 3, 2, 1]) {
      const last = names.slice(-size).join(' ')
      const found = names.length > size && last.length > 2 ? countryOf(last) : null
      if (found === null) continue
      country = found
      names.splice(-size)
      break
    }
    const last = names.at(-1) ?? ''
    const region = /^[A-Z]{2,3}$/.test(last) ? last : null
    if (region !== null) names.pop()
    return { words: names, region, country }
  }
}

interface FoundCode {
  readonly start: number
  readonly code: string
  readonly formatted: boolean
}

function findCode(part: string): FoundCode | null {
  for (const { source, formatted } of codes) {
    const match = new RegExp(`(?<![\\p{L}\\d.-])(?:${source})(?![\\p{L}\\d])(?![.,]\\d)`, 'iu').exec(part)
    if (match !== null) return { start: match.index, code: match[0], formatted }
  }
  return null
}

/** As much of a part as is before a word that no address has. */
function upToStop(part: string, stops: ReadonlySet<string>): string {
  for (const match of part.matchAll(/[\p{L}'’-]+/gu)) {
    if (stops.has(match[0].toLowerCase().replaceAll(/['’]/g, '')) && !/^[A-Z]{2}$/.test(match[0]))
      return withoutEnd(part.slice(0, match.index))
  }
  return withoutEnd(part)
}

const withoutEnd = (part: string) => part.replace(/[\s.("'-]+$/, '')
