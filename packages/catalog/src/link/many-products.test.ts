import { describe, expect, it } from 'vitest'
import { createShop } from '../shop/create-shop.ts'
import { generatedContents } from '../testing/generated-shop.ts'

const { catalog } = createShop(generatedContents())
const sample = catalog.all().filter((_, position) => position % 97 === 0)

/** Median of the milliseconds that a call takes. */
function median(calls: number, call: (round: number) => void): number {
  const times = Array.from({ length: calls }, (_, round) => {
    const start = performance.now()
    call(round)
    return performance.now() - start
  })
  return times.sort((one, other) => one - other)[calls >> 1] ?? Infinity
}

describe('ten thousand products', () => {
  it('are each found by their name', () => {
    for (const product of sample) {
      const [mention] = catalog.link(`do you have the ${product.name.toLowerCase()} left`)
      expect(mention?.candidates[0]?.id, product.name).toBe(product.id)
      expect(catalog.find(product.name)[0]?.id).toBe(product.id)
    }
  })

  it('are too many for one word of a line to name one', () => {
    expect(catalog.link('have you got a kettle in red').map(({ kind }) => kind)).toEqual(['category', 'value'])
  })

  // A message takes some 30 microseconds, a query about a millisecond; the bounds leave room for a busy machine.
  it('are linked without looking at all of them', () => {
    const messages = sample.map(
      ({ name }) => `Hello, i would like to know whether the ${name} is in stock and how heavy it is, please?`,
    )
    expect(median(2000, (round) => catalog.link(messages[round % messages.length] ?? ''))).toBeLessThan(0.5)
  })

  it('are filtered, searched and sorted in milliseconds', () => {
    expect(median(50, () => catalog.query({ text: 'silent kettle', maxPrice: 300, sort: 'price' }))).toBeLessThan(20)
    expect(median(50, () => catalog.query({ inStock: true, sort: '-price', offset: 500 }))).toBeLessThan(20)
  })
})
