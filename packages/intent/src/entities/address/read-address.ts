import type { Words } from '../../language/words.ts'
import type { WrittenAddress } from '../../types.ts'
import type { ReferenceSpan } from '../findings.ts'
import { createCountryNames } from './countries.ts'
import { nameLeads, numberLead } from '../../text/english.ts'
import { overlapsAny } from '../figures.ts'
import { type Street, createStreetReader } from './street.ts'
import { type Tail, createTailReader } from './tail.ts'

/** `references` are no part of an address unless they are figures that may be a postal code; `goods` name no street. */
export type AddressReader = (
  text: string,
  references: readonly ReferenceSpan[],
  goods: readonly { readonly start: number; readonly end: number }[],
) => WrittenAddress[]

interface Segment {
  readonly text: string
  readonly start: number
}

/**
 * Finds postal addresses by their street: a house number and a street, with what follows it (unit, city, region, postal
 * code, country) and a name before it. It takes a postal code, a city with its country, or words that lead to an address
 * ("ship it to"): "2 TB drive, 1500 dollars" is none.
 */
export function createAddressReader(words: Words['address']): AddressReader {
  const findStreet = createStreetReader(words)
  const readTail = createTailReader(words, createCountryNames(words.countries))
  const cue = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(words.cues)})\\s*[:,-]?\\s*$`, 'iu')
  const lead = new RegExp(
    `^.*(?:[^\\p{L}]|^)(?:${alternatives([...words.cues, ...nameLeads])})\\b\\s*[:,-]?\\s*|^.*:\\s*`,
    'isu',
  )
  const unit = new RegExp(
    `^(?:${alternatives(words.units)})\\.?\\s*(?:no\\.?\\s*)?[#\\p{L}\\d][\\p{L}\\d/-]{0,4}$`,
    'iu',
  )

  return (text, references, goods) => {
    if (!/\p{Nd}/u.test(text)) return []
    const found: WrittenAddress[] = []
    for (const stretch of stretches(text, references)) {
      const address = readStretch(stretch, goods)
      if (address !== null) found.push(address)
    }
    return found
  }

  function readStretch({ text, start }: Segment, goods: Parameters<AddressReader>[2]): WrittenAddress | null {
    for (const street of findStreet(text)) {
      const place = { start: start + street.start, end: start + street.end }
      if (street.kind === 'plain' && overlapsAny(place, goods)) continue
      const before = text.slice(0, street.start)
      const tail = readTail(text, street.end)
      const head = readHead(before)
      const led = cue.test(head.before)
      if (!isAddress(street, tail, led, before.trim() === '' && tail.end === text.trimEnd().length)) continue
      const lines = [...(head.unit === null ? [] : [head.unit]), ...(tail.line2 === undefined ? [] : [tail.line2])]
      const { line2: _, end, formatted: __, ...parts } = tail
      return {
        ...(head.name === null ? {} : { name: head.name }),
        line1: street.line,
        ...(lines.length === 0 ? {} : { line2: lines.join(', ') }),
        ...parts,
        start: start + head.start,
        end: start + end,
      }
    }
    return null
  }

  /** What stands before the street: "…ship it to: Jane Roe, Flat 2, ". */
  function readHead(before: string): { name: string | null; unit: string | null; start: number; before: string } {
    let rest = before
    let unitLine: string | null = null
    let start = before.length
    const take = (): { text: string; at: number } | null => {
      const match = /(?:^|[,;\n:])([^,;\n:]*)[,;\n]\s*$/u.exec(rest)
      if (match === null) return null
      const inner = match[1] ?? ''
      return { text: inner, at: match.index + match[0].indexOf(inner, match[0].startsWith(inner) ? 0 : 1) }
    }
    let part = take()
    if (part !== null && unit.test(withoutLead(part.text).text)) {
      const own = withoutLead(part.text)
      unitLine = own.text
      start = part.at + own.offset
      rest = before.slice(0, start)
      part = own.offset > 0 ? null : take()
    }
    if (part !== null) {
      const own = withoutLead(part.text)
      if (isName(own.text, own.offset > 0 || before.slice(0, part.at).trimEnd().endsWith(':') || part.at === 0)) {
        start = part.at + own.offset
        return { name: own.text, unit: unitLine, start, before: before.slice(0, start) }
      }
    }
    return { name: null, unit: unitLine, start, before: before.slice(0, start) }
  }

  /** A part without the words that lead to it ("my new address is"). */
  function withoutLead(part: string): { text: string; offset: number } {
    const match = lead.exec(part)
    const rest = part.slice(match?.[0].length ?? 0)
    return { text: rest.trim(), offset: part.length - rest.trimStart().length }
  }
}

const alternatives = (phrases: readonly string[]) =>
  phrases
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|')

const isName = (text: string, led: boolean): boolean =>
  led && /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}|de|van|von|der|den|la|le|di|da|del|bin|al)[\p{L}.'’-]*){1,4}$/u.test(text)

/** `whole`: the message is nothing else. */
function isAddress({ kind, line }: Street, tail: Tail, led: boolean, whole: boolean): boolean {
  const placed = tail.postal_code !== undefined && tail.city !== undefined
  const certain = placed || (tail.city !== undefined && (tail.region !== undefined || tail.country !== undefined))
  if (kind === 'typed') return certain || tail.postal_code !== undefined || led || whole
  if (kind === 'ambiguous') return certain || led
  return (
    (led && (placed || tail.country !== undefined)) ||
    (certain && tail.formatted && isCapital(line) && isCapital(tail.city ?? ''))
  )
}

const isCapital = (words: string) => /^[^\p{L}]*\p{Lu}/u.test(words)

/** The parts of a message between the shop's own numbers, and between sentences. */
function stretches(text: string, references: readonly ReferenceSpan[]): Segment[] {
  const cuts = references.filter(
    ({ start, end }) => /[^\d\s]/.test(text.slice(start, end)) || numberLead.test(text.slice(0, start)),
  )
  const segments: Segment[] = []
  let from = 0
  for (const { start, end } of [...cuts, { start: text.length, end: text.length }]) {
    segments.push(...sentencesOf(text.slice(from, start), from))
    from = end
  }
  return segments
}

/** Ends of sentences; "St." and other short forms end none. */
function sentencesOf(text: string, offset: number): Segment[] {
  const segments: Segment[] = []
  let from = 0
  const end = /[!?]+|\n\s*\n|(?<!(?:^|[^\p{L}])\p{L}{1,4})(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}\p{L}+\s+\p{Ll})/gu
  for (const match of text.matchAll(end)) {
    segments.push({ text: text.slice(from, match.index), start: offset + from })
    from = match.index + match[0].length
  }
  segments.push({ text: text.slice(from), start: offset + from })
  return segments.filter((segment) => /\p{Nd}/u.test(segment.text))
}
