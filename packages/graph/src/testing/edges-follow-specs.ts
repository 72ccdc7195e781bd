import type { Edge, ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductGraph } from '../port.ts'
import { arbitraryShop } from './arbitrary-shop.ts'
import type { TestShop } from './shops.ts'
import { testContext } from './test-context.ts'

export type OpenGraph = (settings: ShopSettings, products: readonly ProductRecord[]) => Promise<ProductGraph>

const context = testContext()

/** Taking a spec away takes exactly the edges that rest on it; adding it to a new product makes them. */
export function edgesFollowSpecs(open: OpenGraph, runs: number) {
  describe('edges follow the specs', () => {
    const edgesOf = async ({ settings, products }: TestShop) => {
      const graph = await open(settings, products)
      const parts = await Promise.all(
        products.map(({ id }) => graph.neighbourhood(id, { depth: 1, limit: 1000 }, context)),
      )
      await graph.close()
      return new Map(parts.flatMap(({ edges }) => edges.map((edge) => [JSON.stringify(edge), edge])))
    }
    const restsOn = (edge: Edge, id: number, spec: string) =>
      edge.rests_on.some((each) => each.product_id === id && each.spec === spec)
    const without = (product: ProductRecord, spec: string): ProductRecord => ({
      ...product,
      specs: Object.fromEntries(Object.entries(product.specs).filter(([id]) => id !== spec)),
    })
    const shopAndOne = arbitraryShop.chain((shop) => fc.tuple(fc.constant(shop), fc.constantFrom(...shop.products)))

    it('taking a spec from a product takes exactly the edges that rest on it', async () => {
      await fc.assert(
        fc.asyncProperty(shopAndOne, async ([shop, product]) => {
          const before = await edgesOf(shop)
          for (const spec of Object.keys(product.specs)) {
            const products = shop.products.map((each) => (each === product ? without(each, spec) : each))
            const after = await edgesOf({ ...shop, products })
            const expected = [...before].filter(([, edge]) => !restsOn(edge, product.id, spec))
            expect([...after.keys()].sort()).toEqual(expected.map(([key]) => key).sort())
          }
        }),
        { numRuns: runs },
      )
    })

    it('a new product with the specs of another gets its edges, and giving it a spec makes those that rest on it', async () => {
      await fc.assert(
        fc.asyncProperty(shopAndOne, async ([{ settings, products }, model]) => {
          const newcomer = { ...model, id: 99, name: 'Product 99', bought_with: [], upgraded_from: 99 }
          const edges = await edgesOf({ settings, products: [...products, newcomer] })
          const others = products.filter((each) => each !== model).map(({ id }) => `product:${id}`)
          const derived = (own: ProductRecord) =>
            [...edges.values()]
              .filter(({ kind, from, to }) => {
                const other = from === `product:${own.id}` ? to : to === `product:${own.id}` ? from : null
                return other !== null && (kind === 'COMPATIBLE_WITH' ? others.includes(other) : kind === 'HAS_SPEC')
              })
              .map((edge) => JSON.stringify(edge))
          const renamed = derived(model).map((edge) =>
            edge
              .replaceAll(`product:${model.id}"`, 'product:99"')
              .replaceAll(`"product_id":${model.id},`, '"product_id":99,')
              .replaceAll(new RegExp(`${model.name}\\b`, 'g'), 'Product 99'),
          )
          expect(derived(newcomer).sort()).toEqual(renamed.sort())

          for (const spec of Object.keys(newcomer.specs)) {
            const before = await edgesOf({ settings, products: [...products, without(newcomer, spec)] })
            const made = [...edges].filter(([key]) => !before.has(key))
            expect(made.every(([, edge]) => restsOn(edge, 99, spec))).toBe(true)
            expect(made).toHaveLength(edges.size - before.size)
          }
        }),
        { numRuns: runs },
      )
    })
  })
}
