import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import type { ShopContents } from '../shop/create-shop.ts'
import { testContents } from './test-shop.ts'

const syllables = [
  'ba',
  'cor',
  'del',
  'fen',
  'gar',
  'hol',
  'jin',
  'kel',
  'lum',
  'mor',
  'nev',
  'ost',
  'pra',
  'qui',
  'ral',
  'sto',
  'tav',
  'ulm',
  'ver',
  'wex',
  'yar',
  'zen',
]
const kinds = [
  'Kettle',
  'Toaster',
  'Lamp',
  'Chair',
  'Desk',
  'Drill',
  'Hammer',
  'Tent',
  'Backpack',
  'Bottle',
  'Speaker',
  'Camera',
  'Printer',
  'Monitor',
  'Keyboard',
  'Blender',
  'Fan',
  'Heater',
  'Rug',
  'Mirror',
  'Clock',
  'Scale',
  'Iron',
  'Vacuum',
  'Helmet',
  'Glove',
  'Jacket',
  'Shirt',
  'Boot',
  'Racket',
  'Ball',
  'Puzzle',
  'Guitar',
  'Drum',
  'Saw',
  'Ladder',
  'Pump',
  'Hose',
  'Shelf',
  'Towel',
]
const traits = [
  'Compact',
  'Silent',
  'Classic',
  'Portable',
  'Heavy',
  'Smart',
  'Folding',
  'Wireless',
  'Garden',
  'Travel',
  'Kids',
  'Studio',
  'Winter',
  'Summer',
  'City',
  'Ocean',
  'Mountain',
  'Power',
  'Golden',
  'Simple',
  'Modern',
  'Vintage',
  'Bright',
  'Soft',
]
const colours = ['red', 'blue', 'green', 'black', 'white', 'grey', 'yellow', 'orange']

/** A repeatable pseudo-random number from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A shop of many products of 40 kinds and 200 brands, the same each time. */
export function generatedContents(count = 10_000): ShopContents {
  const next = random(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const word = () => capital(pick(syllables) + pick(syllables) + (next() < 0.5 ? pick(syllables) : ''))
  const brands = Array.from({ length: 200 }, word)
  const lines = Array.from({ length: 1500 }, word)
  const categories: ShopSettings['categories'] = kinds.map((kind) => ({
    id: kind.toLowerCase(),
    name: kind.endsWith('f') ? `${kind.slice(0, -1)}ves` : `${kind}s`,
    singular: kind.toLowerCase(),
    aliases: [],
  }))
  const taken = new Set<string>()
  const unique = (name: string): string => {
    const free = taken.has(name) ? unique(`${name} ${pick(traits)}`) : name
    taken.add(free)
    return free
  }
  const products = Array.from({ length: count }, (_, index): ProductRecord => {
    const kind = pick(kinds)
    const brand = pick(brands)
    const line = pick(lines)
    const model =
      next() < 0.5
        ? `${pick(syllables).charAt(0).toUpperCase()}${Math.ceil(next() * 90) * 10}`
        : `${Math.ceil(next() * 30)}`
    const colour = pick(colours)
    return {
      id: index + 1,
      name: unique(next() < 0.6 ? `${brand} ${line} ${model} ${kind}` : `${brand} ${pick(traits)} ${kind} ${model}`),
      brand,
      category: kind.toLowerCase(),
      price: Math.round(next() * 50_000) / 100,
      rating: Math.round(next() * 50) / 10,
      warranty_months: pick([0, 12, 24, 36]),
      description: `A ${pick(traits).toLowerCase()} ${kind.toLowerCase()} in ${colour} for home and travel, made by ${brand} to last for many years of daily use.`,
      specs: {
        weight: Math.round(next() * 100) / 10,
        colour,
        gears: Math.ceil(next() * 12),
        frame: pick(['steel', 'aluminium', 'oak', 'plastic']),
      },
      quantity: Math.floor(next() * 20),
      aliases: next() < 0.3 ? [`${line} ${kind}`] : [],
    }
  })
  return testContents({
    settings: { categories, fits: [] },
    products,
    documents: [],
    records: { orders: [], deliveries: [], complaints: [], refunds: [] },
  })
}
