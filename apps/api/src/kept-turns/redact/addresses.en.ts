import type { Span } from './spans.ts'
import { type IsKnown, isCapitalized } from './words.ts'

const house = String.raw`\p{Nd}{1,5}(?:[/-]\p{Nd}{1,4})?\s?[a-z]?`
const name = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’.-]*`
const types =
  'street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|boulevard|blvd|terrace|ter|close|crescent|cres|highway|hwy|parkway|pkwy|circle|cir|row|gardens|gdns|grove|mews|hill|walk|quay|wharf|alley|loop|trail|trl|path|plaza|ridge|run|bend|view|park|rise|heights|broadway'
const leading =
  'rue|via|viale|calle|avenida|avda|plaza|piazza|rua|ul|ulica|boulevard|bd|chemin|allée|quai|corso|largo|paseo|carrera'
const endings =
  'straße|strasse|str|gasse|weg|platz|allee|damm|ufer|laan|straat|plein|gatan|gata|vägen|vej|gade|katu|tie|veien|gate'

const streets: readonly RegExp[] = [
  // "221b Baker St", "1600 Pennsylvania Avenue NW"
  new RegExp(
    String.raw`(?<![\p{L}\p{Nd}])${house},?\s+(?:${name}\s+){1,4}?(?:${types})\b\.?(?:\s(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b)?`,
    'giu',
  ),
  // "Elm Street 12"
  new RegExp(
    String.raw`(?<![\p{L}\p{Nd}])(?:${name}\s+){1,3}?(?:${types})\.?\s+(?:no\.?\s*)?${house}(?![\p{L}\p{Nd}])`,
    'giu',
  ),
  // "5 Rue de la Paix", "Via Roma 10"
  new RegExp(String.raw`(?<![\p{L}\p{Nd}])${house},?\s+(?:${leading})\.?\s+${name}(?:\s+${name}){0,3}`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\p{Nd}])(?:${leading})\.?\s+(?:${name}\s+){1,4}?${house}(?![\p{L}\p{Nd}])`, 'giu'),
  // "Hauptstraße 12", "Lange Gasse 3"
  new RegExp(
    String.raw`(?<![\p{L}\p{Nd}])(?:${name}\s+){0,1}?[\p{L}-]*(?:${endings})\.?,?\s+${house}(?![\p{L}\p{Nd}])`,
    'giu',
  ),
  /\b(?:p\.?\s?o\.?\s?box|post(?:al)? ?box|apt|apartment|flat|unit|suite|ste|floor|building|bldg|block)\b\.?\s*(?:no\.?\s*)?#?\s?(?:\p{Nd}[\p{L}\p{Nd}/-]{0,5}|[a-z])(?![\p{L}\p{Nd}])/giu,
]

/** "12 days on the way" is none. */
const notInStreet =
  /(?<![\p{L}\p{M}\p{Nd}])(?:days?|weeks?|months?|years?|hours?|minutes?|times?|of|my|your|our|is|are|was|it|its|pieces?|pcs|stars?|percent|items?|orders?|on|in|by|for|to|a|an|this|that|inch(?:es)?|gb|tb|kg|cm|mm|and|or)(?![\p{L}\p{M}\p{Nd}])/iu

/** Postal codes whose form is theirs alone. */
const codes: readonly RegExp[] = [
  /\b(?!\p{L}{1,2}\p{Nd}[a-z\p{Nd}]?\s?\p{Nd}(?:gb|tb|hz|ft|lb|st|nd|rd|th|ah|wh)\b)[a-z]{1,2}\p{Nd}[a-z\p{Nd}]?\s?\p{Nd}[abd-hjlnp-uw-z]{2}\b/giu,
  /\b[abceghj-nprstvxy]\p{Nd}[a-z][\s-]?\p{Nd}[a-z]\p{Nd}\b/giu,
  /\b\p{Nd}{4}\s?[A-Z]{2}\b/gu,
]

const cue =
  /\b(?:my|new|the|delivery|shipping|home|billing|full|correct)\s+address\s*(?:is|:|=|to|should be)\s*|\b(?:i|we)\s+(?:now\s+)?live\s+(?:in|at|on)\s+|\bmoved\s+to\s+/giu

const mostAfter = 9

/** Where an address ends that begins before: places, codes and countries after the street belong to it. */
function endOf(text: string, from: number, isKnown: IsKnown): number {
  let end = from
  for (let count = 0; count < mostAfter; count++) {
    const next = /^[\s,;]*(?:[-–]\s+)?([\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}'’.-]*)/u.exec(text.slice(end))
    const word = next?.[1]?.replace(/[.'’-]+$/, '')
    if (next === null || word === undefined) break
    const isPlace = /\p{Nd}/u.test(word) || /^\p{Lu}{2,3}$/u.test(word) || isCapitalized(word) || !isKnown(word)
    const [, last = ''] = /(\p{L}*)\.$/u.exec(text.slice(0, end)) ?? []
    // A full stop after more than an abbreviation ends the sentence.
    if (!isPlace || (last.length > 4 && !/^\s*,/.test(text.slice(end)))) break
    end += next[0].length
  }
  return end
}

/** Postal addresses as they are written in many countries, with the places after the street. */
export function findAddresses(text: string, isKnown: IsKnown): readonly Span[] {
  const found: Span[] = []
  for (const pattern of streets) {
    for (const { 0: written, index } of text.matchAll(pattern)) {
      if (!notInStreet.test(written))
        found.push({
          start: index,
          end: endOf(text, index + written.trimEnd().length, isKnown),
          placeholder: 'address',
        })
    }
  }
  for (const { 0: written, index } of text.matchAll(cue)) {
    const start = index + written.length
    const end = endOf(text, start, isKnown)
    if (end > start) found.push({ start, end, placeholder: 'address' })
  }
  for (const pattern of codes) {
    for (const { 0: code, index } of text.matchAll(pattern)) {
      found.push({ start: index, end: endOf(text, index + code.length, () => true), placeholder: 'address' })
    }
  }
  return found
}
