import { describe, expect, it } from 'vitest'
import { clothesShop, coffeeShop, gadgetShop } from '../testing/other-shops.ts'
import { testShop } from '../testing/test-shop.ts'

const shops = { testShop: testShop(), gadgetShop: gadgetShop(), coffeeShop: coffeeShop(), clothesShop: clothesShop() }

/** Leaves a letter out, doubles one or swaps two, in the middle of every longer word. */
const mistype = (kind: number) => (name: string) =>
  name
    .split(' ')
    .map((word) => {
      const place = word.length >> 1
      if (!/^\p{L}{6,}$/u.test(word)) return word
      const [before, letter, next, after] = [
        word.slice(0, place),
        word.charAt(place),
        word.charAt(place + 1),
        word.slice(place + 2),
      ]
      return [before + next + after, before + letter + letter + next + after, before + next + letter + after][kind]
    })
    .join(' ')

const ways: Record<string, (name: string) => string> = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'in lower case': (name) => name.toLowerCase(),
  'as one word': (name) => name.replaceAll(' ', ''),
  'with hyphens': (name) => name.toLowerCase().replaceAll(' ', '-'),
  'without signs': (name) => name.replaceAll(/[-–]/g, ' ').replaceAll("'", ''),
  'with a letter left out': mistype(0),
  'with a letter doubled': mistype(1),
  'with letters swapped': mistype(2),
}

describe.each(Object.entries(shops))('%s', (_, { catalog }) => {
  it.each(Object.entries(ways))('finds every name and alias %s', (_way, write) => {
    const named = catalog
      .all()
      .flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [write(one), id] as const))
    const missed = named.filter(([written, id]) => {
      const mentions = catalog.link(`how much is the ${written} please?`)
      const linked = mentions.some(
        ({ kind, candidates }) => kind === 'product' && candidates.some((one) => one.id === id),
      )
      return !linked || !catalog.find(written).some((one) => one.id === id)
    })
    expect(missed).toEqual([])
  })
})
