/**
 * Units by what they measure; one line a kind. A unit has its size in the kind's first unit and the ways it is written,
 * of which the first stands for all.
 */
const kinds = `
  1 gb gig gigs gigabyte gigabytes; 1000 tb terabyte terabytes; 0.001 mb megabyte megabytes
  1 inch inches in; 12 ft foot feet
  1 mm millimetre millimetres millimeter millimeters; 10 cm centimetre centimetres centimeter centimeters; 1000 m metre metres meter meters; 1000000 km kilometre kilometres kilometer kilometers
  1 hour hours hr hrs h; 0.01666666667 minute minutes min mins; 24 day days
  1 month months; 12 year years yr yrs
  1 g gram grams gr; 1000 kg kilo kilos kilogram kilograms
  1 oz ounce ounces; 16 lb lbs pound pounds
  1 ml millilitre millilitres milliliter milliliters; 10 cl; 1000 l litre litres liter liters
  1 w watt watts; 1000 kw kilowatt kilowatts
  1 v volt volts
  1 hz hertz; 1000 khz kilohertz; 1000000 mhz megahertz; 1000000000 ghz gigahertz
  1 mah
  1 mp megapixel megapixels
  1 mbps megabits; 1000 gbps gigabits
  1 db decibel decibels
  1 percent pct
  1 lumen lumens lm
  1 piece pieces pcs pc
  1 page pages
  1 cup cups
  1 core cores
`

interface Unit {
  readonly name: string
  readonly kind: number
  readonly size: number
}

const units = new Map<string, Unit>()
kinds
  .trim()
  .split('\n')
  .forEach((line, kind) => {
    for (const one of line.split(';')) {
      const [size = '1', name = '', ...others] = one.trim().split(' ')
      for (const word of [name, ...others]) units.set(word, { name, kind, size: Number(size) })
    }
  })

/** One word for a unit however it is written ("hrs" -> hour); other words stay as they are. */
export const canonicalUnit = (word: string): string => units.get(word)?.name ?? word

/** A word that is a unit and little else; a single letter is a model's more often. */
export const isUnit = (word: string): boolean => word.length > 1 && units.has(word)

/** The number in another unit of the same kind (1 tb -> 1000 gb); null where they measure different things. */
export function inUnit(number: number, from: string, to: string): number | null {
  if (from === to) return number
  const [one, other] = [units.get(from), units.get(to)]
  return one === undefined || other === undefined || one.kind !== other.kind ? null : (number * one.size) / other.size
}
