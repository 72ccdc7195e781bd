import type { FitCondition, ProductRecord, SpecValue } from '@marketplace-agent/domain'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { openGraph } from '../open-graph.ts'
import { arbitraryShop } from '../testing/arbitrary-shop.ts'
import { graphContract } from '../testing/graph-contract.ts'
import { electronics, testProduct } from '../testing/shops.ts'
import { testContext } from '../testing/test-context.ts'

graphContract('graphology', (settings, products) => openGraph({ settings, products }))

const context = testContext()

const listOf = (value: SpecValue | undefined) =>
  (Array.isArray(value) ? value : value === undefined || value === false ? [] : [String(value)])
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '')

function holds({ accessory_spec, operator, host_spec }: FitCondition, accessory: ProductRecord, host: ProductRecord) {
  const own = listOf(accessory.specs[accessory_spec])
  const others = listOf(host.specs[host_spec])
  if (operator === 'shares') return own.some((each) => others.includes(each))
  if (new Set(own).size !== 1 || new Set(others).size !== 1) return false
  return operator === 'at_least' ? Number(own[0]) >= Number(others[0]) : Number(own[0]) <= Number(others[0])
}

it('finds by its lookups what going through all pairs finds', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryShop, async ({ settings, products }) => {
      const graph = await openGraph({ settings, products })
      for (const host of products) {
        const found = await graph.accessories(host.id, { limit: 100 }, context)
        const expected = products.flatMap((accessory) =>
          settings.fits
            .filter(
              ({ accessory_categories: of, host_categories: on }) =>
                of.includes(accessory.category) && on.includes(host.category),
            )
            .filter(({ conditions }) => accessory !== host && conditions.every((each) => holds(each, accessory, host)))
            .map(({ id }) => `${accessory.id} ${id}`),
        )
        expect(found.flatMap(({ productId, edges }) => edges.map(({ rule }) => `${productId} ${rule}`)).sort()).toEqual(
          expected.sort(),
        )
      }
    }),
    { numRuns: 200 },
  )
})

it('takes 10,000 products, each of half of them fitting each of the other half', async () => {
  const products = Array.from({ length: 10_000 }, (_, index) =>
    index % 2 === 0
      ? testProduct(index + 1, 'laptop', `Laptop ${index}`, { ports: ['USB-C', 'HDMI'], draw: 45 })
      : testProduct(index + 1, 'charger', `Charger ${index}`, { connector: 'USB-C', output: 65 }),
  )
  const graph = await openGraph({ settings: electronics.settings, products })
  expect((await graph.accessories(1, {}, context)).map(({ productId }) => productId)).toEqual([2, 4, 6, 8, 10])
  expect(await graph.hosts(2, { limit: 10_000 }, context)).toHaveLength(5000)
  expect((await graph.path(1, 3, {}, context))?.nodes).toHaveLength(3)
})
