import { describe, expect, it } from 'vitest'
import { createShop } from '../shop/create-shop.ts'
import { everydaySentences } from '../testing/everyday-sentences.ts'
import { generatedContents } from '../testing/generated-shop.ts'
import { bookShop, clothesShop, coffeeShop, gadgetShop } from '../testing/other-shops.ts'
import { testShop } from '../testing/test-shop.ts'
import type { Catalog } from '../types.ts'
import { everydayWords } from '../words/english.ts'

const shops: Record<string, Catalog> = {
  bicycles: testShop().catalog,
  gadgets: gadgetShop().catalog,
  coffee: coffeeShop().catalog,
  clothes: clothesShop().catalog,
  books: bookShop().catalog,
  'ten thousand products': createShop(generatedContents()).catalog,
}

const productsIn = (catalog: Catalog, text: string) =>
  catalog
    .link(text)
    .filter(({ kind }) => kind === 'product')
    .map(({ start, end }) => `${text.slice(start, end)} in: ${text}`)

describe.each(Object.entries(shops))('a shop of %s', (_, catalog) => {
  it('hears no product in what customers say anywhere', () => {
    expect(everydaySentences.length).toBeGreaterThan(180)
    expect(everydaySentences.flatMap((sentence) => productsIn(catalog, sentence))).toEqual([])
  })

  it('takes no everyday word for a product, unless one is called so', () => {
    const names = new Set(
      catalog.all().flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())),
    )
    const heard = everydayWords
      .filter((word) => !names.has(word))
      .flatMap((word) => productsIn(catalog, `well, the ${word} then, as i said`))
    expect(heard).toEqual([])
  })
})
