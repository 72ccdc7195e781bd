import { describe, expect, it } from 'vitest'
import { bookShop, gadgetShop } from '../testing/other-shops.ts'

const { catalog } = gadgetShop()
const idsOf = (name: string) => catalog.find(name).map(({ id }) => id)

describe('find', () => {
  it.each([
    ['UltraBook 13', 3],
    ['ultrabok', 3],
    ['UltraBook 13 laptop by Airline', 3],
    ['x1', 1],
    ['X-1', 1],
    ['the voltline x1', 1],
    ['smartphone pro 12', 5],
    ['earbuds pro', 7],
    ['7', 7],
    ['#7', 7],
    ['product 7', 7],
    ['the gaming one g1', 4],
    ['sleeve for x1', 10],
  ])('finds %j', (name, id) => {
    expect(idsOf(name)[0]).toBe(id)
  })

  it('gives a whole name 1 and less to a part of one', () => {
    expect(catalog.find('usb-c hub')[0]).toEqual({ id: 9, score: 1 })
    expect(catalog.find('ultrabook')[0]?.score).toBeLessThan(1)
  })

  it('gives all that a name may mean, best first, at most so many', () => {
    expect(new Set(idsOf('lumina tv'))).toEqual(new Set([11, 12]))
    expect(catalog.find('voltline laptop', 1)).toHaveLength(1)
    const scores = catalog.find('x1').map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
  })

  it.each(['', '   ', 'pro', 'toaster', '99', 'the', '???', 'quantum flux capacitor'])(
    'finds nothing for %j',
    (name) => {
      expect(catalog.find(name)).toEqual([])
    },
  )

  it('takes an everyday word as a name where one is asked for', () => {
    expect(bookShop().catalog.find('it')[0]).toEqual({ id: 2, score: 1 })
  })
})
