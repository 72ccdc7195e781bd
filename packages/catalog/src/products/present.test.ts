import { Product, ProductSummary, Spec, SpecValue } from '@marketplace-agent/domain'
import { Value } from '@sinclair/typebox/value'
import { describe, expect, it } from 'vitest'
import { testContents, testShop } from '../testing/test-shop.ts'

const { catalog } = testShop()
const record = (id: number) => catalog.get(id) ?? expect.fail(`no product ${id}`)

describe('a product as the API gives it', () => {
  it('has texts beside the values', () => {
    expect(catalog.present(record(3))).toMatchObject({
      id: 3,
      category_name: 'Bikes',
      price: 599.99,
      price_text: '€599.99',
      currency: 'EUR',
      warranty_months: 24,
      warranty_text: '2 years',
      in_stock: true,
      picture: '/pictures/pebble-city.svg',
      released: '2024-05',
    })
  })

  it('has its specs in the order of the shop, labelled', () => {
    expect(catalog.present(record(8)).specs).toEqual([
      { id: 'weight', label: 'Weight', value: 0.11, text: '0.11 kg' },
      { id: 'brightness', label: 'Brightness', value: 400, text: '400 lumens' },
      { id: 'run_time', label: 'Run time', value: 6, text: '6 hours' },
      { id: 'mount', label: 'Mount', value: ['handlebar'], text: 'handlebar' },
      { id: 'rechargeable', label: 'Rechargeable', value: true, text: 'yes' },
    ])
  })

  it('is of the schemas, with and without what is optional', () => {
    for (const one of catalog.all()) {
      expect([...Value.Errors(Product, [Spec, SpecValue], catalog.present(one))]).toEqual([])
      expect([...Value.Errors(ProductSummary, catalog.summary(one))]).toEqual([])
    }
  })

  it('escapes the name of a picture', () => {
    const contents = testContents()
    const [product] = contents.products
    if (product === undefined) throw new Error('the test shop has products')
    const shop = testShop({ products: [{ ...product, picture: 'a b#1.svg' }] })
    expect(shop.catalog.summary(shop.catalog.all()[0] ?? product).picture).toBe('/pictures/a%20b%231.svg')
  })
})
