import type { Words } from '../../language/words.ts'

export interface Street {
  readonly start: number
  readonly end: number
  /** As it was written, in one line. */
  readonly line: string
  /** A word says that it is a street; one that is also something else ("drive"); or only a number says so. */
  readonly kind: 'typed' | 'ambiguous' | 'plain'
}

const house = String.raw`\d{1,5}(?:\s?[a-zA-Z])?(?:\s?[-/–]\s?\d{1,4}[a-zA-Z]?)?`
const word = String.raw`[\p{L}\d][\p{L}\p{M}\d'’.-]*`
/** After a house number: "4 A 12", "12 B", "5 bis". */
const stair = String.raw`(?:\s(?:[a-zA-Z]|bis|ter)(?:\s?\d{1,3})?(?=$|[\s,;]))?`

/** Finds the streets of a text with their house numbers, likeliest first. */
export function createStreetReader(words: Words['address']): (text: string) => Street[] {
  const list = (phrases: readonly string[]) =>
    phrases
      .toSorted((one, other) => other.length - one.length)
      .map((phrase) => phrase.replaceAll('.', '\\.').replaceAll(' ', '\\s+'))
      .join('|')
  const never = new Set(words.never_in_a_street)
  const units = new Set(words.units)
  const types = list(words.street_types)
  const ambiguous = list(words.ambiguous_street_types)
  const leading = list(words.leading_street_types)
  const endings = list(words.street_endings)
  const compass = String.raw`(?:\s(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b\.?)?`
  const edge = String.raw`(?<![\p{L}\d.,#-])`
  const after = String.raw`(?![\p{L}\d'’])`
  const pattern = (source: string) => new RegExp(source, 'giu')
  const patterns: { readonly kind: Street['kind']; readonly pattern: RegExp }[] = [
    // "P.O. Box 12"
    { kind: 'typed', pattern: pattern(`${edge}(?:${list(words.boxes)})\\.?\\s*\\d{1,6}${after}`) },
    // "5 Rue de la Paix", "12, rue du Bac": the name goes on up to a comma or a figure.
    {
      kind: 'typed',
      pattern: pattern(
        `${edge}${house},?\\s+(?:${leading})\\.?\\s+[\\p{L}][\\p{L}\\p{M}'’.-]*(?:\\s+[\\p{L}][\\p{L}\\p{M}'’.-]*){0,4}`,
      ),
    },
    // "221b Baker St", "1600 Pennsylvania Avenue NW"
    { kind: 'typed', pattern: pattern(`${edge}${house}\\s+(?:${word}\\s+){1,4}?(?:${types})\\.?${after}${compass}`) },
    // "Via Roma 10", "ul. Nowa 5/7"
    {
      kind: 'typed',
      pattern: pattern(
        `${edge}(?:${leading})\\.?\\s+(?:[\\p{L}][\\p{L}\\p{M}'’.-]*\\s+){1,4}?${house}${stair}${after}`,
      ),
    },
    // "Hauptstraße 12", "Mannerheimintie 4 A 12"
    {
      kind: 'typed',
      pattern: pattern(`${edge}(?:${word}\\s+){0,2}?[\\p{L}-]*(?:${endings})\\.?,?\\s+${house}${stair}${after}`),
    },
    // "Elm Street 12"
    { kind: 'typed', pattern: pattern(`${edge}(?:${word}\\s+){1,3}?(?:${types})\\.?\\s+${house}${after}`) },
    {
      kind: 'ambiguous',
      pattern: pattern(`${edge}${house}\\s+(?:${word}\\s+){1,4}?(?:${ambiguous})\\.?${after}${compass}`),
    },
    // "12 Broadway", "Kungsklippan 20"
    {
      kind: 'plain',
      pattern: pattern(`${edge}${house}\\s+[\\p{L}][\\p{L}'’-]*(?:\\s+[\\p{L}][\\p{L}'’-]*){0,2}(?=\\s*[,;\\n])`),
    },
    {
      kind: 'plain',
      pattern: pattern(
        `${edge}[\\p{L}][\\p{L}'’-]{2,}(?:\\s+[\\p{L}][\\p{L}'’-]*){0,2}?\\s+${house}${stair}(?=\\s*[,;\\n])`,
      ),
    },
  ]

  return (text) => {
    const found: Street[] = []
    for (const { kind, pattern: own } of patterns) {
      own.lastIndex = 0
      for (let match = own.exec(text); match !== null; match = own.exec(text)) {
        const start = match.index
        const line = match[0].replaceAll(/\s+/g, ' ').replace(/[.,\s]+$/, '')
        const ordinary = wordsOf(line).some(
          (one, place) => never.has(one) || (place === 0 && kind === 'plain' && units.has(one)),
        )
        if (!ordinary) found.push({ start, end: start + match[0].trimEnd().length, line, kind })
        // What begins with a figure that is none of the street's may have the street in it.
        own.lastIndex = ordinary ? start + 1 : start + match[0].length
      }
    }
    return found
  }
}

const wordsOf = (line: string) => line.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []
